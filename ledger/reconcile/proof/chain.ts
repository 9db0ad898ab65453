import type { MovementKind } from '#contract/words.ts';
import { openProof, type Proof, type ProofRow, takeStep } from './prove.ts';

/** What a chain needs to know of one message of one account: each account's balance runs by itself. */
export type ChainMessage = {
  readonly id: number;
  /** Wallet, Pochi and float are accounts of their own: a Pochi balance in a wallet's chain would break it. */
  readonly account: number;
  readonly kind: MovementKind;
  readonly receipt: string | null;
  /** The moment, to the minute at least. */
  readonly at: string | null;
  /** Its day in Kenya, `2026-03-05`, where that is all that is known of when. */
  readonly day: string | null;
  /** Signed cents: in positive, out negative, without the fee. */
  readonly amount: number;
  readonly fee: number | null;
  readonly balance: number | null;
};

/** Fuliza's fee is owed, not taken from the balance; any other fee is. */
const changeOf = ({ amount, fee, kind }: ChainMessage): number => amount - (kind === 'fuliza_draw' ? 0 : (fee ?? 0));

type Step = {
  readonly rows: readonly ProofRow[];
  readonly at: string | null;
  readonly day: string | null;
  readonly change: number;
};

/**
 * Each account's messages as one chain of balances. Messages know minutes at best and some a day or no time at all, so
 * within a minute they are put in the order in which they link, and one without a time stands where it alone closes a gap:
 * within its day, where that is known. What
 * is missing shows as a break with its shillings; a message more or less is never a verdict on another.
 */
export function proveChains(messages: readonly ChainMessage[]): { account: number; proof: Proof }[] {
  return [...Map.groupBy(messages, (message) => message.account)]
    .toSorted(([a], [b]) => a - b)
    .map(([account, of]) => ({ account, proof: proveChain(of) }));
}

function proveChain(messages: readonly ChainMessage[]): Proof {
  const proof = openProof({ opening: null, closing: null });
  const chain = openChain();
  for (const row of [...chain.next(messages), ...chain.rest()]) proof.add(row);
  return proof.done();
}

/**
 * The messages of one account in the order that links them best, part by part: each part is later than the one before.
 * Those without a time wait until they close a gap.
 */
export function openChain() {
  const floating: Step[] = [];
  let balance: number | null = null;

  /** Of those whose day is over, the next: they come at its end. */
  function dueBy(today: string, from: number | null): Step | undefined {
    const due = floating.filter(({ day }) => day !== null && day < today);
    return due.find((step) => links(step, from)) ?? due[0];
  }

  const possible = (today: string) => floating.filter(({ day }) => day === null || day === today);

  function next(messages: readonly ChainMessage[]): ProofRow[] {
    const steps = stepsOf(messages);
    floating.push(...steps.filter((step) => step.at === null));
    const ordered: Step[] = [];
    const walk = (step: Step) => {
      ordered.push(step);
      balance = after(step, balance);
    };
    for (const minute of minutesOf(steps)) {
      const today = minute[0]!.at!.slice(0, DAY_TEXT);
      for (let due = dueBy(today, balance); due; due = dueBy(today, balance)) walk(take(floating, due));
      while (minute.length > 0) {
        const linking: Step | undefined = minute.find((step) => links(step, balance));
        const closing: Step | null = linking ? null : closingGap(possible(today), minute, balance);
        if (closing) walk(closing);
        else walk(take(minute, linking ?? headOf(minute)));
        if (closing) take(floating, closing);
      }
    }
    return ordered.flatMap((step) => step.rows);
  }

  return { next, rest: (): ProofRow[] => floating.splice(0).flatMap((step) => step.rows) };
}

/** All messages of one receipt together: a payment, and the Fuliza that funded it. Those without a receipt stand alone. */
function stepsOf(messages: readonly ChainMessage[]): Step[] {
  const together = Map.groupBy(messages, (message) => message.receipt ?? `no receipt ${message.id}`);
  return [...together.values()].map((of) => {
    const rows = of
      .toSorted((a, b) => Number(a.balance !== null) - Number(b.balance !== null) || a.id - b.id)
      .map(rowOf);
    const at = of.map((message) => message.at).find((moment) => moment !== null) ?? null;
    const day = of.map((message) => message.day).find((date) => date !== null) ?? null;
    return { rows, at, day, change: rows.reduce((sum, row) => sum + row.change, 0) };
  });
}

const rowOf = (message: ChainMessage): ProofRow => ({
  id: message.id,
  receipt: message.receipt,
  at: message.at,
  change: changeOf(message),
  balance: message.balance,
});

const DAY_TEXT = 'yyyy-mm-dd'.length;

/** Dated steps, minute by minute, each minute in the order of its receipts. */
function minutesOf(steps: readonly Step[]): Step[][] {
  const dated = steps.filter((step) => step.at !== null);
  const minutes = Map.groupBy(dated, (step) => Math.floor(Date.parse(step.at!) / 60_000));
  return [...minutes].toSorted(([a], [b]) => a - b).map(([, of]) => of.toSorted(byReceipt));
}

const nameOf = (step: Step) => step.rows[0]!.receipt ?? '';

const byReceipt = (a: Step, b: Step) =>
  nameOf(a) === nameOf(b) ? a.rows[0]!.id - b.rows[0]!.id : nameOf(a) < nameOf(b) ? -1 : 1;

function links({ rows }: Step, balance: number | null): boolean {
  return balance !== null && rows.some((row) => row.balance !== null) && takeStep(rows, balance).odd === null;
}

/** Where a chain starts anew within a minute: with the message that no other leads up to. */
const headOf = (minute: readonly Step[]): Step =>
  minute.find((step) => !minute.some((other) => other !== step && links(step, after(other, null)))) ?? minute[0]!;

const after = ({ rows }: Step, balance: number | null): number | null => takeStep(rows, balance).end;

/** A step without a time that fits here, and after which the next one fits too. */
const closingGap = (floating: readonly Step[], minute: readonly Step[], balance: number | null): Step | null =>
  floating.find((step) => links(step, balance) && minute.some((next) => links(next, after(step, balance)))) ?? null;

function take(steps: Step[], step: Step): Step {
  steps.splice(steps.indexOf(step), 1);
  return step;
}
