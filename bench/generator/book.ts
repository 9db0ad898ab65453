import type { PaymentRow } from '#ledger/reconcile/matching/rows.ts';
import { type Event, instant, type World } from './making.ts';
import { randomOf } from './random.ts';

/** One row of one export, as a phone or a portal tells it. */
export type Telling = { readonly source: 'sms' | 'statement'; readonly event: Event };

/** Everything the shop could download: a phone's messages and statements, week by week, overlapping by a day. */
export function exportsOf({ events, plan }: World): Telling[][] {
  const first = Math.min(...events.map((event) => event.second));
  const files: Telling[][] = [];
  for (let day = 0; day < plan.days; day += 6) {
    const from = first + day * 86_400;
    const week = events.filter((event) => event.second >= from && event.second < from + 7 * 86_400);
    files.push(week.filter((event) => event.texted).map((event) => ({ source: 'sms', event })));
    files.push(week.filter((event) => event.listed).map((event) => ({ source: 'statement', event })));
  }
  return files;
}

/** The same exports in another order, the rows of each shuffled too. */
export function shuffledExports(world: World, seed: number): Telling[][] {
  const random = randomOf(seed);
  return random.shuffled(exportsOf(world)).map((file) => random.shuffled(file));
}

/**
 * The book after importing these files: one payment for each account and receipt, numbered in the order of their receipts,
 * so that a payment keeps its number whatever the order of imports.
 */
export function paymentsOf(files: readonly (readonly Telling[])[]): PaymentRow[] {
  const told = new Map<string, { event: Event; sources: Set<Telling['source']> }>();
  for (const { event, source } of files.flat()) {
    const seen = told.get(event.receipt) ?? { event, sources: new Set() };
    told.set(event.receipt, { event, sources: seen.sources.add(source) });
  }
  return [...told.values()]
    .toSorted((a, b) => (a.event.receipt < b.event.receipt ? -1 : 1))
    .map(({ event, sources }, at) => rowOf(at + 1, event, sources));
}

function rowOf(id: number, event: Event, sources: ReadonlySet<Telling['source']>): PaymentRow {
  const listed = sources.has('statement');
  const at = listed ? event.second : Math.floor(event.second / 60) * 60;
  return {
    id,
    account: event.account,
    receipt: event.receipt,
    amount: event.amount,
    takenBack: event.reversed ? event.amount : 0,
    occurredAt: instant(at),
    precision: listed ? 'second' : 'minute',
    party: event.party,
    accountRef: event.accountRef,
    standing: event.reversed ? 'reversed' : event.spoofed ? 'disputed' : listed ? 'proved' : 'seen',
  };
}
