import type { DayFigures } from '#contract/day.ts';
import { plainAmount } from '#renderer/lib/format.ts';
import { centsOf } from '#renderer/lib/typed-amount.ts';

export const tillFields = ['cashOpening', 'cashCounted', 'cashSpent', 'credit', 'takings'] as const;
export type TillField = (typeof tillFields)[number];
export type Typed = Readonly<Record<TillField, string>>;
export type Till = Readonly<Record<TillField, number>>;

/** An empty drawer; what was sold begins with the sales written down. */
export const startOf = ({ sales }: DayFigures): Typed => ({
  cashOpening: '',
  cashCounted: '',
  cashSpent: '',
  credit: '',
  takings: sales.cents > 0 ? plainAmount(sales.cents) : '',
});

/** The till in cents, an empty field being nothing; null while a field says no amount. */
export function tillOf(typed: Typed): Till | null {
  const cents = (field: TillField) => (typed[field].trim() === '' ? 0 : centsOf(typed[field]));
  const [cashOpening, cashCounted, cashSpent, credit, takings] = tillFields.map(cents);
  if (cashOpening == null || cashCounted == null || cashSpent == null || credit == null || takings == null) return null;
  return { cashOpening, cashCounted, cashSpent, credit, takings };
}

/** What nothing explains, signed cents: positive is too much, negative is missing. */
export const unexplainedOf = (till: Till, mpesa: number): number =>
  till.cashCounted - till.cashOpening + till.cashSpent + mpesa + till.credit - till.takings;
