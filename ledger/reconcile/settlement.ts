import type { MatchEvidence, NewMatch } from '#contract/match.ts';

/** Money that left a till for the bank, or a credit on the bank's statement. Positive cents. */
export type CreditRow = {
  readonly id: number;
  /** The latest moment it can have had. */
  readonly at: string;
  readonly amount: number;
  /** It left the till at that very moment: what was taken in before is either in it or stayed. */
  readonly swept?: boolean;
  /** The same money as the other end tells it: of what left the till the bank's credit. */
  readonly twin?: number | null;
};

/** What moved on a till between two sweeps, signed cents; `charges` is what was kept back of it, positive. */
export type HeldRow = { readonly id: number; readonly at: string; readonly amount: number; readonly charges: number };

export type SettlementInput = {
  readonly credits: readonly CreditRow[];
  /** All that moved on one account, but for the sweeps themselves. */
  readonly payments: readonly HeldRow[];
  /** How far a credit may be from its payments less charges, in parts of itself; whatever is not exact is only proposed. */
  readonly tolerance: number;
  /** The keys of matches that a person confirmed, which stand as they are, and of those that a person refused. */
  readonly decided?: { readonly kept: ReadonlySet<string>; readonly refused: ReadonlySet<string> };
};

/** What was found, and the credits that nothing was found for. */
export type Settlement = { readonly matches: readonly NewMatch[]; readonly open: readonly OpenCredit[] };

/** `off`: what the run of payments that comes closest is above the credit, signed cents; null where there is none at all. */
export type OpenCredit = { readonly credit: CreditRow; readonly off: number | null };

const by = { rule: 'settlement', ruleVersion: 2 } as const;
/** Money does not stay on a till for longer, and a longer search would find sums by chance. */
const DAYS = 7;
const DAY = 86_400_000;

/** A run of payments in order of time, `from` the first to before `to`. */
type Cut = { readonly from: number; readonly to: number; readonly residual: number };

type Moment<Row> = { readonly row: Row; readonly moment: number };
type Held = {
  readonly rows: readonly Moment<HeldRow>[];
  /** What all before each place come to, less charges; and the places at which they come to a sum. */
  readonly sums: readonly number[];
  readonly places: ReadonlyMap<number, readonly number[]>;
};

/**
 * Which payments make up each credit: an unbroken run of a till's movements, less their charges, that came before it.
 * Confirmed where it is the only such run, exact to the cent, and starts where the credit before it ended, or with the
 * sweep before it; proposed where one of these is missing; where several runs would do and none takes up the last, there
 * is no answer.
 */
export function settle({ credits, payments, tolerance, decided }: SettlementInput): Settlement {
  const held = heldOf(payments);
  const matches: NewMatch[] = [];
  const open: OpenCredit[] = [];
  let [reached, since] = [0, 0];
  for (const credit of inTime(credits)) {
    const cuts = cutsOf(credit, held, reached, tolerance);
    const cut = chosen(cuts, reached);
    const sure = cut !== null && isOnly(cuts, cut) && (cut.from === reached || cut.from === since);
    const match = cut && matchOf(credit.row, held, cut, sure ? 'confirmed' : 'proposed');
    const said = sure || !credit.row.swept;
    if (credit.row.swept) since = placeOf(held.rows, credit.moment + 1);
    if (!cut || !match || !said || decided?.refused.has(match.key)) {
      open.push({ credit: credit.row, off: closest(credit, held, reached) });
      continue;
    }
    if (!decided?.kept.has(match.key)) matches.push(match);
    reached = cut.to;
  }
  return { matches, open };
}

function inTime<Row extends CreditRow | HeldRow>(rows: readonly Row[]): Moment<Row>[] {
  return rows
    .map((row) => ({ row, moment: Date.parse(row.at) }))
    .toSorted((a, b) => a.moment - b.moment || a.row.amount - b.row.amount || a.row.id - b.row.id);
}

const netOf = (row: HeldRow) => row.amount - row.charges;

function heldOf(payments: readonly HeldRow[]): Held {
  const rows = inTime(payments);
  const sums = [0];
  for (const { row } of rows) sums.push(sums.at(-1)! + netOf(row));
  return { rows, sums, places: Map.groupBy(sums.keys(), (place) => sums[place]!) };
}

/** The one that comes to the very cent; else, of those that take up the last, the one that comes nearest. */
function chosen(cuts: readonly Cut[], reached: number): Cut | null {
  const exact = cuts.filter((cut) => cut.residual === 0);
  if (exact.length === 1) return exact[0]!;
  const [best, next] = (exact.length > 0 ? exact : cuts)
    .filter((cut) => cut.from === reached)
    .toSorted((a, b) => Math.abs(a.residual) - Math.abs(b.residual));
  const tied = best !== undefined && next !== undefined && Math.abs(best.residual) === Math.abs(next.residual);
  return best && !tied ? best : null;
}

const isOnly = (cuts: readonly Cut[], { residual }: Cut) =>
  residual === 0 && cuts.filter((other) => other.residual === 0).length === 1;

/** Every run that ends before the credit and comes to it exactly, and every one that takes up the last and comes near. */
function cutsOf(credit: Moment<CreditRow>, held: Held, reached: number, share: number): Cut[] {
  const { amount } = credit.row;
  const [first, last] = windowOf(credit, held, reached);
  const cuts: Cut[] = [];
  for (let from = first; from < last; from += 1) {
    for (const to of held.places.get(held.sums[from]! + amount) ?? []) {
      if (to > from && to <= last) cuts.push({ from, to, residual: 0 });
    }
  }
  // What is left on a till when it is swept is no difference: its own balances say how much.
  if (first !== reached || credit.row.swept) return cuts;
  return [
    ...cuts,
    ...nearCuts(amount, held, first, last).filter(({ residual }) => Math.abs(residual) <= amount * share),
  ];
}

/** Runs from one place that do not come to an amount exactly. */
function nearCuts(amount: number, { sums }: Held, from: number, last: number): Cut[] {
  const ends = Array.from({ length: Math.max(0, last - from) }, (_, at) => from + 1 + at);
  return ends
    .map((to) => ({ from, to, residual: sums[to]! - sums[from]! - amount }))
    .filter(({ residual }) => residual !== 0);
}

/** How far the run is off that takes up the last and comes closest. */
function closest(credit: Moment<CreditRow>, held: Held, reached: number): number | null {
  const offs = nearCuts(credit.row.amount, held, ...windowOf(credit, held, reached)).map(({ residual }) => residual);
  return offs.reduce<number | null>(
    (best, off) => (best === null || Math.abs(off) < Math.abs(best) ? off : best),
    null,
  );
}

/** The places between which a credit's payments can lie. */
const windowOf = ({ moment }: Moment<CreditRow>, { rows }: Held, reached: number): [first: number, last: number] => [
  Math.max(reached, placeOf(rows, moment - DAYS * DAY)),
  placeOf(rows, moment + 1),
];

function placeOf(rows: readonly Moment<unknown>[], at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]!.moment < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function matchOf(
  credit: CreditRow,
  held: Held,
  { from, to, residual }: Cut,
  state: 'proposed' | 'confirmed',
): NewMatch {
  const all = held.rows.slice(from, to).map(({ row }) => row);
  const rows = all.filter(({ amount }) => amount > 0);
  const twins = credit.twin == null ? [] : [credit.twin];
  const credits = [credit.id, ...twins];
  return {
    key: `settlement:${credits.join('=')}|${rows.map((row) => row.id).join(',')}`,
    ...by,
    state,
    items: [
      ...credits.map((id) => ({ side: 'credit' as const, id, allocated: credit.amount + Math.min(residual, 0) })),
      ...rows.map((row) => ({ side: 'payment' as const, id: row.id, allocated: Math.max(0, netOf(row)) })),
    ],
    evidence: evidenceOf(credit, all, residual),
    margin: null,
    residual,
  };
}

function evidenceOf(credit: CreditRow, rows: readonly HeldRow[], residual: number): MatchEvidence[] {
  const came = rows.filter(({ amount }) => amount > 0);
  // All that left the till besides: charges, and money given back.
  const charges = came.reduce((sum, row) => sum + row.amount, 0) - (credit.amount + residual);
  const verdict = residual === 0 ? 'agree' : 'differ';
  return [
    { field: 'amount', left: credit.amount, right: credit.amount + residual, verdict },
    { field: 'charges', left: null, right: charges, verdict: 'missing' },
    { field: 'count', left: 1, right: came.length, verdict: 'agree' },
    { field: 'time', left: credit.at, right: rows.at(-1)!.at, verdict: 'agree' },
  ];
}
