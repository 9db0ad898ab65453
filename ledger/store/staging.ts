import type { Database } from 'better-sqlite3';

/** The newest rows of before a source began to be read. */
export type Before = {
  readonly import: number;
  readonly movement: number;
  readonly message: number;
  readonly account: number;
};

/** Rows that are taken out again in one transaction. */
const CHUNK = 10_000;

/**
 * What is being read and is not in the book yet. It lies among the other rows, newer than all of them, so that it can be
 * let in at once or taken out again.
 */
export function stagingStore(db: Database) {
  const newest = db.prepare<[], Before>(`
    SELECT (SELECT coalesce(max(id), 0) FROM import) AS import, (SELECT coalesce(max(id), 0) FROM movement) AS movement,
      (SELECT coalesce(max(id), 0) FROM message) AS message, (SELECT coalesce(max(id), 0) FROM account) AS account
  `);
  const begin = db.prepare<Before>(`
    INSERT INTO staging (id, import, movement, message, account) VALUES (1, :import, :movement, :message, :account)
    ON CONFLICT DO NOTHING
  `);
  const end = db.prepare('DELETE FROM staging');
  const left = db.prepare<[], Before>('SELECT import, movement, message, account FROM staging');

  return {
    /** Hides what is newer than now, and answers what now is. Within another reading, that one goes on hiding. */
    begin(): Before {
      const now = newest.get()!;
      begin.run(now);
      return now;
    },
    /** Lets it be seen. */
    end: () => void end.run(),
    /** What a reading that was broken off has left behind; undefined where none was. */
    left: () => left.get(),
    takeOut: takingOut(db),
  };
}

/** SQL: an import that stands tells this row of `table`. */
const stands = (table: string) => `EXISTS (SELECT 1 FROM import_row r JOIN import i ON i.id = r.import
  WHERE r.${table} = ${table}.id AND i.undone_at IS NULL)`;

/**
 * Takes out all that staged imports told since `before`, in transactions of its own; broken off, it can be done again.
 * Call outside of a transaction: keys are not checked on the way, because each row would look for its children in tables
 * that go with it.
 */
function takingOut(db: Database): (before: Before) => void {
  const staged = db.prepare<[number], number>('SELECT id FROM import WHERE staged = 1 AND id > ?').pluck();
  const lastRow = db.prepare<[number], number>('SELECT coalesce(max(seq), 0) FROM import_row WHERE import = ?').pluck();
  const page = 'import = :id AND seq > :after AND seq <= :upTo';
  const known = (['movement', 'message'] as const).map((table) =>
    db.prepare<{ id: number; after: number; upTo: number; newest: number }>(`
      UPDATE ${table} SET live = 0 WHERE live = 1 AND NOT ${stands(table)}
        AND id IN (SELECT ${table} FROM import_row WHERE ${page} AND ${table} <= :newest)
    `),
  );
  const rows = db.prepare<{ id: number; after: number; upTo: number }>(`DELETE FROM import_row WHERE ${page}`);
  const tables = (['message', 'movement', 'account', 'import'] as const).map((table) => ({
    table,
    newest: db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck(),
    remove: db.prepare<[number, number]>(`DELETE FROM ${table} WHERE id > ? AND id <= ?`),
  }));
  const sales = db.prepare<[number]>('DELETE FROM expected_row WHERE import = ?');
  const untold = db.prepare(`
    DELETE FROM expected WHERE identity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM expected_row WHERE expected = expected.id)
  `);
  const end = db.prepare<Before>('DELETE FROM staging WHERE movement = :movement AND import = :import');

  const takeOut = (before: Before): void => {
    for (const id of staged.all(before.import)) {
      const last = lastRow.get(id) ?? 0;
      for (let after = 0; after < last; after += CHUNK) {
        const of = { id, after, upTo: after + CHUNK };
        db.transaction(() => {
          known[0]!.run({ ...of, newest: before.movement });
          known[1]!.run({ ...of, newest: before.message });
          rows.run(of);
        })();
      }
      sales.run(id);
    }
    untold.run();
    for (const { table, newest, remove } of tables) {
      const last = newest.get() ?? 0;
      for (let after = before[table]; after < last; after += CHUNK) remove.run(after, after + CHUNK);
    }
    end.run(before);
  };

  return (before) => {
    db.pragma('foreign_keys = OFF');
    try {
      takeOut(before);
    } finally {
      db.pragma('foreign_keys = ON');
    }
  };
}
