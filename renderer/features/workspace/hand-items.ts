import type { Sale } from '#contract/sales.ts';
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

export function itemOfPayment({ id, party, receipt, occurredAt, amount, takenBack }: Payment): HandItem {
  const most = Math.abs(amount) - takenBack;
  return { side: 'payment', id, name: party ?? receipt ?? '', at: occurredAt, most, typed: plainAmount(most) };
}

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
  const transfer = !items.some(({ side }) => side === 'expected');
  const [expected, paid] = [mostOf(items, 'expected'), mostOf(items, 'payment')];
  const equal = transfer || sumOf('expected') === sumOf('payment');
  return {
    shares,
    bad,
    /** All that is open on each side, whatever of it is shared. */
    expected,
    paid,
    transfer,
    /** The shares of both sides come to the same, as they must. */
    equal,
    /** Something is left over: a reason is asked for. */
    differs: transfer ? items.length === 2 && items[0]?.most !== items[1]?.most : expected !== paid,
    ready: items.length >= 2 && equal && !bad.includes(true),
  };
}

const mostOf = (items: readonly HandItem[], side: HandItem['side']) =>
  items.reduce((sum, item) => (item.side === side ? sum + item.most : sum), 0);

/** Shares that come to the same on both sides: as much as the smaller side has, the first records first. */
export function sharedEqually(items: readonly HandItem[]): HandItem[] {
  const [expected, paid] = [mostOf(items, 'expected'), mostOf(items, 'payment')];
  const total = expected === 0 || paid === 0 ? Math.max(expected, paid) : Math.min(expected, paid);
  const left = { expected: total, payment: total };
  return items.map((item) => {
    const share = Math.min(item.most, left[item.side]);
    left[item.side] -= share;
    return { ...item, typed: plainAmount(share) };
  });
}
