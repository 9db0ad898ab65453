import type { ExpectedRow } from '#ledger/reconcile/matching/rows.ts';
import { scribbled } from './codes.ts';
import type { Random } from './random.ts';

/** What a world is made of. Shares are of all sales; nothing here is measured from a real shop. */
export type Plan = {
  readonly seed: number;
  readonly days: number;
  readonly perDay: number;
  /** The share of sales whose receipt was written down. */
  readonly coded: number;
  /** What the sales book notes: the minute or only the day. */
  readonly noted: 'minute' | 'day';
  /** The share of sales claimed with nothing, an edited, a used, an old or an invented message. */
  readonly fakes: number;
  /** Which fakes: a shop's usual (a bare claim, mostly) or every kind alike. */
  readonly pack: 'usual' | 'adversarial';
};

export const usual: Plan = { seed: 1, days: 30, perDay: 150, coded: 0.5, noted: 'minute', fakes: 0.03, pack: 'usual' };

/** What really happened with a sale; only a world knows. */
export type Tag =
  | 'plain'
  | 'typo'
  | 'wrong-amount'
  | 'next-day'
  | 'split'
  | 'joined'
  | 'reversed'
  | 'invoice'
  | 'claimed'
  | 'edited'
  | 'reused'
  | 're-dated'
  | 'invented'
  | 'altered'
  | 'spoofed';

export type Sale = { readonly row: ExpectedRow; readonly tag: Tag; readonly paidBy: readonly string[] };

/** One payment as it happened, whatever the book came to know of it. `receipt` is unique in a world. */
export type Event = {
  readonly receipt: string;
  readonly account: number;
  readonly second: number;
  readonly amount: number;
  readonly party: string;
  readonly accountRef: string | null;
  readonly reversed: boolean;
  /** A message that came, about money that never did. */
  readonly spoofed: boolean;
  /** A message and a statement row tell of it, or one of them, or neither does. */
  readonly texted: boolean;
  readonly listed: boolean;
};

export type World = { readonly plan: Plan; readonly sales: readonly Sale[]; readonly events: readonly Event[] };

/** Collects a world while it is made. */
export type Making = {
  readonly plan: Plan;
  readonly random: Random;
  readonly receipt: (second: number) => string;
  readonly sales: Sale[];
  readonly events: Event[];
};

export const TILL = 1;
export const PAYBILL = 2;
export const POCHI = 3;
export const START = Date.UTC(2026, 4, 1) / 1000 - 3 * 3600;
export const DAY = 86_400;
/** The newest statement ends so many days before the world does. */
const UNCOVERED = 2;

const amounts = [
  ...Array<number>(6).fill(5000),
  ...Array<number>(9).fill(10_000),
  ...Array<number>(5).fill(15_000),
  ...Array<number>(8).fill(20_000),
  ...Array<number>(4).fill(25_000),
  ...Array<number>(5).fill(30_000),
  ...Array<number>(4).fill(35_000),
  ...Array<number>(6).fill(50_000),
  ...Array<number>(4).fill(100_000),
];
const firsts = [
  'AMANI',
  'BARAKA',
  'CHEBET',
  'DUNIA',
  'ETYANG',
  'FARIDA',
  'GATHONI',
  'HALIMA',
  'IMANI',
  'JUMA',
  'KIPROP',
  'LULU',
];
const lasts = [
  'ABUYA',
  'BOSIRE',
  'CHEGE',
  'DAHIR',
  'EKAI',
  'GITAU',
  'HASSAN',
  'KILONZO',
  'LANGAT',
  'MUTUA',
  'NDERI',
  'OPIYO',
];

/** Instants as the book writes them, in East Africa Time. */
export const instant = (second: number): string =>
  `${new Date((second + 3 * 3600) * 1000).toISOString().slice(0, 19)}+03:00`;

export const amountOf = (random: Random): number =>
  random.chance(0.35) ? 500 * (1 + random.below(600)) : random.pick(amounts);

export const nameOf = (random: Random): string => `${random.pick(firsts)} ${random.pick(lasts)}`;

type Happening = Partial<Event> & { readonly second: number; readonly amount: number; readonly outage?: boolean };

/** Money comes in, and the book may hear of it twice, once or not at all. */
export function happen(making: Making, { outage = false, ...what }: Happening): Event {
  const { random, plan } = making;
  const covered = what.second < START + (plan.days - UNCOVERED) * DAY;
  const event: Event = {
    receipt: making.receipt(what.second),
    account: random.chance(0.1) ? POCHI : TILL,
    party: nameOf(random),
    accountRef: null,
    reversed: false,
    spoofed: false,
    texted: !outage && random.chance(0.97),
    listed: covered,
    ...what,
  };
  making.events.push(event);
  return event;
}

type Writing = { readonly amount: number; readonly second?: number; readonly receipt?: string | null };

/** A sale is written down, about two minutes after it was paid. */
export function write(making: Making, tag: Tag, paid: readonly Event[], { amount, second, receipt }: Writing): void {
  const { random, plan } = making;
  const late = Math.abs(120 + 60 * random.bell());
  const at = (second ?? paid[0]!.second) + late;
  const code = receipt === undefined ? paid[0]!.receipt : receipt;
  const noted = code !== null && random.chance(plan.coded) ? scribbled(code, random) : null;
  const row: ExpectedRow = {
    id: making.sales.length + 1,
    kind: 'sale',
    account: null,
    at: instant(plan.noted === 'day' ? Math.floor((at + 3 * 3600) / DAY) * DAY - 3 * 3600 : Math.floor(at / 60) * 60),
    precision: plan.noted,
    amount,
    customer: null,
    reference: null,
    receipt: noted,
  };
  making.sales.push({ row, tag, paidBy: paid.map((event) => event.receipt) });
}
