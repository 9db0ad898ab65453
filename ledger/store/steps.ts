import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import type { HistoryStep } from '#contract/history.ts';
import { LedgerError } from '../errors.ts';
import type { derivedStore } from './derived.ts';

/** Tables whose rows a step may change. Each has an id, and `live` for rows that come and go. */
const tables = ['expected', 'match', 'exception', 'period', 'day_close'] as const;
type Table = (typeof tables)[number];

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

const Cells = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const Change = z.union([
  z.object({ table: z.enum(tables), id: z.int(), before: Cells, after: Cells }),
  z.object({ table: z.literal('import'), id: z.int(), before: z.string().nullable(), after: z.string().nullable() }),
]);
type Change = z.infer<typeof Change>;
const Changes = z.array(Change);

type Stored = { id: number; name: string; at: string; subject: string | null; changes: string; state: string };

/** What a step notes down while it changes rows. */
export type Noting = {
  /** Runs a change of one row and notes what it was and what it became. A row that `run` made is taken back by its `live`. */
  readonly row: (table: Table, id: number | null, run: () => number | void) => number;
  /** Notes that an import came (`before` is what it was before) or was taken back. */
  readonly imported: (id: number, before: string | null, after: string | null) => void;
};

/** The step table: what was done, in order, and how to take it back. */
export function stepStore(db: Database, derived: Pick<ReturnType<typeof derivedStore>, 'markStale'>) {
  const insert = db.prepare<Omit<Stored, 'id' | 'state'>>(`
    INSERT INTO step (name, at, subject, changes, state) VALUES (:name, :at, :subject, :changes, 'done')
  `);
  const forget = db.prepare("UPDATE step SET state = 'dropped' WHERE state = 'undone'");
  const newestDone = db.prepare<[], Stored>("SELECT * FROM step WHERE state = 'done' ORDER BY id DESC LIMIT 1");
  const nextUndone = db.prepare<[], Stored>("SELECT * FROM step WHERE state = 'undone' ORDER BY id LIMIT 1");
  const setState = db.prepare<{ id: number; state: string }>('UPDATE step SET state = :state WHERE id = :id');
  const widen = db.prepare<{ id: number; changes: string }>('UPDATE step SET changes = :changes WHERE id = :id');
  const apply = applier(db, derived);
  const read = reader(db);

  function add(name: string, at: string, subject: string | null, changes: readonly Change[]): HistoryStep {
    forget.run();
    const id = Number(insert.run({ name, at, subject, changes: JSON.stringify(changes) }).lastInsertRowid);
    return { id, name, at, subject, count: changes.length, undone: false };
  }

  function take(found: Stored | undefined, state: 'done' | 'undone'): HistoryStep {
    if (found === undefined) throw new LedgerError('nothing-to-undo', 'There is no step to take back or do again.');
    const changes = Changes.parse(JSON.parse(found.changes));
    for (const change of state === 'undone' ? changes.toReversed() : changes) {
      apply(change, state === 'undone' ? 'before' : 'after');
    }
    setState.run({ id: found.id, state });
    return toStep({ ...found, state });
  }

  return {
    /** Runs one step and keeps what it changed. */
    record(name: string, at: string, subject: string | null, run: (note: Noting) => void): HistoryStep {
      const changes: Change[] = [];
      run(noting(read, changes));
      return add(name, at, subject, changes);
    },
    /** Lets one more import belong to the newest step, where that is of this name. */
    join(name: string, id: number, at: string): boolean {
      const found = newestDone.get();
      if (found?.name !== name || nextUndone.get()) return false;
      const changes: Change[] = [...Changes.parse(JSON.parse(found.changes)), arrival(id, at)];
      widen.run({ id: found.id, changes: JSON.stringify(changes) });
      return true;
    },
    /** Notes an import as a step. */
    arrived: (name: string, at: string, subject: string, id: number) => add(name, at, subject, [arrival(id, at)]),
    /** Both throw `nothing-to-undo`. */
    undo: () => take(newestDone.get(), 'undone'),
    redo: () => take(nextUndone.get(), 'done'),
  };
}

/** An import that is taken back counts as undone when it was imported: steps have no clock of their own. */
const arrival = (id: number, at: string): Change => ({ table: 'import', id, before: at, after: null });

/** A stored step as lists show it. */
const toStep = ({ id, name, at, subject, changes, state }: Stored): HistoryStep => ({
  id,
  name,
  at,
  subject,
  count: Changes.parse(JSON.parse(changes)).length,
  undone: state === 'undone',
});

function noting(read: ReturnType<typeof reader>, changes: Change[]): Noting {
  return {
    row(table, id, run) {
      const before = id === null ? null : read(table, id);
      const made = run();
      const at = id ?? Number(made);
      const after = read(table, at);
      if (after === null) throw new Error(`There is no row ${at} in ${table}.`);
      changes.push({ table, id: at, before: before ?? { ...after, live: 0 }, after });
      return at;
    },
    imported: (id, before, after) => void changes.push({ table: 'import', id, before, after }),
  };
}

function reader(db: Database) {
  const rows = new Map(
    tables.map((table) => [table, db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE id = ?`)]),
  );
  return (table: Table, id: number) => rows.get(table)?.get(id) ?? null;
}

/** Puts rows back to what they were, or forward to what they became. */
function applier(db: Database, derived: Parameters<typeof stepStore>[1]) {
  const undone = db.prepare<{ id: number; at: string | null }>('UPDATE import SET undone_at = :at WHERE id = :id');
  const updates = new Map<string, Statement<Row>>();

  return (change: Change, to: 'before' | 'after'): void => {
    const { id } = change;
    if (change.table === 'import') {
      undone.run({ id, at: change[to] });
      derived.markStale({ turned: id });
      return;
    }
    const row = change[to];
    const names = ownColumns(change.table, Object.keys(row));
    const sql = `UPDATE ${change.table} SET ${names.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`;
    const update = updates.get(sql) ?? db.prepare<Row>(sql);
    updates.set(sql, update);
    update.run({ ...row, id });
  };
}

/** Of an exception only what a person decided: the rest is derived and follows by itself. */
function ownColumns(table: Table, names: readonly string[]): string[] {
  const decided = ['state', 'reason', 'note', 'until', 'decided_at', 'decided_on'];
  return names.filter((name) => (table === 'exception' ? decided.includes(name) : name !== 'id'));
}
