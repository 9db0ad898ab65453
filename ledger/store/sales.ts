import type { Database } from 'better-sqlite3';
import type { NewExpectedPayment } from '#contract/sale.ts';
import type { ExpectedRow } from '../reconcile/matching/rows.ts';

const columns = 'id, kind, account, at, precision, amount, customer, reference, receipt';

/** The expected table: sales and invoices. One that was removed stays, and is no longer alive. */
export function saleStore(db: Database) {
  const insert = db.prepare<NewExpectedPayment>(`
    INSERT INTO expected (kind, account, at, precision, amount, customer, reference, receipt, live)
    VALUES (:kind, NULL, :at, :precision, :amount, :customer, :reference, :receipt, 1)
  `);
  const live = db.prepare<[], ExpectedRow>(`SELECT ${columns} FROM expected WHERE live = 1`);
  const one = db.prepare<[number], ExpectedRow>(`SELECT ${columns} FROM expected WHERE id = ? AND live = 1`);
  const retire = db.prepare<[number]>('UPDATE expected SET live = 0 WHERE id = ? AND live = 1');

  return {
    add: (sale: NewExpectedPayment): number => Number(insert.run(sale).lastInsertRowid),
    live: () => live.all(),
    /** Undefined where there is none, or no more. */
    find: (id: number) => one.get(id),
    /** False where there is none, or no more. */
    remove: (id: number): boolean => retire.run(id).changes === 1,
  };
}
