import type { Database } from 'better-sqlite3';
import type { Verdict } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';
import { csvLine, safeLines } from './cells.ts';
import { type Made, written } from './make.ts';

type Row = { row: number; reason: string | null; text: string };

/** The rows of an import with one verdict, each with its reason, to be looked at and put right. Throws `not-found`. */
export function exportRows(db: Database, { id, verdict }: { readonly id: number; readonly verdict: Verdict }): Made {
  if (db.prepare<[number], 1>('SELECT 1 FROM import WHERE id = ?').pluck().get(id) === undefined)
    throw new LedgerError('not-found', `There is no import ${id}.`);
  let count = 0;
  const lines = function* () {
    yield csvLine(['Row', 'Reason', 'Text']);
    for (const { row, reason, text } of rowsOf(db, id, verdict)) {
      count += 1;
      yield csvLine([String(row), safeLines(reason ?? ''), safeLines(text)]);
    }
  };
  return written({ stem: `risiti-${verdict}-${id}`, ending: 'csv' }, { lines: lines(), rows: () => count });
}

const rowsOf = (db: Database, id: number, verdict: Verdict) =>
  db
    .prepare<[number, Verdict], Row>(
      `SELECT r.row, r.reason, coalesce(r.text, m.text, '') AS text FROM import_row r LEFT JOIN message m ON m.id = r.message
       WHERE r.import = ? AND r.verdict = ? ORDER BY r.seq`,
    )
    .iterate(id, verdict);
