import type { ExpectedRow, PaymentRow } from '#ledger/reconcile/matching/rows.ts';
import type { Pair } from './score.ts';

/**
 * The shapes of other tools' rules, written here from what their sources and help pages say, not their code: they pair on
 * amount and day and take the first that is free. All three confirm what they pair.
 */
export type Baseline = (expected: readonly ExpectedRow[], payments: readonly PaymentRow[]) => Pair[];

const dayOf = (at: string | null) => Math.floor((Date.parse(at ?? '') / 1000 + 3 * 3600) / 86_400);

/** First free payment of the same amount whose day fits. */
const firstFree =
  (fits: (days: number) => boolean): Baseline =>
  (expected, payments) => {
    const byAmount = Map.groupBy(payments, (payment) => payment.amount);
    const taken = new Set<number>();
    return expected.flatMap((due) => {
      const day = dayOf(due.at);
      const first = byAmount.get(due.amount)?.find((paid) => !taken.has(paid.id) && fits(dayOf(paid.occurredAt) - day));
      if (!first) return [];
      taken.add(first.id);
      return [{ expected: due.id, payment: first.id, cents: due.amount }];
    });
  };

/** Only amounts that occur once on either side, whatever the day. */
const unique: Baseline = (expected, payments) => {
  const byAmount = Map.groupBy(payments, (payment) => payment.amount);
  return [...Map.groupBy(expected, (due) => due.amount)].flatMap(([amount, dues]) => {
    const paids = byAmount.get(amount) ?? [];
    return dues.length === 1 && paids.length === 1
      ? [{ expected: dues[0]!.id, payment: paids[0]!.id, cents: amount }]
      : [];
  });
};

export const baselines: Readonly<Record<string, Baseline>> = {
  amount_same_day: firstFree((days) => days === 0),
  amount_within_days: firstFree((days) => days >= -4 && days <= 1),
  amount_unique: unique,
};
