import type { Database } from 'better-sqlite3';
import type { DecisionCode, DecisionState } from '#contract/decisions.ts';
import { type Turn, writeEach } from '../long-work.ts';

/** What asks for a decision, as it is derived. `key` is the same for the same thing for ever; cents are never negative. */
export type Asking = {
  readonly key: string;
  readonly code: DecisionCode;
  readonly cents: number;
  readonly account: number | null;
  readonly at: string | null;
  readonly subject: string | null;
  readonly receipt: string | null;
  readonly expected: readonly number[];
  readonly payments: readonly number[];
  /** The key of the proposal that waits for a person. */
  readonly match: string | null;
  /** What a balance gap, a message or a period adds. */
  readonly detail: unknown;
};

type Row = Omit<Asking, 'expected' | 'payments' | 'match' | 'detail'> & {
  expected: string;
  payments: string;
  match: number | null;
  detail: string | null;
};
type Stored = Row & { id: number; live: 0 | 1 };

/** What a person decided about one. */
export type Ruling = {
  readonly state: DecisionState;
  readonly reason: string | null;
  readonly note: string | null;
  readonly until: string | null;
  readonly at: string | null;
};

/** The money and the records that are asked about, as one text. */
const subject = (table: string) => `${table}.cents || '|' || ${table}.expected || '|' || ${table}.payments`;

/**
 * The state of an exception now, in SQL: one that was settled or put off, and of which the money or the records have
 * changed since, is open again; where they are what they were, the word holds again.
 */
export const stateNow = (table: string): string =>
  `CASE WHEN ${table}.decided_on <> ${subject(table)} THEN 'open' ELSE ${table}.state END`;

const columns = [
  'code',
  'cents',
  'account',
  'at',
  'subject',
  'receipt',
  'expected',
  'payments',
  'match',
  'detail',
] as const satisfies readonly (keyof Row)[];

/** So many are kept in mind between two changes. */
const MOST_KEPT = 100_000;

/** The exception table. */
export function exceptionStore(db: Database) {
  const all = db.prepare<[], Stored>(`SELECT id, key, live, ${columns.join(', ')} FROM exception`);
  const { insert, update, retire, rowOf } = writing(db);
  const exists = db.prepare<[number], number>('SELECT 1 FROM exception WHERE id = ? AND live = 1').pluck();
  const rule = db.prepare<Ruling & { id: number }>(
    `UPDATE exception SET state = :state, reason = :reason, note = :note, until = :until, decided_at = :at,
      decided_on = CASE WHEN :state IN ('snoozed', 'resolved', 'written-off') THEN ${subject('exception')} END WHERE id = :id`,
  );

  /** What was written the last time, by key: only this writes these columns. Null: not known. */
  let written: ReadonlyMap<string, Asking> | null = null;

  /** Held against the table itself. */
  function compare(asking: readonly Asking[], turn: Turn): void {
    const stored = new Map(all.all().map((row) => [row.key, row]));
    for (const one of asking) {
      const row = rowOf(one);
      const known = stored.get(row.key);
      stored.delete(row.key);
      const same = known?.live === 1 && columns.every((name) => known[name] === row[name]);
      if (same) continue;
      (known === undefined ? insert : update).run(row);
      turn(1);
    }
    const gone = [...stored.values()].filter(({ live }) => live === 1);
    writeEach(gone, turn, ({ key }) => retire.run(key));
  }

  /** Held against what was written the last time. */
  function change(asking: readonly Asking[], before: ReadonlyMap<string, Asking>, turn: Turn): void {
    const gone = new Map(before);
    for (const one of asking) {
      const known = before.get(one.key);
      gone.delete(one.key);
      if (known !== undefined && sameAsking(known, one)) continue;
      const row = rowOf(one);
      if (update.run(row).changes === 0) insert.run(row);
      turn(1);
    }
    writeEach(gone.keys(), turn, (key) => retire.run(key));
  }

  return {
    /** Makes the table say what asks, and writes only what differs. What comes back has the state it had. */
    follow(asking: readonly Asking[], turn: Turn): void {
      if (written === null) compare(asking, turn);
      else change(asking, written, turn);
      written = asking.length > MOST_KEPT ? null : new Map(asking.map((one) => [one.key, one]));
    },
    /** What was written the last time was taken back. */
    forget: (): void => {
      written = null;
    },
    has: (id: number) => exists.get(id) === 1,
    decide: (id: number, ruling: Ruling) => void rule.run({ id, ...ruling }),
  };
}

/** What the derived half of the table is written with. */
function writing(db: Database) {
  const insert = db.prepare<Row>(`
    INSERT INTO exception (key, ${columns.join(', ')}, live, state)
    VALUES (:key, ${columns.map((name) => `:${name}`).join(', ')}, 1, 'open')
  `);
  const update = db.prepare<Row>(
    `UPDATE exception SET ${columns.map((name) => `${name} = :${name}`).join(', ')}, live = 1 WHERE key = :key`,
  );
  const retire = db.prepare<[string]>('UPDATE exception SET live = 0 WHERE key = ?');
  const matchId = db.prepare<[string], number>('SELECT id FROM match WHERE key = ?').pluck();
  const rowOf = ({ expected, payments, match, detail, ...rest }: Asking): Row => ({
    ...rest,
    expected: JSON.stringify(expected),
    payments: JSON.stringify(payments),
    match: match === null ? null : (matchId.get(match) ?? null),
    detail: detail === null ? null : JSON.stringify(detail),
  });

  return { insert, update, retire, rowOf };
}

const sameAsking = (a: Asking, b: Asking): boolean =>
  a === b ||
  (a.code === b.code &&
    a.cents === b.cents &&
    a.match === b.match &&
    a.account === b.account &&
    a.at === b.at &&
    a.subject === b.subject &&
    a.receipt === b.receipt &&
    a.expected.join() === b.expected.join() &&
    a.payments.join() === b.payments.join() &&
    JSON.stringify(a.detail) === JSON.stringify(b.detail));
