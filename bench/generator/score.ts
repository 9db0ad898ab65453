import type { NewMatch, Suggestion } from '#contract/match.ts';
import type { PaymentRow } from '#ledger/reconcile/matching/rows.ts';
import type { World } from './making.ts';

/** A sale and a payment said to belong together. */
export type Pair = { readonly expected: number; readonly payment: number; readonly cents: number };

/** The true pairs among what the book came to know. */
export function truthOf({ sales }: World, payments: readonly PaymentRow[]): Map<number, ReadonlySet<number>> {
  const known = new Map(payments.map((payment) => [payment.receipt, payment]));
  return new Map(
    sales.map(({ row, paidBy }) => {
      const paid = paidBy.map((receipt) => known.get(receipt)).filter((payment) => payment !== undefined);
      return [row.id, new Set(paid.filter((payment) => payment.standing !== 'reversed').map((payment) => payment.id))];
    }),
  );
}

/** Every pair in a match; sets that only balance say no pairs. */
export function pairsOf(matches: readonly NewMatch[]): Pair[] {
  return matches
    .filter((match) => match.rule !== 'interchangeable')
    .flatMap(({ items }) => {
      const expected = items.filter((item) => item.side === 'expected');
      const payments = items.filter((item) => item.side === 'payment');
      return expected.flatMap((due) =>
        payments.map((paid) => ({
          expected: due.id,
          payment: paid.id,
          cents: Math.min(due.allocated, paid.allocated),
        })),
      );
    });
}

export type Score = {
  readonly found: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly precision_cents: number;
  readonly cents: number;
  readonly right_cents: number;
};

/** Pairs held against the truth. */
export function scoreOf(pairs: readonly Pair[], truth: ReadonlyMap<number, ReadonlySet<number>>): Score {
  const right = pairs.filter(({ expected, payment }) => truth.get(expected)?.has(payment));
  const all = [...truth.values()].reduce((sum, payments) => sum + payments.size, 0);
  return {
    found: pairs.length,
    wrong: pairs.length - right.length,
    precision: share(right.length, pairs.length),
    recall: share(right.length, all),
    precision_cents: share(cents(right), cents(pairs)),
    cents: cents(pairs),
    right_cents: cents(right),
  };
}

/** How often the truth is the first suggestion, and how often among the three. Of sales that are paid and open. */
export function hitsOf(suggestions: readonly Suggestion[], truth: ReadonlyMap<number, ReadonlySet<number>>) {
  const groups = [...Map.groupBy(suggestions, (suggestion) => suggestion.expected)].filter(
    ([expected]) => truth.get(expected)!.size > 0,
  );
  const hit = (most: number) =>
    groups.filter(([expected, of]) => of.slice(0, most).some(({ payment }) => truth.get(expected)!.has(payment)))
      .length;
  return { asked: groups.length, at_1: share(hit(1), groups.length), at_3: share(hit(3), groups.length) };
}

const cents = (pairs: readonly Pair[]) => pairs.reduce((sum, pair) => sum + pair.cents, 0);

/** Four digits are more than these worlds can tell. */
export const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
