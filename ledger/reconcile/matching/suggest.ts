import type { Suggestion } from '#contract/match.ts';
import type { Allocation, AllocationInput } from './allocate.ts';
import { refusedOf } from './allocate.ts';
import { evidenceOf, samePerson } from './evidence.ts';
import { blocksOf, cellOf, nearest, placeOf } from './neighbours.ts';
import { type Due, type Paid, readyDues, readyPaids } from './rows.ts';
import { groupBy, mayPair, type Open, pays } from './rule.ts';
import { oneSlip } from './slip.ts';

const MOST = 3;
const NEAR = 6;
const TOGETHER = 10 * 60;
const LEAST_SCORE = 0.2;

/**
 * For every sale that no rule could place, at most three open payments that might settle it, best first. A score sorts
 * them and does nothing else; what a person goes by is the evidence.
 */
export function suggest(input: AllocationInput, { matches }: Allocation): Suggestion[] {
  const together = input.decided?.together ?? [];
  const takenDues = new Set([...matches.flatMap(idsOn('expected')), ...together.flatMap((match) => match.expected)]);
  const takenPaids = new Set([...matches.flatMap(idsOn('payment')), ...together.flatMap((match) => match.payments)]);
  const open: Open = {
    dues: readyDues(input.expected).filter((due) => !takenDues.has(due.id)),
    paids: readyPaids(input.payments).filter((paid) => pays(paid) && !takenPaids.has(paid.id)),
    refused: refusedOf(input.decided?.rejected ?? []),
    codes: new Set(),
  };
  const around = finder(open.paids);
  return open.dues.flatMap((due) =>
    best(
      due,
      around(due).filter((paid) => mayPair(open, due, paid)),
    ),
  );
}

const idsOn = (side: 'expected' | 'payment') => (match: Allocation['matches'][number]) =>
  match.items.filter((item) => item.side === side).map((item) => item.id);

function best(due: Due, paids: readonly Paid[]): Suggestion[] {
  return paids
    .map((paid) => ({ paid, score: scoreOf(due, paid) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || (a.paid.second ?? 0) - (b.paid.second ?? 0) || a.paid.id - b.paid.id)
    .slice(0, MOST)
    .map(({ paid, score }) => ({
      expected: due.id,
      payment: paid.id,
      score,
      get evidence() {
        return evidenceOf([due], [paid]);
      },
      residual: paid.stays - due.amount,
    }));
}

/** A function from a sale to the few payments worth a look: by receipt, by reference, by amount, by time. */
function finder(paids: readonly Paid[]): (due: Due) => Paid[] {
  const receipts = groupBy(paids, (paid) => paid.receipt);
  const tails = groupBy(paids, (paid) => paid.receipt?.slice(-5) ?? null);
  const references = groupBy(paids, (paid) => paid.reference);
  const blocks = blocksOf(paids);
  const cells = groupBy(paids, cellOf);
  const timed = paids.filter((paid) => paid.second !== null);
  const close = (due: Due) => {
    if (due.second === null) return (cells.get(cellOf(due) ?? 'none') ?? []).slice(0, NEAR);
    const from = placeOf(timed, due.second - TOGETHER);
    const to = Math.min(placeOf(timed, due.second + TOGETHER + 1), from + 2 * NEAR);
    const equal = nearest(blocks.get(due.amount) ?? [], due.second, NEAR, () => true);
    return [...equal, ...timed.slice(from, to)];
  };
  return (due) => [
    ...new Set([
      ...(receipts.get(due.receipt ?? '') ?? []),
      ...(tails.get(due.receipt?.slice(-5) ?? '') ?? []),
      ...(references.get(due.reference ?? '') ?? []).slice(0, 2 * NEAR),
      ...close(due),
    ]),
  ];
}

/** 0 to 1. A receipt weighs most, then the amount, the reference, the time, and least a name. */
function scoreOf(due: Due, paid: Paid): number {
  const receipt =
    due.receipt && paid.receipt
      ? due.receipt === paid.receipt
        ? 0.4
        : oneSlip(due.receipt, paid.receipt)
          ? 0.3
          : 0
      : 0;
  const reference = due.reference !== null && due.reference === paid.reference ? 0.15 : 0;
  const party = samePerson(due.party, paid.party) ? 0.1 : 0;
  return receipt + reference + party + closeness(due, paid) + likeness(due.amount, paid.amount);
}

const likeness = (a: number, b: number) => (a === b ? 0.2 : 0.1 * Math.max(0, 1 - Math.abs(a - b) / Math.max(a, b)));

function closeness(due: Due, paid: Paid): number {
  if (due.second === null || paid.second === null) return due.day !== null && due.day === paid.day ? 0.05 : 0;
  return 0.15 / (1 + Math.abs(due.second - paid.second) / 900);
}
