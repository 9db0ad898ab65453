import type { Direction, MovementKind, Source } from '#contract/words.ts';

/** One live movement as reconciliation sees it. Cents are signed: in positive, out negative. */
export type Movement = {
  readonly id: number;
  /** Where its source put it: a message's is the un-numbered account of its kind. */
  readonly account: number;
  readonly source: Source;
  /** The same for every telling of the same row, whatever file it stood in; unique within an account otherwise. */
  readonly identity: string;
  readonly kind: MovementKind;
  readonly direction: Direction;
  readonly receipt: string | null;
  readonly linkedReceipt: string | null;
  readonly amount: number;
  /** What the message says it cost on top, a positive number of cents. */
  readonly fee: number | null;
  readonly occurredAt: string | null;
  readonly precision: 'second' | 'minute' | 'day' | null;
  readonly party: string | null;
  readonly phone: string | null;
  readonly accountRef: string | null;
  /** It stands in a statement whose printed totals and balances hold. */
  readonly proved: boolean;
  /**
   * The statements that tell it, by the number of their import, below zero where printed totals or balances do not hold. Known
   * only of receipts that two rows tell in the same direction.
   */
  readonly files: readonly number[];
};

/**
 * What a movement is within its payment. *credit*: a loan that funded the payment and shares its receipt; it is a
 * movement of its own and no income. *echo*: says again what another message says.
 */
export type Leg = 'principal' | 'charge' | 'credit' | 'echo';

const legs: Partial<Record<MovementKind, Leg>> = {
  charge: 'charge',
  fuliza_draw: 'credit',
  oneapp_short: 'echo',
  thin_receipt: 'echo',
};

/** Every kind that is not listed is a payment's principal. */
export const legOf = (kind: MovementKind): Leg => legs[kind] ?? 'principal';

/** Between the owner's own pockets: explains a difference between the sources and accuses nobody. */
export const isSettlement = (kind: MovementKind): boolean => kind === 'settlement' || kind === 'merchant_settlement';

/** Takes another payment back, and says which one where it prints the receipt. */
export const isReversal = (movement: Movement): boolean =>
  movement.kind.startsWith('reversal_') ||
  (movement.linkedReceipt !== null && movement.linkedReceipt !== movement.receipt && movement.source === 'statement');

/** Told by a provider, because we asked or by itself. */
export const isAnswer = ({ source }: Movement): boolean => source === 'lookup' || source === 'callback';

const rank = { second: 3, minute: 2, day: 1 } as const;

/** Of several tellings of one movement the one that says most; a total order, so that no order of imports shows. */
export function richest(tellings: readonly Movement[]): Movement {
  return tellings.reduce((best, next) => (compareTellings(next, best) > 0 ? next : best));
}

function compareTellings(a: Movement, b: Movement): number {
  const precision = precisionRank(a) - precisionRank(b);
  if (precision !== 0) return precision;
  const said = countSaid(a) - countSaid(b);
  if (said !== 0) return said;
  const [left, right] = [spelledOut(a), spelledOut(b)];
  return left < right ? 1 : left > right ? -1 : 0;
}

const precisionRank = ({ precision }: Movement) => (precision === null ? 0 : rank[precision]);
const details = (m: Movement) => [m.kind, m.linkedReceipt, m.fee, m.occurredAt, m.party, m.phone, m.accountRef];
const countSaid = (movement: Movement) => details(movement).filter((value) => value !== null).length;

/** A spelling of what a movement says that is free of ids, for orders that must not depend on them. */
export const spelledOut = (movement: Movement): string => JSON.stringify([movement.amount, ...details(movement)]);
