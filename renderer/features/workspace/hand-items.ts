import type { Sale } from '#contract/decisions.ts';
import type { Payment } from '#contract/payment.ts';
import { plainAmount } from '#renderer/lib/format.ts';
import { centsOf } from '#renderer/lib/typed-amount.ts';

/** One record in a match made by hand: at most `most` of it may be shared, `typed` is what the person says. */
export type HandItem = {
  readonly side: 'expected' | 'payment';
  readonly id: number;
  readonly name: string;
  readonly at: string | null;
  /** Positive cents. */
  readonly most: number;
  readonly typed: string;
};

export const itemOfSale = (sale: Sale): HandItem => ({
  side: 'expected',
  id: sale.id,
  name: sale.customer ?? sale.reference ?? '',
  at: sale.at,
  most: sale.open,
  typed: plainAmount(sale.open),
});

export const itemOfPayment = (payment: Payment): HandItem => ({
  side: 'payment',
  id: payment.id,
  name: payment.party ?? payment.receipt ?? '',
  at: payment.occurredAt,
  most: Math.abs(payment.amount),
  typed: plainAmount(Math.abs(payment.amount)),
});

export const isSame = (a: HandItem, b: HandItem) => a.side === b.side && a.id === b.id;

/** What the items come to: the share of each, both sides' sums, and what keeps the match from being made. */
export function handSums(items: readonly HandItem[]) {
  const shares = items.map(({ typed }) => centsOf(typed));
  const bad = items.map(({ most }, index) => {
    const share = shares[index] ?? null;
    return share === null || share === 0 || share > most;
  });
  const sumOf = (side: HandItem['side']) =>
    items.reduce((sum, item, index) => (item.side === side ? sum + (shares[index] ?? 0) : sum), 0);
  const [expected, paid] = [sumOf('expected'), sumOf('payment')];
  const transfer = !items.some(({ side }) => side === 'expected');
  return {
    shares,
    bad,
    expected,
    paid,
    transfer,
    /** A reason is asked for where the two sides do not come to the same. */
    differs: !transfer && expected !== paid,
    ready: items.length >= 2 && !bad.includes(true),
  };
}
