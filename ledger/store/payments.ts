import type { Database } from 'better-sqlite3';
import type { Derived } from '../reconcile/payments.ts';

type Row = Omit<Derived, 'movements'>;

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

/** A payment as the table has it: its id, then a value a column. */
type Stored = readonly [id: number, ...values: readonly unknown[]];

/** The payment and payment_movement tables, both derived. */
export function paymentStore(db: Database) {
  const all = db.prepare<[], Stored>(`SELECT id, ${columns.join(', ')} FROM payment`).raw();
  const insert = db.prepare(
    // A payment that comes back gets the number it had; no number is ever given to another one.
    `INSERT INTO payment (id, ${columns.join(', ')}) VALUES (coalesce(
      (SELECT id FROM payment_gone WHERE account = ? AND key = ?),
      max(coalesce((SELECT max(id) FROM payment), 0), coalesce((SELECT max(id) FROM payment_gone), 0)) + 1),
      ${columns.map(() => '?').join(', ')})`,
  );
  const update = db.prepare(`UPDATE payment SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  const remove = db.prepare<[number]>('DELETE FROM payment WHERE id = ?');
  const links = db.prepare<[], [number, number]>('SELECT movement, payment FROM payment_movement').raw();
  const link = db.prepare<[number, number]>(
    'INSERT INTO payment_movement (movement, payment) VALUES (?, ?) ON CONFLICT (movement) DO UPDATE SET payment = excluded.payment',
  );
  const unlink = db.prepare<[number]>('DELETE FROM payment_movement WHERE movement = ?');

  /** Lays movements under their payments; what is still in `linked` afterwards is nobody's. */
  function linker(linked: Map<number, number>) {
    return ({ movements }: Derived, id: number): void => {
      for (const movement of movements) {
        if (linked.get(movement) !== id) link.run(movement, id);
        linked.delete(movement);
      }
    };
  }

  /**
   * Makes the tables say what was derived and writes only what differs. A payment keeps its id while its key stays,
   * even where it moves to another account. Call inside a transaction.
   */
  function replace(derived: readonly Derived[]): void {
    const stored = new Map(all.all().map((row) => [placeOf(row), row]));
    const linked = new Map(links.all());
    const place = linker(linked);
    const added: Derived[] = [];
    for (const payment of derived) {
      const key = `${payment.account} ${payment.key}`;
      const known = stored.get(key);
      if (known === undefined) added.push(payment);
      else {
        if (differs(known, payment)) update.run(...valuesOf(payment), known[0]);
        place(payment, known[0]);
        stored.delete(key);
      }
    }
    const left = new Map([...stored.values()].map((row) => [row[KEY], row]));
    for (const payment of added) {
      const moved = left.get(payment.key);
      if (moved) update.run(...valuesOf(payment), moved[0]);
      place(
        payment,
        moved ? moved[0] : Number(insert.run(payment.account, payment.key, ...valuesOf(payment)).lastInsertRowid),
      );
      if (moved) stored.delete(placeOf(moved));
      left.delete(payment.key);
    }
    for (const movement of linked.keys()) unlink.run(movement);
    for (const [id] of stored.values()) remove.run(id);
  }

  return { replace };
}

const ACCOUNT = 1 + columns.indexOf('account');
const KEY = 1 + columns.indexOf('key');
const placeOf = (row: Stored) => `${String(row[ACCOUNT])} ${String(row[KEY])}`;
const valuesOf = (payment: Row) => columns.map((column) => payment[column]);
const differs = (row: Stored, payment: Row) => columns.some((column, at) => row[at + 1] !== payment[column]);
