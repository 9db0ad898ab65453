import { allocate, type AllocationInput } from '#ledger/reconcile/matching/allocate.ts';
import { type Due, type Paid, readyDues, readyPaids } from '#ledger/reconcile/matching/rows.ts';
import { suggest } from '#ledger/reconcile/matching/suggest.ts';
import { exportsOf, paymentsOf } from './book.ts';
import { usual } from './making.ts';
import { exponentOf, fastest, timed } from './timing.ts';
import { makeWorld } from './world.ts';

const PER_DAY = 1000;
const WINDOW = 2 * 3600;
const MARGIN = 3;

/** As many sales as asked for, none with a receipt, and the payments of the same days. */
function leftovers(count: number): AllocationInput {
  const world = makeWorld({ ...usual, coded: 0, perDay: PER_DAY, days: Math.ceil((count * 1.05) / PER_DAY) });
  return {
    expected: world.sales.slice(0, count).map((sale) => sale.row),
    payments: paymentsOf(exportsOf(world)).slice(0, count),
  };
}

/** The same rows in lists of their own: nothing that was made ready before is found again. */
const fresh = ({ expected, payments }: AllocationInput): AllocationInput => ({
  expected: [...expected],
  payments: [...payments],
});

/** The nearest of one row and how far off the next one is, as they are found. */
type Seen = { best: number; distance: number; next: number };
const unseen = (): Seen => ({ best: -1, distance: Infinity, next: Infinity });

function see(seen: Seen, which: number, distance: number): void {
  if (distance < seen.distance) [seen.best, seen.next, seen.distance] = [which, seen.distance, distance];
  else if (distance < seen.next) seen.next = distance;
}

/**
 * The same question asked of all pairs: which sale and which payment of its amount and account are each other's nearest
 * within two hours, the next one three times further off on both sides. It does one rule's work of the seven; ours does
 * them all, with exceptions.
 */
function mutualBest({ expected, payments }: AllocationInput): number {
  const [dues, paids] = [readyDues(expected), readyPaids(payments)];
  const [ofDue, ofPaid] = [dues.map(unseen), paids.map(unseen)];
  for (const [d, due] of dues.entries()) {
    for (let p = 0; p < paids.length; p += 1) {
      const paid = paids[p]!;
      if (paid.amount !== due.amount || (due.account !== null && due.account !== paid.account)) continue;
      const distance = Math.max(60, Math.abs(paid.second! - due.second!));
      see(ofDue[d]!, p, distance);
      see(ofPaid[p]!, d, distance);
    }
  }
  const clear = ({ distance, next }: Seen) => distance <= WINDOW && next >= MARGIN * distance;
  return ofDue.filter((seen, d) => clear(seen) && ofPaid[seen.best]?.best === d && clear(ofPaid[seen.best]!)).length;
}

/** One sale in so many is scored, for the time it takes. */
const SAMPLE = 10;

/** And asked by a score, as suggestions are found without blocks: every pair is scored, the best three are kept. */
function scored({ expected, payments }: AllocationInput): number {
  const [dues, paids] = [readyDues(expected).filter((_, at) => at % SAMPLE === 0), readyPaids(payments)];
  let kept = 0;
  for (const due of dues) {
    const top = [0, 0, 0];
    for (const paid of paids) {
      const score = scoreOf(due, paid);
      if (score > top[2]!)
        [top[0], top[1], top[2]] = [...top, score].toSorted((a, b) => b - a) as [number, number, number];
    }
    kept += top.filter((score) => score >= 0.2).length;
  }
  return kept;
}

/** The score of suggestions in its cheapest form, for rows without receipts and numbers: amount and time. */
function scoreOf(due: Due, paid: Paid): number {
  const apart = Math.abs(due.amount - paid.amount);
  const likeness = apart === 0 ? 0.2 : 0.1 * Math.max(0, 1 - apart / Math.max(due.amount, paid.amount));
  return likeness + 0.15 / (1 + Math.abs(due.second! - paid.second!) / 900);
}

const ratio = (slow: number, quick: number) => Math.round((slow / quick) * 10) / 10;

/** How the time grows with what is left over, and what it is beside all pairs of the same rows in the same run. */
export function scale() {
  const sizes = [12_500, 25_000, 50_000, 100_000];
  for (let warm = 0; warm < 3; warm += 1) allocate(leftovers(5000));
  const growth = sizes.map((size) => {
    const input = leftovers(size);
    return { leftovers: size, ms: fastest(5, () => allocate(fresh(input))) };
  });
  const middle = leftovers(50_000);
  const ours = growth[2]!.ms;
  const withSuggestions = fastest(3, () => {
    const input = fresh(middle);
    suggest(input, allocate(input));
  });
  const pairsMs = timed(() => mutualBest(middle));
  const scoredMs = SAMPLE * timed(() => scored(middle));
  const alike = {
    expected: middle.expected.map((row) => ({ ...row, amount: 10_000 })),
    payments: middle.payments.map((row) => ({ ...row, amount: 10_000 })),
  };
  return {
    growth,
    exponent: exponentOf(sizes[0]!, growth[0]!.ms, sizes[3]!, growth[3]!.ms),
    all_pairs: {
      leftovers: 50_000,
      mutual_best: { ms: pairsMs, times_slower: ratio(pairsMs, ours) },
      scored: { ms: scoredMs, times_slower: ratio(scoredMs, withSuggestions), ours_ms: withSuggestions },
    },
    one_amount: { leftovers: 50_000, ms: fastest(3, () => allocate(fresh(alike))) },
  };
}
