import type { Database } from 'better-sqlite3';
import type { NewExpectedPayment } from '#contract/sale.ts';
import type { ExpectedRow } from '../reconcile/matching/rows.ts';

/** One row of a file that tells a sale; `occurrence` numbers true twins within the file, from 1. */
export type ToldSale = {
  readonly import: number;
  readonly row: number;
  readonly identity: string;
  readonly occurrence: number;
  readonly sale: NewExpectedPayment;
};

const columns = `id, kind, account, at, precision, amount, customer, reference, receipt,
  EXISTS (SELECT 1 FROM requested WHERE expected = expected.id) AS requested`;

/** The expected table: sales and invoices, typed or out of files. One that is gone stays, and is no longer alive. */
export function saleStore(db: Database) {
  const insert = db.prepare<NewExpectedPayment & { identity: string | null; occurrence: number | null }>(`
    INSERT INTO expected (kind, account, at, precision, amount, customer, reference, receipt, identity, occurrence, live)
    VALUES (:kind, :account, :at, :precision, :amount, :customer, :reference, :receipt, :identity, :occurrence, :identity IS NULL)
  `);
  const live = db.prepare<[], ExpectedRow>(`SELECT ${columns} FROM expected WHERE live = 1`);
  const typed = db.prepare<[], ExpectedRow>(
    `SELECT ${columns} FROM expected WHERE live = 1 AND identity IS NULL ORDER BY at, id`,
  );
  const one = db.prepare<[number], ExpectedRow>(`SELECT ${columns} FROM expected WHERE id = ? AND live = 1`);
  const remove = db.prepare<[number]>('UPDATE expected SET live = 0, removed = 1 WHERE id = ? AND live = 1');
  const add = (sale: NewExpectedPayment, identity: string | null = null, occurrence: number | null = null): number =>
    Number(insert.run({ ...sale, account: sale.account ?? null, identity, occurrence }).lastInsertRowid);

  return {
    add: (sale: NewExpectedPayment): number => add(sale),
    tell: telling(db, add),
    live: () => live.all(),
    /** Those that no file told, oldest first. */
    typed: () => typed.all(),
    /** Undefined where there is none, or no more. */
    find: (id: number) => one.get(id),
    /** Takes it out on the owner's word. False where there is none, or no more. */
    remove: (id: number): boolean => remove.run(id).changes === 1,
  };
}

type Known = { id: number; stands: 0 | 1 };

/**
 * What a file tells: stored, or found where a file has told it before; it is alive once `live.followSales` has run. True
 * where no import that stands had told it and its owner has not taken it out.
 */
function telling(db: Database, add: (sale: NewExpectedPayment, identity: string, occurrence: number) => number) {
  const known = db.prepare<[string, number], Known>(`
    SELECT id, removed = 1 OR EXISTS (
      SELECT 1 FROM expected_row r JOIN import i ON i.id = r.import
      WHERE r.expected = expected.id AND (i.undone_at IS NULL OR i.staged = 1)) AS stands
    FROM expected WHERE identity = ? AND occurrence = ?
  `);
  const tells = db.prepare<[number, number, number]>(
    'INSERT INTO expected_row (import, row, expected) VALUES (?, ?, ?)',
  );

  return ({ import: by, row, identity, occurrence, sale }: ToldSale): boolean => {
    const found = known.get(identity, occurrence);
    tells.run(by, row, found?.id ?? add(sale, identity, occurrence));
    return found?.stands !== 1;
  };
}
