import type { Database } from 'better-sqlite3';
import { REVERSAL } from '../reconcile/gather.ts';
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
  'taken_back',
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

/** Of what some payments were derived: every movement of their groups, alive or not, and their receipts. */
export type Scope = { readonly receipts: readonly string[]; readonly movements: readonly number[] };

/** SQL that is true of the payments under a receipt, by the index of their keys. */
export const keyedBy = (payment: string, receipt: string): string =>
  `${payment}.key IN (${receipt}, ${receipt} || '${REVERSAL}')`;

/** The payment and payment_movement tables, both derived. */
export function paymentStore(db: Database) {
  const read = scopeReader(db);
  const update = db.prepare(`UPDATE payment SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  const remove = db.prepare<[number]>('DELETE FROM payment WHERE id = ?');
  const unlink = db.prepare<[number]>('DELETE FROM payment_movement WHERE movement = ?');
  const placing = linker(db);
  const inserting = inserter(db);

  /**
   * Makes the tables say what was derived of these movements and writes only what differs. A payment keeps its id while
   * its key stays, even where it moves to another account. Answers whether it wrote anything, whether a payment that
   * messages tell of left its account, and in which accounts they lay or lie. Call inside a transaction.
   */
  function replace(
    derived: readonly Derived[],
    scope: Scope,
  ): { readonly wrote: boolean; readonly messagesLeft: boolean; readonly accounts: ReadonlySet<number> } {
    const { stored, linked } = read(scope);
    const accounts = new Set([...[...stored.values()].map(accountOf), ...derived.map(({ account }) => account)]);
    const place = placing(linked);
    const added: Derived[] = [];
    let changed = false;
    for (const payment of derived) {
      const key = `${payment.account} ${payment.key}`;
      const known = stored.get(key);
      if (known === undefined) added.push(payment);
      else {
        if (differs(known, payment)) {
          update.run(...valuesOf(payment), known[0]);
          changed = true;
        }
        place(payment, known[0]);
        stored.delete(key);
      }
    }
    const left = new Map([...stored.values()].map((row) => [row[KEY], row]));
    const messagesLeft = [...stored.values()].some((row) => row[MESSAGES] !== 0);
    const wrote = changed || added.length + stored.size > 0;
    const insert = inserting();
    for (const payment of added) {
      const moved = left.get(payment.key);
      if (moved) {
        update.run(...valuesOf(payment), moved[0]);
        stored.delete(placeOf(moved));
        left.delete(payment.key);
      }
      place(payment, moved ? moved[0] : insert(payment));
    }
    for (const movement of linked.keys()) unlink.run(movement);
    for (const [id] of stored.values()) remove.run(id);
    return { wrote: wrote || linked.size > 0, messagesLeft, accounts };
  }

  return { replace };
}

/** Reads the payments of a scope by where they stand, and under which its movements lie. */
function scopeReader(db: Database) {
  const within = db
    .prepare<[string, string], Stored>(`
      SELECT id, ${columns.join(', ')} FROM payment WHERE id IN (
        SELECT p.id FROM json_each(?) r CROSS JOIN payment p ON ${keyedBy('p', 'r.value')}
        UNION SELECT l.payment FROM json_each(?) m CROSS JOIN payment_movement l ON l.movement = m.value)
    `)
    .raw();
  const links = db
    .prepare<[string], [number, number]>(
      'SELECT l.movement, l.payment FROM json_each(?) m CROSS JOIN payment_movement l ON l.movement = m.value',
    )
    .raw();
  return ({ receipts, movements }: Scope) => {
    const ids = JSON.stringify(movements);
    const stored = within.all(JSON.stringify(receipts), ids).map((row): [string, Stored] => [placeOf(row), row]);
    return { stored: new Map(stored), linked: new Map(links.all(ids)) };
  };
}

/** Lays movements under their payments; what is still in `linked` afterwards is nobody's. */
function linker(db: Database) {
  const link = db.prepare<[number, number]>(
    'INSERT INTO payment_movement (movement, payment) VALUES (?, ?) ON CONFLICT (movement) DO UPDATE SET payment = excluded.payment',
  );
  return (linked: Map<number, number>) =>
    ({ movements }: Derived, id: number): void => {
      for (const movement of movements) {
        if (linked.get(movement) !== id) link.run(movement, id);
        linked.delete(movement);
      }
    };
}

/** Writes new payments. One that comes back gets the number it had; no number is ever given to another one. */
function inserter(db: Database): () => (payment: Derived) => number {
  const insert = db.prepare(
    `INSERT INTO payment (id, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
  );
  const newest = db.prepare<[], { id: number; gone: number }>(`
    SELECT coalesce((SELECT max(id) FROM payment), 0) AS id, coalesce((SELECT max(id) FROM payment_gone), 0) AS gone
  `);
  const cameBack = db
    .prepare<[number, string], number>('DELETE FROM payment_gone WHERE account = ? AND key = ? RETURNING id')
    .pluck();

  return () => {
    const { id, gone } = newest.get()!;
    let next = Math.max(id, gone);
    return (payment) => {
      const known = gone > 0 ? cameBack.get(payment.account, payment.key) : undefined;
      const own = known ?? (next += 1);
      insert.run(own, ...valuesOf(payment));
      return own;
    };
  };
}

const ACCOUNT = 1 + columns.indexOf('account');
const KEY = 1 + columns.indexOf('key');
const MESSAGES = 1 + columns.indexOf('messages');
const accountOf = (row: Stored) => Number(row[ACCOUNT]);
const placeOf = (row: Stored) => `${String(row[ACCOUNT])} ${String(row[KEY])}`;
const valuesOf = (payment: Row) => columns.map((column) => payment[column]);
const differs = (row: Stored, payment: Row) => columns.some((column, at) => row[at + 1] !== payment[column]);
