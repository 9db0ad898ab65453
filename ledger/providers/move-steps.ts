import type { MoveRecord } from '#contract/move.ts';
import type { Acceptance, HttpFailure, ProviderAnswer } from '#contract/provider-answer.ts';
import type { Asked } from './ask.ts';

/** What the one request of an order came to, without its exchanges. */
type Came = Asked<Acceptance> extends infer A ? (A extends unknown ? Omit<A, 'exchanges'> : never) : never;

/** What can happen to an order. Instants are of East Africa Time. */
export type MoveEvent =
  | { readonly kind: 'restarted' }
  | { readonly kind: 'sent'; readonly came: Came; readonly at: string }
  | { readonly kind: 'told'; readonly answer: ProviderAnswer; readonly at: string };

/** The order after the event. Pure and total: an event that does not fit leaves it as it is. */
export function stepMove(record: MoveRecord, event: MoveEvent): MoveRecord {
  if (event.kind === 'restarted') return afterRestart(record);
  return event.kind === 'sent' ? sent(record, event.came, event.at) : settle(record, event.answer, event.at);
}

/** States that nothing changes any more. */
const settled: ReadonlySet<MoveRecord['state']> = new Set([
  'refused',
  'not-sent',
  'completed',
  'failed',
  'cancelled',
  'expired',
]);

/** Whether nothing more can be learnt of the order. */
export const isSettled = ({ state }: MoveRecord): boolean => settled.has(state);

/** After a restart nobody knows whether what was being sent went out: it must be looked up, never sent again. */
export const afterRestart = (record: MoveRecord): MoveRecord =>
  record.state === 'sending' ? { ...record, state: 'unknown', reason: null } : record;

/** Answers by which a service says that it did nothing. Every other failure leaves the outcome open. */
const refusals: ReadonlySet<HttpFailure> = new Set([
  'bad-request',
  'unauthorised',
  'forbidden',
  'not-found',
  'invalid',
  'rate-limited',
]);

/** The order after its one request. *Accepted* is not done; a failure that may have reached the service is `unknown`. */
export function sent(record: MoveRecord, asked: Came, now: string): MoveRecord {
  if (record.state !== 'sending') return record;
  if (!asked.ok) {
    const { failure } = asked;
    if (!asked.sent) return { ...record, state: 'not-sent', failure, settledAt: now };
    if (refusals.has(failure)) return { ...record, state: 'refused', failure, settledAt: now };
    return { ...record, state: 'unknown', failure };
  }
  const { accepted, reason, ids } = asked.value;
  return accepted
    ? { ...record, state: 'accepted', reason, ids }
    : { ...record, state: 'refused', reason, ids, settledAt: now };
}

/**
 * The order after a lookup or a statement spoke of it; a callback is unsigned and only a reason to look up. Only a final
 * answer about this very order with the very amount settles it: one that names another, tells another amount, or tells
 * none of a completion, leaves it as it is for a person to look at.
 */
export function settle(record: MoveRecord, answer: ProviderAnswer, now: string): MoveRecord {
  const { state, amount, notes } = answer;
  if (isSettled(record) || state === 'pending' || state === 'unknown') return record;
  if (notes.includes('contradicts-itself') || isAboutAnother(record, answer)) return record;
  if (amount === null ? state === 'completed' : amount !== record.amount) return record;
  const { reason, receipt, ids } = answer;
  return { ...record, state, reason, receipt, ids: { ...record.ids, ...ids }, settledAt: now };
}

type Ids = MoveRecord['ids'];

/** Whether two records have one of a service's names in common. */
export const sharesId = (one: Ids, other: Ids): boolean =>
  Object.entries(one).some(([name, value]) =>
    Object.entries(other).some(([key, told]) => key === name && told === value),
  );

const isAboutAnother = ({ ids }: MoveRecord, answer: ProviderAnswer) =>
  Object.entries(ids).some(([name, value]) => {
    const told = Object.entries(answer.ids).find(([other]) => other === name)?.[1];
    return told !== undefined && told !== value;
  });
