import type { ExpectedPayment } from '#contract/sale.ts';
import type { Standing } from '#contract/words.ts';

/** What matching needs to know of a sale or an invoice. */
export type ExpectedRow = Pick<
  ExpectedPayment,
  'id' | 'kind' | 'account' | 'at' | 'precision' | 'amount' | 'customer' | 'reference' | 'receipt'
> & {
  /** Requested through a linked account, not written down. */
  readonly requested?: 0 | 1;
};

/** What matching needs to know of a payment that came in. `amount` and `takenBack` are in positive cents. */
export type PaymentRow = {
  readonly id: number;
  readonly account: number;
  readonly receipt: string | null;
  readonly amount: number;
  readonly takenBack: number;
  readonly occurredAt: string | null;
  readonly precision: 'second' | 'minute' | 'day' | null;
  readonly party: string | null;
  readonly accountRef: string | null;
  readonly standing: Standing;
};

/** A row made ready to be compared: codes folded, instants as seconds. */
type Ready = {
  readonly id: number;
  readonly account: number | null;
  readonly amount: number;
  /** As the row says it. */
  readonly at: string | null;
  /** Seconds since 1970. Null where no time of day is known. */
  readonly second: number | null;
  /** Days since 1970 on the East African calendar. */
  readonly day: number | null;
  readonly receipt: string | null;
  readonly reference: string | null;
  readonly party: string | null;
};

/** An expected payment made ready: what is due. */
export type Due = Ready & { readonly kind: 'sale' | 'invoice' };

/**
 * A payment made ready: what was paid. It is known by what was paid, and pays with what `stays` of it. `sound`: its
 * standing lets a rule confirm a match with it.
 */
export type Paid = Ready & { readonly standing: Standing; readonly sound: boolean; readonly stays: number };

const EAST_AFRICA = 3 * 3600;
const DAY = 86_400;

/** Capitals and digits alone: `ue5f g1u-7p2` and `UE5FG1U7P2` are one code. Null where nothing is left. */
export function foldCode(text: string | null): string | null {
  if (text === null || /^[A-Z0-9]+$/.test(text)) return text;
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '') || null;
}

const secondOf = (at: string | null): number | null => (at === null ? null : Date.parse(at) / 1000);
const dayOf = (second: number | null) => (second === null ? null : Math.floor((second + EAST_AFRICA) / DAY));

function dueOf({ id, kind, account, at, precision, amount, customer: party, ...codes }: ExpectedRow): Due {
  const moment = secondOf(at);
  const [receipt, reference] = [foldCode(codes.receipt), foldCode(codes.reference)];
  const second = precision === 'day' ? null : moment;
  return { id, kind, account, amount, at, party, receipt, reference, second, day: dayOf(moment) };
}

const soundStandings: ReadonlySet<Standing> = new Set(['seen', 'confirmed', 'proved']);

function paidOf({
  id,
  account,
  amount,
  takenBack,
  party,
  standing,
  occurredAt,
  precision,
  ...codes
}: PaymentRow): Paid {
  const at = occurredAt;
  const stays = amount - takenBack;
  const moment = secondOf(at);
  const [receipt, reference] = [foldCode(codes.receipt), foldCode(codes.accountRef)];
  const sound = soundStandings.has(standing);
  const second = precision === 'day' ? null : moment;
  return { id, account, amount, stays, at, party, standing, sound, receipt, reference, second, day: dayOf(moment) };
}

/** The order everything is judged in, whatever order rows come in: by time, then amount, then receipt, then number. */
function byNature(a: Ready, b: Ready): number {
  if (a.day !== b.day) return (a.day ?? -1) - (b.day ?? -1);
  if (a.second !== b.second) return (a.second ?? -1) - (b.second ?? -1);
  if (a.amount !== b.amount) return a.amount - b.amount;
  if (a.receipt !== b.receipt) return (a.receipt ?? '') < (b.receipt ?? '') ? -1 : 1;
  return a.id - b.id;
}

/** Makes rows ready once: the same list, asked for again, is not made again. */
function once<Row extends { readonly amount: number }, Made extends Ready>(make: (row: Row) => Made) {
  const made = new WeakMap<readonly Row[], readonly Made[]>();
  return (rows: readonly Row[]): readonly Made[] => {
    const known = made.get(rows);
    if (known) return known;
    const ready = rows
      .filter((row) => row.amount > 0)
      .map(make)
      .toSorted(byNature);
    made.set(rows, ready);
    return ready;
  };
}

/** What can be paid, in the order of its nature. Rows of nothing or less (credit notes) are left to a person. */
export const readyDues = once<ExpectedRow, Due>(dueOf);

/** What can have paid, in the order of its nature. */
export const readyPaids = once<PaymentRow, Paid>(paidOf);
