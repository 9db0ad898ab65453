import type { Lookup } from '#contract/lookup.ts';
import type { HttpFailure, ProviderAnswer } from '#contract/provider-answer.ts';
import { judge, namingOf } from './judge.ts';

/** What can happen to a lookup. Times are milliseconds since 1970. */
export type LookupEvent =
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly answer: ProviderAnswer; readonly now: number }
  /** The service's list does not have it. */
  | { readonly kind: 'absent' }
  /** The service's list has several of that name. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'failed'; readonly failure: HttpFailure; readonly retryAt: number | null; readonly now: number }
  /** The account's secrets are not at hand. */
  | { readonly kind: 'locked'; readonly now: number }
  | { readonly kind: 'woken'; readonly now: number }
  /** The service has sent a notice about it: it may have decided. */
  | { readonly kind: 'hinted'; readonly now: number }
  | { readonly kind: 'restarted' }
  | { readonly kind: 'withdrawn' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long to wait after each answer that was not final; after the last the lookup gives up and says so. */
const waits = [10 * SECOND, 20 * SECOND, 45 * SECOND, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE];
/** How long an unreachable service is left alone; also how often the network is tried. */
const OFFLINE = 30 * SECOND;

/** Whether it may be asked now. */
export const isDue = ({ state, notBefore }: Lookup, now: number): boolean =>
  (state === 'waiting' || state === 'offline') && notBefore <= now;

/** Whether nothing more will happen to it. */
export const isOver = ({ state }: Lookup): boolean => state === 'done' || state === 'withdrawn';

/** The lookup after the event. Pure and total: an event that does not fit leaves it as it is. */
export function step(lookup: Lookup, event: LookupEvent): Lookup {
  if (isOver(lookup)) return lookup;
  switch (event.kind) {
    case 'asked':
      return { ...lookup, state: 'asking' };
    case 'answered':
      return answered(lookup, event.answer, event.now);
    case 'absent':
      return done({ ...lookup, outcome: { verdict: 'inconclusive', reasons: ['not-found'] } });
    case 'ambiguous':
      return done({ ...lookup, outcome: { verdict: 'inconclusive', reasons: ['nothing-identifies'] } });
    case 'failed':
      return failed(lookup, event);
    case 'restarted':
      // Asking again does no harm, so that a question whose answer was lost is simply asked again.
      return lookup.state === 'asking' ? { ...lookup, state: 'waiting' } : lookup;
    case 'locked':
      return { ...lookup, state: 'waiting', failure: 'unauthorised', notBefore: event.now + OFFLINE };
    case 'woken':
      return hinders(lookup) ? { ...lookup, state: 'waiting', notBefore: event.now } : lookup;
    case 'hinted':
      return lookup.state === 'waiting' ? { ...lookup, notBefore: Math.min(lookup.notBefore, event.now) } : lookup;
    case 'withdrawn':
      break;
  }
  return { ...lookup, state: 'withdrawn' };
}

/** Whether it waits for the network or for secrets, and not because the service has not decided. */
const hinders = ({ state, failure }: Lookup) =>
  state === 'offline' || (state === 'waiting' && failure === 'unauthorised');

const done = (lookup: Lookup): Lookup => ({ ...lookup, state: 'done' });

function answered(lookup: Lookup, answer: ProviderAnswer, now: number): Lookup {
  const outcome = judge(lookup.expected, answer, namingOf(lookup.key, answer));
  const told: Lookup = { ...lookup, answer, failure: null, outcome };
  return outcome.verdict === 'pending' ? later(told, now, null) : done(told);
}

/** Back into the queue, or out of it where it was asked often enough. What it last heard stays. */
function later(lookup: Lookup, now: number, retryAt: number | null): Lookup {
  const wait = waits[lookup.rounds];
  if (wait === undefined) return gaveUp(lookup);
  const notBefore = Math.max(now + wait, retryAt ?? 0);
  return { ...lookup, state: 'waiting', rounds: lookup.rounds + 1, notBefore };
}

function gaveUp(lookup: Lookup): Lookup {
  const verdict = lookup.outcome?.verdict ?? 'inconclusive';
  return done({ ...lookup, outcome: { verdict, reasons: [...(lookup.outcome?.reasons ?? []), 'gave-up'] } });
}

/** Failures that will be the same next time: the credentials, the question or the service itself are not as they should be. */
const lasting: ReadonlySet<HttpFailure> = new Set([
  'bad-certificate',
  'redirected',
  'bad-request',
  'unauthorised',
  'forbidden',
  'invalid',
  'unsendable',
]);

function failed(lookup: Lookup, event: Extract<LookupEvent, { kind: 'failed' }>): Lookup {
  const { failure, retryAt, now } = event;
  if (failure === 'unreachable') return { ...lookup, state: 'offline', failure, notBefore: now + OFFLINE };
  const told: Lookup = { ...lookup, failure };
  if (failure === 'not-found') return step(told, { kind: 'absent' });
  if (lasting.has(failure)) return done({ ...told, outcome: { verdict: 'inconclusive', reasons: ['refused'] } });
  return later(told, now, retryAt);
}
