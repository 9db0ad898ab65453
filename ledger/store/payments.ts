import type { Database } from 'better-sqlite3';
import type { Derived } from '../reconcile/payments.ts';

type Row = Omit<Derived, 'movements'>;
type Stored = Row & { id: number };

const columns = [
  'account',
  'key',
  'receipt',
  'kind',
  'direction',
  'amount',
  'charges',
  'occurred_at',
  'party',
  'phone',
  'account_ref',
  'standing',
  'finding',
  'exception',
  'at_risk',
  'message_amount',
  'statement_amount',
  'pass',
  'linked',
  'linked_as',
  'messages',
  'statement_rows',
  'compared',
  'message_in',
  'message_out',
  'statement_in',
  'statement_out',
  'delta_reason',
  'delta',
  'delta_charges',
] as const satisfies readonly (keyof Row)[];

/** The payment and payment_movement tables, both derived. */
export function paymentStore(db: Database) {
  const all = db.prepare<[], Stored>(`SELECT id, ${columns.join(', ')} FROM payment`);
  const insert = db.prepare(
    `INSERT INTO payment (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const update = db.prepare(`UPDATE payment SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  const remove = db.prepare<[number]>('DELETE FROM payment WHERE id = ?');
  const links = db.prepare<[], [number, number]>('SELECT movement, payment FROM payment_movement').raw();
  const link = db.prepare<[number, number]>(
    'INSERT INTO payment_movement (movement, payment) VALUES (?, ?) ON CONFLICT (movement) DO UPDATE SET payment = excluded.payment',
  );
  const unlink = db.prepare<[number]>('DELETE FROM payment_movement WHERE movement = ?');

  /**
   * Makes the tables say what was derived and writes only what differs. A payment keeps its id while its key stays,
   * even where it moves to another account. Call inside a transaction.
   */
  function replace(derived: readonly Derived[]): void {
    const stored = new Map(all.all().map((row) => [`${row.account} ${row.key}`, row]));
    const linked = new Map(links.all());
    const added: Derived[] = [];
    const place = (payment: Derived, id: number) => {
      for (const movement of payment.movements) {
        if (linked.get(movement) !== id) link.run(movement, id);
        linked.delete(movement);
      }
    };
    for (const payment of derived) {
      const key = `${payment.account} ${payment.key}`;
      const known = stored.get(key);
      if (known === undefined) added.push(payment);
      else {
        stored.delete(key);
        if (columns.some((column) => known[column] !== payment[column])) update.run(...values(payment), known.id);
        place(payment, known.id);
      }
    }
    const left = new Map([...stored.values()].map((row) => [row.key, row]));
    for (const payment of added) {
      const moved = left.get(payment.key);
      if (moved) update.run(...values(payment), moved.id);
      place(payment, moved ? moved.id : Number(insert.run(...values(payment)).lastInsertRowid));
      if (moved) stored.delete(`${moved.account} ${moved.key}`);
      left.delete(payment.key);
    }
    for (const movement of linked.keys()) unlink.run(movement);
    for (const { id } of stored.values()) remove.run(id);
  }

  return { replace };
}

const values = (payment: Row) => columns.map((column) => payment[column]);
