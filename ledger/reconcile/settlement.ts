import type { MatchEvidence, NewMatch } from '#contract/match.ts';

/** A credit on a bank's statement, in positive cents. */
export type CreditRow = { readonly id: number; readonly at: string; readonly amount: number };

/** A payment that a till keeps until it is swept to the bank. Positive cents; `charges` is what was kept back of it. */
export type HeldRow = { readonly id: number; readonly at: string; readonly amount: number; readonly charges: number };

export type SettlementInput = {
  readonly credits: readonly CreditRow[];
  /** Of one account. */
  readonly payments: readonly HeldRow[];
  /** How far a credit may be from its payments less charges, in cents; whatever is not exact is only proposed. */
  readonly tolerance: number;
};

const by = { rule: 'settlement', ruleVersion: 1 } as const;
/** Money does not stay on a till for longer, and a longer search would find sums by chance. */
const DAYS = 7;
const DAY = 86_400_000;

/** A run of payments in order of time, `from` the first to before `to`. */
type Cut = { readonly from: number; readonly to: number; readonly residual: number };

/**
 * Which payments make up each bank credit: an unbroken run of a till's payments, less their charges, that came before it.
 * Confirmed where it is the only such run, exact to the cent, and starts where the credit before it ended; proposed where
 * one of these is missing; where several runs would do and none takes up the last, there is no answer.
 */
export function settle({ credits, payments, tolerance }: SettlementInput): NewMatch[] {
  const held = payments.toSorted(byTime);
  const sums = runningSums(held);
  const found: NewMatch[] = [];
  let reached = 0;
  for (const credit of credits.toSorted(byTime)) {
    const cuts = exactFirst(cutsOf(credit, held, sums, tolerance).filter((cut) => cut.from >= reached));
    const next = cuts.filter((cut) => cut.from === reached);
    const [cut, ...others] = cuts.length === 1 ? cuts : next;
    if (!cut || others.length > 0) continue;
    const sure = cuts.length === 1 && cut.from === reached && cut.residual === 0;
    found.push(matchOf(credit, held.slice(cut.from, cut.to), cut.residual, sure ? 'confirmed' : 'proposed'));
    reached = cut.to;
  }
  return found;
}

const byTime = (a: CreditRow | HeldRow, b: CreditRow | HeldRow) =>
  Date.parse(a.at) - Date.parse(b.at) || a.amount - b.amount || a.id - b.id;

const netOf = (row: HeldRow) => row.amount - row.charges;

/** What all payments before each place come to, less charges. */
function runningSums(held: readonly HeldRow[]): number[] {
  const sums = [0];
  for (const row of held) sums.push(sums.at(-1)! + netOf(row));
  return sums;
}

/** Every run that ends before the credit and comes to it. Sums only rise, so both ends only move forward. */
function cutsOf(credit: CreditRow, held: readonly HeldRow[], sums: readonly number[], tolerance: number): Cut[] {
  const at = Date.parse(credit.at);
  const first = placeOf(held, at - DAYS * DAY);
  const last = placeOf(held, at + 1);
  const cuts: Cut[] = [];
  let to = first;
  for (let from = first; from < last; from += 1) {
    while (to < last && sums[to]! - sums[from]! < credit.amount - tolerance) to += 1;
    for (let end = Math.max(to, from + 1); end <= last; end += 1) {
      const residual = sums[end]! - sums[from]! - credit.amount;
      if (residual > tolerance) break;
      if (residual >= -tolerance) cuts.push({ from, to: end, residual });
    }
  }
  return cuts;
}

function placeOf(held: readonly HeldRow[], at: number): number {
  let low = 0;
  let high = held.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Date.parse(held[middle]!.at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Runs that come to the very cent make the others uninteresting. */
function exactFirst(cuts: readonly Cut[]): readonly Cut[] {
  const exact = cuts.filter((cut) => cut.residual === 0);
  return exact.length > 0 ? exact : cuts;
}

function matchOf(
  credit: CreditRow,
  rows: readonly HeldRow[],
  residual: number,
  state: 'proposed' | 'confirmed',
): NewMatch {
  const charges = rows.reduce((sum, row) => sum + row.charges, 0);
  return {
    key: `settlement:${credit.id}|${rows.map((row) => row.id).join(',')}`,
    ...by,
    state,
    items: [
      { side: 'credit', id: credit.id, allocated: credit.amount + Math.min(residual, 0) },
      ...rows.map((row) => ({ side: 'payment' as const, id: row.id, allocated: netOf(row) })),
    ],
    evidence: evidenceOf(credit, rows, residual, charges),
    margin: null,
    residual,
  };
}

const evidenceOf = (
  credit: CreditRow,
  rows: readonly HeldRow[],
  residual: number,
  charges: number,
): MatchEvidence[] => [
  {
    field: 'amount',
    left: credit.amount,
    right: credit.amount + residual,
    verdict: residual === 0 ? 'agree' : 'differ',
  },
  { field: 'charges', left: null, right: charges, verdict: 'missing' },
  { field: 'count', left: 1, right: rows.length, verdict: 'agree' },
  { field: 'time', left: credit.at, right: rows.at(-1)!.at, verdict: 'agree' },
];
