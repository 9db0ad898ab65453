import type { Database } from 'better-sqlite3';
import type { HistoryStep } from '#contract/history.ts';
import type { Parsed } from '#contract/index.ts';
import { auditStore } from '../store/audit.ts';

type Row = Omit<HistoryStep, 'undone'> & { state: 'done' | 'undone' };

/** Reads what was done, and whether the record of it is whole. */
export function historyQueries(db: Database) {
  const rows = db.prepare<{ offset: number; limit: number }, Row>(`
    SELECT id, name, at, subject, json_array_length(changes) AS count, state FROM step WHERE state <> 'dropped'
    ORDER BY id DESC LIMIT :limit OFFSET :offset
  `);
  const counts = db.prepare<[], { done: number; undone: number }>(`
    SELECT count(*) FILTER (WHERE state = 'done') AS done, count(*) FILTER (WHERE state = 'undone') AS undone FROM step
  `);
  const audit = auditStore(db);

  return {
    /** Newest first. */
    page: ({ offset, limit }: Parsed<'history.page'>) => {
      const { done, undone } = counts.get()!;
      const found = rows.all({ offset, limit }).map(({ state, ...row }) => ({ ...row, undone: state === 'undone' }));
      return { total: done + undone, rows: found, canUndo: done > 0, canRedo: undone > 0 };
    },
    verify: () => audit.verify(),
  };
}
