import type { MatchException, NewMatch, RejectedPair } from '#contract/match.ts';
import { exceptionsOf } from './exceptions.ts';
import { type ExpectedRow, type PaymentRow, readyDues, readyPaids } from './rows.ts';
import type { AllocationRule, Open, Refused } from './rule.ts';
import { amountAndTime } from './rules/amount-and-time.ts';
import { interchangeable } from './rules/interchangeable.ts';
import { parts } from './rules/parts.ts';
import { receiptAndAmount, receiptOtherAmount } from './rules/receipt-and-amount.ts';
import { receiptTypo } from './rules/receipt-typo.ts';
import { referenceAndAmount } from './rules/reference-and-amount.ts';

/** Strongest first: a rule sees only what those above it left. */
const allocationRules: readonly AllocationRule[] = [
  receiptAndAmount,
  receiptOtherAmount,
  receiptTypo,
  referenceAndAmount,
  amountAndTime,
  parts,
  interchangeable,
];

/** What a person decided before: these belong together, those do not. */
export type Decided = {
  readonly together: readonly { readonly expected: readonly number[]; readonly payments: readonly number[] }[];
  readonly rejected: readonly RejectedPair[];
};

/** Everything matching goes by. The order of the rows means nothing. */
export type AllocationInput = {
  readonly expected: readonly ExpectedRow[];
  readonly payments: readonly PaymentRow[];
  readonly decided?: Decided;
};

/** What pays what, as far as it can be said, and why the rest is open. Each record is in at most one match. */
export type Allocation = { readonly matches: readonly NewMatch[]; readonly exceptions: readonly MatchException[] };

/**
 * Which payment settles which sale. Pure and deterministic: the same records give the same matches in whatever order
 * they are handed over. Confirmed is only what a receipt or a reference says and nothing else contests; all the rest
 * waits for a person.
 */
export function allocate({ expected, payments, decided }: AllocationInput): Allocation {
  const paids = readyPaids(payments);
  const all: Open = {
    dues: readyDues(expected),
    paids,
    codes: new Set(paids.map(({ receipt }) => receipt)),
    refused: refusedOf(decided?.rejected ?? []),
  };
  const taken = takenOf(decided?.together ?? []);
  const matches: NewMatch[] = [];
  let left = leftOf(all, taken);
  for (const rule of allocationRules) {
    const found = rule.find(left);
    if (found.length === 0) continue;
    for (const match of found) {
      for (const { side, id } of match.items) taken[side].add(id);
      matches.push(match);
    }
    left = leftOf(left, taken);
  }
  return { matches, exceptions: exceptionsOf(all, left, matches) };
}

type Taken = Record<'expected' | 'payment' | 'credit', Set<number>>;

const takenOf = (together: Decided['together']): Taken => ({
  expected: new Set(together.flatMap((match) => match.expected)),
  payment: new Set(together.flatMap((match) => match.payments)),
  credit: new Set(),
});

const leftOf = ({ dues, paids, ...rest }: Open, taken: Taken): Open => ({
  dues: dues.filter((due) => !taken.expected.has(due.id)),
  paids: paids.filter((paid) => !taken.payment.has(paid.id)),
  ...rest,
});

/** The pairs a person said no to, by sale. */
export function refusedOf(pairs: readonly RejectedPair[]): Refused {
  const refused = new Map<number, Set<number>>();
  for (const { expected, payment } of pairs) refused.set(expected, (refused.get(expected) ?? new Set()).add(payment));
  return refused;
}
