import { blocksOf, cellOf, nearest } from './neighbours.ts';
import type { Due, Paid } from './rows.ts';
import { groupBy, mayPair, type Open } from './rule.ts';

/**
 * Whether another sale has as good a claim to a payment as the one that names its receipt. A message shown twice, at two
 * counters, names a payment that belongs to a sale written down without a receipt: so a receipt is not proof where an
 * equal sale without one stands nearer in time, or where a day has more equal sales than payments.
 */
export function contests(open: Open, pairs: readonly unknown[]): (due: Due, paid: Paid) => boolean {
  if (pairs.length === 0) return () => false;
  const silent = open.dues.filter((due) => due.receipt === null);
  const blocks = blocksOf(silent);
  const days = groupBy(silent, cellOf);
  const crowded = (paid: Paid) => days.has(cellOf(paid) ?? '');
  return (due, paid) => {
    if (due.kind === 'invoice' || due.day === null) return false;
    if (due.second === null || paid.second === null) return crowded(paid);
    const own = Math.abs(due.second - paid.second);
    const [rival] = nearest(blocks.get(paid.amount) ?? [], paid.second, 1, (other) => mayPair(open, other, paid));
    return rival !== undefined && Math.abs(rival.second! - paid.second) <= own;
  };
}
