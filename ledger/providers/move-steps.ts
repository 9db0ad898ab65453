import type { Acceptance, HttpFailure, MoveRecord, ProviderAnswer } from '#contract/provider.ts';
import type { Asked } from './ask.ts';

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
export function sent(record: MoveRecord, asked: Asked<Acceptance>, now: string): MoveRecord {
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
 * The order after a lookup or a callback spoke of it. Only a final answer with the very amount settles it; one that
 * tells another amount, or none of a completion, leaves it as it is for a person to look at.
 */
export function settle(record: MoveRecord, answer: ProviderAnswer, now: string): MoveRecord {
  if (isSettled(record) || answer.state === 'pending' || answer.state === 'unknown') return record;
  if (answer.notes.includes('contradicts-itself')) return record;
  if (answer.amount !== null && answer.amount !== record.amount) return record;
  if (answer.state === 'completed' && answer.amount === null) return record;
  return {
    ...record,
    state: answer.state,
    reason: answer.reason,
    receipt: answer.receipt,
    ids: { ...record.ids, ...answer.ids },
    settledAt: now,
  };
}
