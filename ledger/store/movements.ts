import type { Database } from 'better-sqlite3';
import type { Direction, MovementKind, Source } from '#contract/words.ts';

/** A movement about to be stored, in the table's words. Cents are signed: in positive, out negative. */
export type MovementRow = {
  account: number;
  source: Source;
  /** What it has in common with every other row that tells the same; see `identity.ts`. */
  identity: string;
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

/**
 * Where a movement ended up. `fresh`: no import that stands had told it before. `changed`: the table says more than before;
 * what is not fresh can be told in new words.
 */
export type Added = {
  readonly id: number;
  readonly occurrence: number;
  readonly fresh: boolean;
  readonly changed: boolean;
};

/**
 * Of a row that is known already, which of its twins it is, from 1; `firsts` are all tellings of the first of them, `same`
 * the one in the very words of the row.
 */
export type OccurrenceOf = (firsts: readonly number[], same: number | null) => number;

/** What the book knew of a receipt. */
export type KnownReceipt = Pick<MovementRow, 'account' | 'source' | 'kind' | 'amount' | 'linked_receipt'>;

/** The movement table. */
export function movementStore(db: Database) {
  const newest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM movement').pluck();
  const withReceipt = db.prepare<[string, number], KnownReceipt>(`
    SELECT account, source, kind, amount, linked_receipt FROM movement WHERE receipt = ? AND live = 1 AND id <= ?
  `);
  const tellsNow = db
    .prepare<[number, Source], 1>('SELECT 1 FROM movement WHERE account = ? AND source = ? AND live = 1 LIMIT 1')
    .pluck();

  return {
    /** Stores a movement, or finds it where it has been told before; a telling in other words becomes a variant. */
    add: adding(db),
    /** The newest movement's id; 0 in an empty book. */
    newest: () => newest.get() ?? 0,
    /** What stands under a receipt, up to the id `upTo`. */
    withReceipt: (receipt: string, upTo: number) => withReceipt.all(receipt, upTo),
    /** Whether this witness tells of this account. */
    tellsNow: (account: number, source: Source) => tellsNow.get(account, source) !== undefined,
  };
}

const columns = [
  'account',
  'source',
  'identity',
  'kind',
  'direction',
  'receipt',
  'linked_receipt',
  'amount',
  'fee',
  'balance_after',
  'occurred_at',
  'precision',
  'party',
  'phone',
  'shortcode',
  'account_ref',
] as const satisfies readonly (keyof MovementRow)[];

/** A telling of a movement that is known. `same`: in the very words of the row that is held against it. */
type Variant = { readonly id: number; readonly live: 0 | 1; readonly same: boolean };

function adding(db: Database) {
  const insert = db.prepare(`
    INSERT INTO movement (occurrence, variant, ${columns.join(', ')}, live)
    VALUES (?, ?, ${columns.map(() => '?').join(', ')}, 1)
    ON CONFLICT (account, source, minute, identity, occurrence, variant) DO NOTHING
  `);
  const revive = db.prepare<[number]>('UPDATE movement SET live = 1 WHERE id = ?');
  const known = knownTellings(db);
  /** What is known comes in runs, as files overlap: then looking first saves the attempt to insert. */
  let repeating = false;

  function added(row: MovementRow, occurrence: number, variant: number): Added | null {
    const { changes, lastInsertRowid } = insert.run(occurrence, variant, ...columns.map((column) => row[column]));
    return changes === 1 ? { id: Number(lastInsertRowid), occurrence, fresh: true, changed: true } : null;
  }

  function again(row: MovementRow, stored: readonly Variant[], occurrence: number): Added {
    const fresh = stored.every(({ live }) => live === 0);
    const said = stored.find(({ same }) => same);
    if (said === undefined) return { ...added(row, occurrence, stored.length)!, fresh };
    const { id, live } = said;
    if (live === 0) revive.run(id);
    return { id, occurrence, fresh, changed: live === 0 };
  }

  return (row: MovementRow, occurrenceOf: OccurrenceOf = () => 1): Added => {
    const looked = repeating ? known(row, 1) : [];
    const first = looked.length === 0 ? added(row, 1, 0) : null;
    repeating = first === null;
    if (first) return first;
    const firsts = looked.length === 0 ? known(row, 1) : looked;
    const occurrence = occurrenceOf(
      firsts.map(({ id }) => id),
      firsts.find(({ same }) => same)?.id ?? null,
    );
    if (occurrence === 1) return again(row, firsts, 1);
    return added(row, occurrence, 0) ?? again(row, known(row, occurrence), occurrence);
  };
}

type Key = readonly [account: number, source: Source, source_: Source, identity_: string, identity: string, n: number];
type Cells = readonly (string | number | null)[];

/** Reads all tellings of the movement that a row tells, oldest first. */
function knownTellings(db: Database): (row: MovementRow, occurrence: number) => readonly Variant[] {
  const where = `account = ? AND source = ? AND minute = iif(? = 'sms', '', substr(?, -16)) AND identity = ? AND occurrence = ?`;
  const all = db
    .prepare<[...Key], readonly [id: number, live: 0 | 1, ...words: Cells]>(
      `SELECT id, live, ${told.join(', ')} FROM movement WHERE ${where} ORDER BY variant`,
    )
    .raw();
  // Most rows are told in the same words as before: SQLite compares them for a quarter of what it costs to fetch them.
  const same = db
    .prepare<[...Key, ...Cells], readonly [id: number, live: 0 | 1, tellings: number]>(`
      SELECT id, live, (SELECT count(*) FROM movement v WHERE v.account = m.account AND v.source = m.source
        AND v.minute = m.minute AND v.identity = m.identity AND v.occurrence = m.occurrence)
      FROM movement m WHERE ${where} AND ${told.map((column) => `${column} IS ?`).join(' AND ')}
    `)
    .raw();

  return (row, occurrence) => {
    const { account, source, identity } = row;
    const key: Key = [account, source, source, identity, identity, occurrence];
    const [id, live, tellings] = same.get(...key, ...told.map((column) => row[column])) ?? [0, 0, 0];
    if (tellings === 1) return [{ id, live, same: true }];
    return all.all(...key).map(([one, alive, ...words]) => ({
      id: one,
      live: alive,
      same: told.every((column, at) => words[at] === row[column]),
    }));
  };
}
