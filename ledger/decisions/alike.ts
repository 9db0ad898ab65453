import type { SaleLikeness } from '#contract/sales.ts';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { foldCode } from '../reconcile/matching/rows.ts';
import { amountText } from '../exports/cells.ts';

/** What a sale says of itself, wherever it was written down. */
export type SaleSaid = Pick<
  NewExpectedPayment,
  'kind' | 'at' | 'precision' | 'amount' | 'customer' | 'reference' | 'receipt'
>;

const HOUR = 3_600_000;

/**
 * Whether two tellings are one sale. *same*: one receipt or reference, or one minute and nothing else to tell them apart.
 * *like*: an amount on one day, within the hour where both have a time, and nothing that contradicts: they may be one or
 * two, and only their owner knows. Null: two sales.
 */
export function likeness(one: SaleSaid, other: SaleSaid): SaleLikeness | null {
  if (one.kind !== other.kind || one.amount !== other.amount) return null;
  const receipts = agreement(foldCode(one.receipt), foldCode(other.receipt));
  const references = agreement(foldCode(one.reference), foldCode(other.reference));
  if (receipts === 'differ' || references === 'differ' || customersDiffer(one.customer, other.customer)) return null;
  if (receipts === 'agree') return 'same';
  const days = agreement(dayOf(one), dayOf(other));
  if (days === 'differ') return null;
  const apart = minutesApart(one, other);
  if (references === 'agree' && (one.kind === 'invoice' || apart === null || apart === 0)) return 'same';
  if (apart === 0 && sameWords(one, other)) return 'same';
  return apart === null || apart <= HOUR ? 'like' : null;
}

/** What the book has of a sale; `sale` is the other one in a line. */
export type Alike = { readonly as: SaleLikeness; readonly sale: string };

/** Holds sale after sale against those of the book, each against another; the same goes before the like. */
export function openAlike(book: readonly SaleSaid[]): (sale: SaleSaid) => Alike | null {
  const left = Map.groupBy(book, ({ amount }) => amount);
  return (sale) => {
    const others = left.get(sale.amount) ?? [];
    const kinds = others.map((other) => likeness(sale, other));
    const at = kinds.includes('same') ? kinds.indexOf('same') : kinds.indexOf('like');
    const [other] = at < 0 ? [] : others.splice(at, 1);
    return other ? { as: kinds[at]!, sale: saleLine(other) } : null;
  };
}

/** A sale in a line that needs no language: `500.00 · 2026-03-05 10:42 · Akinyi · INV-7`. */
const saleLine = ({ amount, at, precision, customer, reference, receipt }: SaleSaid): string =>
  [amountText(amount), at?.slice(0, precision === 'day' ? 10 : 16).replace('T', ' '), customer, reference, receipt]
    .filter(Boolean)
    .join(' · ');

const agreement = (one: string | null, other: string | null): 'agree' | 'differ' | 'unknown' =>
  one === null || other === null ? 'unknown' : one === other ? 'agree' : 'differ';

const plain = (text: string | null) => text?.trim().replace(/\s+/g, ' ').toLowerCase() ?? '';

/** `Akinyi` may be `Akinyi Otieno`. */
function customersDiffer(one: string | null, other: string | null): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}

const sameWords = (one: SaleSaid, other: SaleSaid) =>
  plain(one.customer) === plain(other.customer) && plain(one.reference) === plain(other.reference);

const dayOf = ({ at }: SaleSaid) => at?.slice(0, 10) ?? null;

/** Milliseconds between two times of day; null where one of them has none. */
const minutesApart = (one: SaleSaid, other: SaleSaid): number | null =>
  one.at === null || other.at === null || one.precision === 'day' || other.precision === 'day'
    ? null
    : Math.abs(Math.floor(Date.parse(one.at) / 60_000) - Math.floor(Date.parse(other.at) / 60_000)) * 60_000;
