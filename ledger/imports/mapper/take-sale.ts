import type { NewExpectedPayment } from '#contract/sale.ts';
import { say } from '#contract/sentences.ts';
import { type Alike, openAlike } from '../../decisions/alike.ts';
import type { Store } from '../../store/store.ts';
import type { ExpectedRead } from './read-expected.ts';

type SaleRead = Extract<ExpectedRead, { as: 'expected' }>;

/** What became of a sale that was read: `reason` is null where it was stored or known. */
export type TakenSale = { readonly verdict: 'stored' | 'duplicate' | 'rejected'; readonly reason: string | null };

/**
 * Puts the sales of one file into the book; one that another file told, or this one in an earlier import, is known. One
 * that was written down by hand is known too, and named; one that only may be is stored, and named.
 */
export function saleTaker(store: Store, importId: number): (read: SaleRead) => TakenSale {
  const seen = new Map<string, number>();
  let byHand: ((sale: NewExpectedPayment) => Alike | null) | null = null;
  return ({ row, payment }) => {
    const day = payment.at?.slice(0, 'yyyy-mm-dd'.length);
    if (day !== undefined && store.periods.findDay(day) !== undefined)
      return { verdict: 'rejected', reason: say('day-closed', { day }) };
    const identity = saleIdentity(payment);
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    byHand ??= openAlike(store.sales.typed());
    const found = byHand(payment);
    if (found?.as === 'same') return { verdict: 'duplicate', reason: say('sale-known', { sale: found.sale }) };
    const told = { import: importId, row, identity, occurrence, sale: payment };
    if (!store.sales.tell(told)) return { verdict: 'duplicate', reason: null };
    return { verdict: 'stored', reason: found ? say('sale-alike', { sale: found.sale }) : null };
  };
}

/** What two rows must share to be one sale in two files: everything they say, blanks and capitals aside. */
const saleIdentity = ({ kind, at, amount, customer, reference, receipt }: NewExpectedPayment): string =>
  [kind, at, amount, customer, reference, receipt]
    .map((part) =>
      String(part ?? '')
        .trim()
        .replace(/\s+/g, ' ')
        .toLowerCase(),
    )
    .join('|');
