import type { Database } from 'better-sqlite3';

/** Rows that a page of the liveness of an import, or of a table, is long. */
export type Stretch = { readonly after: number; readonly upTo: number };

/**
 * Which movements, messages and sales are live: told by at least one import that stands. What linked accounts told stands in no
 * import and is left alone.
 */
export function liveStore(db: Database) {
  const tables = (['movement', 'message'] as const).map((table) => {
    const stands = `EXISTS (SELECT 1 FROM import_row r JOIN import i ON i.id = r.import
      WHERE r.${table} = ${table}.id AND i.undone_at IS NULL)`;
    return {
      ofImport: db.prepare<Stretch & { id: number }>(`
        UPDATE ${table} SET live = ${stands} WHERE live <> ${stands} AND id IN (
          SELECT ${table} FROM import_row WHERE import = :id AND seq > :after AND seq <= :upTo AND ${table} IS NOT NULL)
      `),
      ofTable: db.prepare<Stretch>(`
        UPDATE ${table} SET live = ${stands} WHERE id > :after AND id <= :upTo AND live <> ${stands}
          AND EXISTS (SELECT 1 FROM import_row WHERE ${table} = ${table}.id)
      `),
      newest: db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck(),
    };
  });
  const sold = `(removed = 0 AND EXISTS (SELECT 1 FROM expected_row r JOIN import i ON i.id = r.import
    WHERE r.expected = expected.id AND i.undone_at IS NULL))`;
  const sales = db.prepare(`UPDATE expected SET live = ${sold} WHERE identity IS NOT NULL AND live <> ${sold}`);
  const lastRow = db.prepare<[number], number>('SELECT coalesce(max(seq), 0) FROM import_row WHERE import = ?').pluck();

  return {
    /** Lets what an import told follow whether it stands. Call `turn` where the work may be parted. */
    followImport(id: number, count: number, turn: (rows: number) => void): void {
      const end = lastRow.get(id) ?? 0;
      for (let after = 0; after < end; after += count) {
        for (const { ofImport } of tables) ofImport.run({ id, after, upTo: after + count });
        turn(count);
      }
    },
    /** Lets the sales that files tell follow; those that were typed are left alone. Answers whether any changed. */
    followSales: (): boolean => sales.run().changes > 0,
    /** The same for everything any import ever told. */
    followAll(count: number, turn: (rows: number) => void): void {
      for (const { ofTable, newest } of tables) {
        const end = newest.get() ?? 0;
        for (let after = 0; after < end; after += count) {
          ofTable.run({ after, upTo: after + count });
          turn(count);
        }
      }
    },
  };
}
