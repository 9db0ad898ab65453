/** One row in the order the balance ran, oldest first. Cents. */
export type ProofRow = {
  readonly id: number;
  readonly receipt: string | null;
  readonly at: string | null;
  /** What the row does to the balance: in positive, out negative, its own charge included. */
  readonly change: number;
  /** The balance it prints. Null where it prints none. */
  readonly balance: number | null;
};

/**
 * What the row or message that is not there would have to say. `amount` is positive and, going out, holds any charge;
 * *fuliza*: the balance ran below nothing and is printed as nothing, as when Fuliza paid the rest.
 */
export type Missing = {
  readonly what: 'movement' | 'fuliza';
  readonly direction: 'in' | 'out';
  readonly amount: number;
  /** It happened between these two moments; null where a side has none. */
  readonly after: string | null;
  readonly before: string | null;
  /** The balance it found, and the one it left. */
  readonly from: number;
  readonly to: number;
};

/** Where the balances first stop adding up, and wherever they do so again. */
export type Break = {
  /** The row before the gap; null: the opening balance. */
  readonly after: number | null;
  /** The row behind it; null: the closing balance. */
  readonly before: number | null;
  readonly expected: number;
  readonly printed: number;
  /** Printed less expected, to the cent. */
  readonly gap: number;
  readonly missing: Missing;
};

export type Proof = {
  /** Every balance that is printed was reached, and at least one was. */
  readonly holds: boolean;
  readonly rows: number;
  /** How many printed balances were held against the one before. */
  readonly checked: number;
  /** All changes added up. */
  readonly moved: number;
  /** In order; the first is where to look. */
  readonly breaks: readonly Break[];
};

export type Ends = { readonly opening: number | null; readonly closing: number | null };

/**
 * Opening + movements = closing, row by row. After a break the walk goes on from what is printed, so that each gap is
 * told once, with its own shillings. Rows that follow one another under one receipt (a payment and its charge, a payment
 * and the Fuliza that funded it) are one step: they may print the balance before, between or after one another.
 */
export function prove(rows: readonly ProofRow[], ends: Ends): Proof {
  const proof = openProof(ends);
  for (const row of rows) proof.add(row);
  return proof.done();
}

/** Told of a break as it is found, with the rows on either side: null where that is an end. */
export type OnBreak = (found: Break, after: ProofRow | null, before: ProofRow | null) => void;

/** The same as rows come, oldest first, in memory that does not grow with them. */
export function openProof({ opening, closing }: Ends, onBreak: OnBreak = () => {}) {
  const breaks: Break[] = [];
  let [balance, last] = [opening, null as ProofRow | null];
  let [checked, count, moved] = [0, 0, 0];
  let step: ProofRow[] = [];

  function broken(before: ProofRow | null, from: number, expected: number, printed: number): void {
    const found = breakAt(last, before, from, expected, printed);
    breaks.push(found);
    onBreak(found, last, before);
  }

  function walk(): void {
    if (step.length === 0) return;
    const { reached, odd, end } = takeStep(step, balance);
    if (balance !== null && step.some((row) => row.balance !== null)) checked += 1;
    if (reached !== null && odd !== null) broken(step[0]!, balance!, reached, odd);
    balance = end;
    last = step.at(-1)!;
  }

  return {
    add(row: ProofRow): void {
      count += 1;
      moved += row.change;
      if (row.receipt !== null && step[0]?.receipt === row.receipt && step.length < MOST_IN_STEP) step.push(row);
      else {
        walk();
        step = [row];
      }
    },
    done(): Proof {
      walk();
      if (closing !== null && balance !== null) {
        checked += 1;
        if (balance !== closing) broken(null, balance, balance, closing);
      }
      return { holds: checked > 0 && breaks.length === 0, rows: count, checked, moved, breaks };
    },
  };
}

const sumOf = (rows: readonly ProofRow[]) => rows.reduce((sum, row) => sum + row.change, 0);

/** A payment, its charges and a loan are fewer; a file that says otherwise is not taken at its word. */
const MOST_IN_STEP = 6;

type Taken = {
  /** The balance before and all changes of the step. Null where no balance is known before. */
  readonly reached: number | null;
  /** The first balance it prints that none of its changes leads to. */
  readonly odd: number | null;
  /** The balance to go on from. */
  readonly end: number | null;
};

/** One step from a balance: where it leads, and whether every balance it prints lies on a way there. */
export function takeStep(step: readonly ProofRow[], before: number | null): Taken {
  if (step.length === 1) return takeOne(step[0]!, before);
  const balances = step.map((row) => row.balance).filter((balance) => balance !== null);
  const last = balances.at(-1) ?? null;
  if (before === null) return { reached: null, odd: null, end: last };
  const reached = before + sumOf(step);
  const ways = step.reduce<number[]>(
    (sums, { change }) => [...sums, before + change, ...sums.map((sum) => sum + change)],
    [],
  );
  const odd = balances.find((balance) => !ways.includes(balance)) ?? null;
  return { reached, odd, end: odd === null ? reached : last };
}

/** The same of a step that is one row, as nearly all are. */
function takeOne({ change, balance }: ProofRow, before: number | null): Taken {
  if (before === null) return { reached: null, odd: null, end: balance };
  const reached = before + change;
  if (balance === null || balance === reached) return { reached, odd: null, end: reached };
  return { reached, odd: balance, end: balance };
}

function breakAt(last: ProofRow | null, next: ProofRow | null, from: number, expected: number, printed: number): Break {
  const gap = printed - expected;
  return {
    after: last?.id ?? null,
    before: next?.id ?? null,
    expected,
    printed,
    gap,
    missing: {
      what: next !== null && expected < 0 && printed === 0 ? 'fuliza' : 'movement',
      direction: gap > 0 ? 'in' : 'out',
      amount: Math.abs(gap),
      after: last?.at ?? null,
      before: next?.at ?? null,
      from,
      to: from + gap,
    },
  };
}
