import type { MatchItem, NewMatch } from '#contract/match.ts';
import { matchOf } from '../match.ts';
import { apart, blocksOf, cellOf, nearest } from '../neighbours.ts';
import type { Due, Paid } from '../rows.ts';
import { type AllocationRule, groupBy, mayPair, type Open, pays } from '../rule.ts';

const by = { rule: 'amount-and-time', ruleVersion: 1 } as const;
const WINDOW = 2 * 3600;
/** How many times further off the runner-up must be, seen from either side. */
const MARGIN = 3;

/**
 * Equal amounts, each the other's nearest in time, and whatever comes next at least three times further off on both sides.
 * Where only days are known: the only such sale and the only such payment of a day. Never more than a proposal.
 */
export const amountAndTime: AllocationRule = {
  id: by.rule,
  version: by.ruleVersion,
  find(open) {
    const found = byClock(open);
    const days = byDay(open);
    if (days.length === 0) return found;
    const taken = new Set(found.flatMap((match) => match.items.map(nameOf)));
    return [...found, ...days.filter((match) => !match.items.some((item) => taken.has(nameOf(item))))];
  },
};

const nameOf = ({ side, id }: MatchItem) => `${side} ${id}`;

/** A sale that names a receipt claims that payment and no other; it still stands in the way of its neighbours. */
const silent = (due: Due) => due.kind === 'sale' && due.receipt === null;

function byClock(open: Open): NewMatch[] {
  const paidBlocks = blocksOf(open.paids.filter(pays));
  const found: NewMatch[] = [];
  for (const [amount, dues] of blocksOf(open.dues)) {
    const paids = paidBlocks.get(amount);
    if (paids === undefined) continue;
    for (const due of dues) {
      if (!silent(due)) continue;
      const seen = clearBest(due, paids, (paid) => mayPair(open, due, paid));
      if (!seen) continue;
      const back = clearBest(seen.best, dues, (other) => mayPair(open, other, seen.best));
      if (back?.best !== due) continue;
      const margin = smaller(seen.margin, back.margin);
      found.push(matchOf({ by, dues: [due], paids: [seen.best], state: 'proposed', margin }));
    }
  }
  return found;
}

/** The nearest of a block, if it is near and nothing else is nearly as near. */
function clearBest<Row extends Due | Paid>(
  from: Due | Paid,
  block: readonly Row[],
  fits: (row: Row) => boolean,
): { readonly best: Row; readonly margin: number | null } | null {
  const [best, next] = nearest(block, from.second!, 2, fits);
  if (!best) return null;
  const distance = apart(best.second!, from.second!);
  if (distance > WINDOW) return null;
  if (!next) return { best, margin: null };
  const margin = apart(next.second!, from.second!) / distance;
  return margin >= MARGIN ? { best, margin } : null;
}

const smaller = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));

const hasTime = (row: Due | Paid) => row.second !== null;

function byDay(open: Open): NewMatch[] {
  if (open.dues.every(hasTime) && open.paids.every(hasTime)) return [];
  const payments = groupBy(open.paids.filter(pays), cellOf);
  return [...groupBy(open.dues, cellOf)].flatMap(([cell, dues]) => {
    const paids = payments.get(cell) ?? [];
    const [due, paid] = [dues[0]!, paids[0]];
    if (dues.length > 1 || paids.length !== 1 || !paid || (hasTime(due) && hasTime(paid))) return [];
    return silent(due) && mayPair(open, due, paid) ? [matchOf({ by, dues, paids, state: 'proposed' })] : [];
  });
}
