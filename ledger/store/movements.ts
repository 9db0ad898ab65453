import type { Database } from 'better-sqlite3';
import type { Direction, MovementKind, Source } from '#contract/words.ts';
import type { Movement } from '../reconcile/movement.ts';

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
  const retire = db.prepare<{ import: number }>(`
    UPDATE movement SET live = 0
    WHERE id IN (SELECT movement FROM import_row WHERE import = :import AND movement IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM import_row r JOIN import i ON i.id = r.import
        WHERE r.movement = movement.id AND i.undone_at IS NULL)
  `);

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
    /** After an import was undone: what no other import tells is no longer alive. */
    retire: (undone: number) => void retire.run({ import: undone }),
    /** All that any import that stands tells, with every variant. */
    live: living(db),
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

function living(db: Database) {
  const live = db.prepare<[], Omit<Movement, 'proved'>>(`
    SELECT id, account, source, source || ':' || identity || '#' || occurrence AS identity, kind, direction, receipt,
      linked_receipt AS linkedReceipt, amount, fee, occurred_at AS occurredAt, precision, party, phone,
      account_ref AS accountRef
    FROM movement WHERE live = 1
  `);
  const proved = db
    .prepare<[], number>(`
      SELECT DISTINCT r.movement FROM import_row r JOIN import i ON i.id = r.import
      WHERE i.verified = 1 AND i.undone_at IS NULL AND r.movement IS NOT NULL
    `)
    .pluck();

  return (): Movement[] => {
    const inProvedStatement = new Set(proved.all());
    return live.all().map((row) => ({ ...row, proved: inProvedStatement.has(row.id) }));
  };
}
