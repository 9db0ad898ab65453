import type { Database } from 'better-sqlite3';

/** What a payment request asks for. */
export type Requested = {
  readonly move: string;
  readonly account: number | null;
  readonly at: string;
  /** Positive cents. */
  readonly amount: number;
  readonly reference: string | null;
};

/** Requested payments among what is expected. Call inside a transaction. Each tells whether it changed anything. */
export function requestedStore(db: Database) {
  const find = db.prepare<[string], number>('SELECT expected FROM requested WHERE move = ?').pluck();
  const insert = db.prepare<Omit<Requested, 'move'>>(`
    INSERT INTO expected (kind, account, at, precision, amount, customer, reference, receipt, live)
    VALUES ('sale', :account, :at, 'second', :amount, NULL, :reference, NULL, 1)
  `);
  const join = db.prepare<[string, number]>('INSERT INTO requested (move, expected) VALUES (?, ?)');
  const name = db.prepare<{ id: number; receipt: string }>(
    'UPDATE expected SET receipt = :receipt WHERE id = :id AND receipt IS NOT :receipt',
  );
  const drop = db.prepare<[number]>('UPDATE expected SET live = 0 WHERE id = ? AND live = 1');

  return {
    /** Expects it, once; `receipt` once the service has told it. What its owner took out stays out. */
    expect({ move, ...payment }: Requested, receipt: string | null): boolean {
      const known = find.get(move);
      const id = known ?? Number(insert.run(payment).lastInsertRowid);
      if (known === undefined) join.run(move, id);
      const named = receipt !== null && name.run({ id, receipt }).changes > 0;
      return known === undefined || named;
    },
    /** The receipt that it came under. */
    name(move: string, receipt: string): boolean {
      const id = find.get(move);
      return id !== undefined && name.run({ id, receipt }).changes > 0;
    },
    /** Nothing will come of it any more. */
    giveUp: (move: string): boolean => {
      const known = find.get(move);
      return known !== undefined && drop.run(known).changes > 0;
    },
  };
}
