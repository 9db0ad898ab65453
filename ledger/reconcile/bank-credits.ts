export type Till = { readonly id: number; readonly shortcode: string | null };

/** Money that left a till for the bank, as the till's own statement or message tells it. Positive cents. */
export type Sweep = {
  readonly id: number;
  readonly till: number;
  readonly at: string;
  readonly amount: number;
  readonly receipt: string | null;
};

/** Money that a bank's statement says came in. `at`: the latest moment it can have had. */
export type BankCredit = {
  readonly id: number;
  readonly bank: number;
  readonly at: string;
  readonly amount: number;
  readonly receipt: string | null;
  /** Whatever the bank wrote beside it. */
  readonly words: string | null;
};

/** From when to when a bank's statements are in the book. */
export type Bank = { readonly id: number; readonly from: string; readonly to: string };

/** Both ends of the same money. */
export type Twins = {
  /** By a sweep's number the bank's credit. */
  readonly creditOf: ReadonlyMap<number, BankCredit>;
  /** Credits that say which till they come from and are the end of no sweep. */
  readonly free: readonly (BankCredit & { readonly till: number })[];
  /** Sweeps that a bank should have and has not, with the credit that may be meant by it. */
  readonly lost: readonly { readonly sweep: Sweep; readonly instead: BankCredit | null }[];
};

const DAY = 86_400_000;
/** Over a weekend and a holiday money takes as long to reach a bank. */
const ON_THE_WAY = 4 * DAY;
/** A credit that differs by more is no other telling of the sweep. */
const NEAR = 0.1;

/**
 * Which bank credit is the other end of which sweep: the same receipt, or the same amount within four days at a bank that
 * says where it comes from. A sweep is lost only where the bank that has others of this till tells of days long after it.
 */
export function twinsOf(
  sweeps: readonly Sweep[],
  credits: readonly BankCredit[],
  tills: readonly Till[],
  banks: readonly Bank[],
): Twins {
  const named = credits.map((credit) => ({ ...credit, till: namedTill(credit.words, tills) }));
  const creditOf = new Map<number, BankCredit>();
  const taken = new Set<number>();
  const numbers = new Map(tills.map(({ id, shortcode }) => [id, shortcode]));
  // One statement may stand in the book without its till's number too: the till that has one comes first.
  const nameOf = ({ amount, receipt, till }: Sweep) => `${amount} ${receipt ?? ''} ${numbers.get(till) ?? '~'}`;
  const wordsOf = ({ amount, receipt, words }: BankCredit) => `${amount} ${receipt ?? ''} ${words ?? ''}`;
  for (const sweep of inTime(sweeps, nameOf)) {
    const candidates = named.filter((credit) => !taken.has(credit.id) && isTwin(sweep, credit));
    const [twin] = inTime(candidates, wordsOf);
    if (!twin) continue;
    taken.add(twin.id);
    creditOf.set(sweep.id, twin);
  }
  const free = named.filter(({ id }) => !taken.has(id));
  const own = tills.length === 1 ? tills[0]!.id : null;
  return {
    creditOf,
    free: free.flatMap(({ till, ...credit }) => {
      const from = till === 'any' ? own : till;
      return from === null ? [] : [{ ...credit, till: from }];
    }),
    lost: lostOf(sweeps, creditOf, free, banks),
  };
}

type Named = BankCredit & { readonly till: number | 'any' | null };

/** Of one moment by what they say, so that the order in which files were imported changes nothing. */
const inTime = <Row extends { readonly id: number; readonly at: string }>(
  rows: readonly Row[],
  says: (row: Row) => string,
): Row[] => rows.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || compare(says(a), says(b)) || a.id - b.id);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function isTwin(sweep: Sweep, credit: Named): boolean {
  if (sweep.receipt !== null && sweep.receipt === credit.receipt) return true;
  return sweep.amount === credit.amount && comesAfter(sweep, credit) && isFrom(sweep, credit);
}

const isFrom = (sweep: Sweep, { till }: Named) => till === 'any' || till === sweep.till;

function comesAfter(sweep: Sweep, credit: BankCredit): boolean {
  const waited = Date.parse(credit.at) - Date.parse(sweep.at);
  return waited >= 0 && waited <= ON_THE_WAY + DAY;
}

function lostOf(
  sweeps: readonly Sweep[],
  creditOf: ReadonlyMap<number, BankCredit>,
  free: readonly Named[],
  banks: readonly Bank[],
): Twins['lost'] {
  const known = sweeps.flatMap(({ id, till }) => {
    const bank = creditOf.get(id)?.bank;
    return bank === undefined ? [] : [`${till} ${bank}`];
  });
  const receives = new Set(known);
  return sweeps.flatMap((sweep) => {
    if (creditOf.has(sweep.id)) return [];
    const at = Date.parse(sweep.at);
    const covering = banks.some(
      ({ id, from, to }) =>
        receives.has(`${sweep.till} ${id}`) && Date.parse(from) <= at && Date.parse(to) > at + ON_THE_WAY + DAY,
    );
    if (!covering) return [];
    const near = free.filter(
      (credit) =>
        isFrom(sweep, credit) &&
        comesAfter(sweep, credit) &&
        Math.abs(credit.amount - sweep.amount) <= sweep.amount * NEAR,
    );
    return [{ sweep, instead: near.length === 1 ? near[0]! : null }];
  });
}

/**
 * Which till a bank's words say that money comes from: its number, or M-PESA in general (*any*). Null where they say
 * nothing of it, or name a person's phone: a customer who paid into the bank account.
 */
function namedTill(words: string | null, tills: readonly Till[]): number | 'any' | null {
  if (words === null || /(?:\b|\D)(?:254|0)[17]\d{8}\b|2547\d*\*/.test(words)) return null;
  const numbers = new Set(words.match(/\d+/g));
  const till = tills.find(({ shortcode }) => shortcode !== null && numbers.has(shortcode));
  if (till) return till.id;
  return /\bm-?pesa\b|\bsafaricom\b|\bc2b\b|\btill\b|\bpay ?bill\b|\bbuy ?goods\b|\blipa na\b/i.test(words)
    ? 'any'
    : null;
}
