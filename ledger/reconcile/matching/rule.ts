import type { MatchRule, NewMatch } from '#contract/match.ts';
import type { Due, Paid } from './rows.ts';

/** What stronger rules have left, in the order of its nature, and the pairs a person said no to. */
export type Open = {
  readonly dues: readonly Due[];
  readonly paids: readonly Paid[];
  readonly refused: Refused;
  /** Every receipt that was paid under, whether its payment is still open or not: who notes one of these means it. */
  readonly codes: ReadonlySet<string | null>;
};

/** By a sale's number the payments it was said not to belong to. */
export type Refused = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * One way of saying which payment settles which sale. Pure: a function of what is open, never of the order it came in.
 * Where two answers are equally good it gives none. No record stands in two matches of one rule.
 */
export type AllocationRule = {
  readonly id: MatchRule;
  /** Goes up whenever the rule would judge differently. */
  readonly version: number;
  find(open: Open): NewMatch[];
};

/** Whether these two may be put together at all: the account fits, and nobody has said no. */
export const mayPair = (open: Open, due: Due, paid: Paid): boolean =>
  (due.account === null || due.account === paid.account) && !open.refused.get(due.id)?.has(paid.id);

/** The same for two groups. */
export function mayGroup(open: Open, dues: readonly Due[], paids: readonly Paid[]): boolean {
  const accounts = new Set(paids.map((paid) => paid.account));
  const numbers = new Set(paids.map((paid) => paid.id));
  return dues.every((due) => {
    const fits = due.account === null || (accounts.size === 1 && accounts.has(due.account));
    return fits && ![...(open.refused.get(due.id) ?? [])].some((paid) => numbers.has(paid));
  });
}

/** Payments that were taken back or never completed settle nothing. */
export const pays = (paid: Paid): boolean => paid.standing !== 'reversed' && paid.standing !== 'failed';

/** Rows by a key, in their order; rows without a key are left out. */
export function groupBy<Row, Key extends string | number>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** What of these payments nobody has taken back. */
export const staysOf = (paids: readonly Paid[]): number => paids.reduce((sum, { stays }) => sum + stays, 0);

export const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, row) => sum + row.amount, 0);
