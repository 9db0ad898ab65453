import type { Database } from 'better-sqlite3';
import { coverOf, joinStretches } from '../reconcile/coverage.ts';

/** A month of an account, with its first payment and its last. */
export type MonthOf = {
  account: number;
  month: string;
  first: string;
  last: string;
  /** The account's first payment of all. */
  began: string;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * A function that says whether statements cover a month: all of it, but for the days before the account's first payment. A
 * file whose printed totals or balances do not hold lacks rows, whatever days it names, and covers none.
 */
export function monthCover(db: Database): (month: MonthOf) => boolean {
  const covered = db.prepare<[number], { from: string; to: string; proved: 0 | 1 }>(`
    SELECT period_from AS "from", period_to AS "to", verified AS proved FROM import
    WHERE account = ? AND undone_at IS NULL AND period_from IS NOT NULL AND period_to IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM json_each(checks) WHERE value ->> 'holds' = 0)
  `);
  const stretches = (account: number) =>
    joinStretches(
      covered.all(account).map(({ from, to, proved }) => ({
        from: Date.parse(from),
        to: Date.parse(to),
        proved: proved === 1,
      })),
    );
  return (month) => {
    const { from, to } = timeOf(month);
    return coverOf(stretches(month.account), from, to) !== 'none';
  };
}

function timeOf({ month, first, last, began }: MonthOf): { readonly from: number; readonly to: number } {
  const [year, number] = month.split('-').map(Number);
  const begin = Date.parse(`${month}-01T00:00:00+03:00`);
  const days = new Date(Date.UTC(year!, number, 0)).getUTCDate();
  // The last minute of a month: some statements end at 23:59, some at 23:59:59.
  const end = begin + days * DAY - MINUTE;
  return { from: began < first ? begin : Date.parse(first), to: Math.max(end, Date.parse(last)) };
}
