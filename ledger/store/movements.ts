import type { Database } from 'better-sqlite3';
import type { Direction, MovementKind, Source } from '#contract/words.ts';

/** A movement about to be stored, in the table's words. Cents are signed: in positive, out negative. */
export type MovementRow = {
  account: number;
  source: Source;
  /** What it has in common with every other row that tells the same; see `identity.ts`. */
  identity: string;
  /** Which of several rows with one identity in one file, from 1. */
  occurrence: number;
  kind: MovementKind;
  direction: Direction;
  receipt: string | null;
  linked_receipt: string | null;
  amount: number;
  fee: number | null;
  balance_after: number | null;
  occurred_at: string | null;
  precision: 'second' | 'minute' | 'day' | null;
  party: string | null;
  phone: string | null;
  shortcode: string | null;
  account_ref: string | null;
};

/** What two tellings of one movement may differ in. */
const told = [
  'kind',
  'direction',
  'linked_receipt',
  'fee',
  'balance_after',
  'occurred_at',
  'precision',
  'party',
  'phone',
  'shortcode',
  'account_ref',
] as const satisfies readonly (keyof MovementRow)[];

type Variant = { id: number; live: 0 | 1; same: 0 | 1 };

/** Where a movement ended up. `fresh`: no import that stands had told it before. */
export type Added = { readonly id: number; readonly fresh: boolean };

/** The movement table. */
export function movementStore(db: Database) {
  const newest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM movement').pluck();
  const tells = db
    .prepare<[number, Source], 1>('SELECT 1 FROM movement WHERE account = ? AND source = ? LIMIT 1')
    .pluck();
  // An identity that has a receipt begins with it: its index finds the receipt, and no other is paid for.
  const withReceipt = db.prepare<
    { account: number; source: Source; from: string; to: string; newest: number },
    Pick<MovementRow, 'kind' | 'amount' | 'linked_receipt'>
  >(`
    SELECT kind, amount, linked_receipt FROM movement
    WHERE account = :account AND source = :source AND identity >= :from AND identity < :to AND live = 1 AND id <= :newest
  `);
  const tellsNow = db
    .prepare<[number, Source], 1>('SELECT 1 FROM movement WHERE account = ? AND source = ? AND live = 1 LIMIT 1')
    .pluck();

  return {
    /** Stores a movement, or finds it where it has been told before; a telling in other words becomes a variant. */
    add: adding(db),
    /** The newest movement's id; 0 in an empty book. */
    newest: () => newest.get() ?? 0,
    /** Whether this witness has ever told of this account. */
    tells: (account: number, source: Source) => tells.get(account, source) !== undefined,
    /** What stands under a receipt, as one witness told it for one account, up to the id `newest`. */
    withReceipt: (account: number, source: Source, receipt: string, upTo: number) =>
      withReceipt.all({ account, source, from: `${receipt}|`, to: `${receipt}}`, newest: upTo }),
    /** The same of what is live. */
    tellsNow: (account: number, source: Source) => tellsNow.get(account, source) !== undefined,
  };
}

function adding(db: Database) {
  const insert = db.prepare<MovementRow & { variant: number }>(`
    INSERT INTO movement (account, source, identity, occurrence, variant, kind, direction, receipt, linked_receipt, amount,
      fee, balance_after, occurred_at, precision, party, phone, shortcode, account_ref, live)
    VALUES (:account, :source, :identity, :occurrence, :variant, :kind, :direction, :receipt, :linked_receipt, :amount,
      :fee, :balance_after, :occurred_at, :precision, :party, :phone, :shortcode, :account_ref, 1)
    ON CONFLICT (account, source, identity, occurrence, variant) DO NOTHING
  `);
  const variants = db.prepare<MovementRow, Variant>(`
    SELECT id, live, ${told.map((column) => `${column} IS :${column}`).join(' AND ')} AS same FROM movement
    WHERE account = :account AND source = :source AND identity = :identity AND occurrence = :occurrence
  `);
  const revive = db.prepare<{ id: number }>('UPDATE movement SET live = 1 WHERE id = :id');

  return (row: MovementRow): Added => {
    const first = insert.run({ ...row, variant: 0 });
    if (first.changes === 1) return { id: Number(first.lastInsertRowid), fresh: true };
    const stored = variants.all(row);
    const fresh = stored.every((variant) => variant.live === 0);
    const same = stored.find((variant) => variant.same === 1);
    if (same === undefined)
      return { id: Number(insert.run({ ...row, variant: stored.length }).lastInsertRowid), fresh };
    if (same.live === 0) revive.run({ id: same.id });
    return { id: same.id, fresh };
  };
}
