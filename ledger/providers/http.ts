import type { Exchange, HttpFailure } from '#contract/provider-answer.ts';
import { attempt, type Attempt } from './attempt.ts';
import type { ProviderRequest } from './provider.ts';
import { redactHeaders, redactor, type Redact } from './redaction.ts';
import { readJson } from './strict-json.ts';
import { jitter, LONGEST_WAIT, MOST_RETRIES, readRetryAfter } from './retry.ts';

/** The world outside, by argument. */
export type HttpDeps = {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Milliseconds for one request; 15 000 unless told. */
  readonly deadline?: number;
};

/** One thing to send, and how careful to be about it. */
export type Sending = {
  /** Who shares a rate limit. */
  readonly lane: string;
  readonly baseUrl: string;
  /** Allows plain HTTP to the loopback address: a simulator. */
  readonly simulated: boolean;
  readonly request: ProviderRequest;
  readonly reads: 'json' | 'html';
  /** Whether asking twice does no harm. What is not safe is sent at most once. */
  readonly safe: boolean;
  /** Milliseconds between two requests in this lane. */
  readonly spacing: number;
  readonly secrets: readonly string[];
  /** Answers of this kind are secrets as a whole and are never kept. */
  readonly hideAnswer?: boolean;
};

/** What sending came to, with every exchange as it may be kept. */
export type Sent = { readonly exchanges: readonly Exchange[] } & (
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly failure: HttpFailure;
      /** False only where it is certain that nothing left this computer. */
      readonly sent: boolean;
      /** Milliseconds since 1970 before which the service wants to be left alone. */
      readonly retryAt: number | null;
    }
);

export type Http = (sending: Sending) => Promise<Sent>;

const DEADLINE = 15_000;
const MOST_KEPT = 16_384;

/** What a question may be asked again after. A refusal, a redirect or a bad certificate will not be different next time. */
const passing: ReadonlySet<HttpFailure> = new Set(['timeout', 'reset', 'rate-limited', 'server-error']);

/** The only way out to a service: deadlines, retries of questions, rate limits, redaction. Failures are values. */
export function makeHttp(deps: HttpDeps): Http {
  const lanes = makeLanes(deps);
  return async (sending) => {
    const url = addressOf(sending);
    if (url === null) return notSent('unsendable');
    // An environment that switches certificates off would give the secrets to whoever answers.
    if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0' && url.startsWith('https:'))
      return notSent('bad-certificate');
    const redact = redactor(sending.secrets);
    const exchanges: Exchange[] = [];
    for (let retry = 0; ; retry += 1) {
      const wait = lanes.wait(sending.lane);
      if (wait > LONGEST_WAIT) return { ...notSent('rate-limited'), retryAt: deps.now() + wait, exchanges };
      await lanes.turn(sending.lane, sending.spacing);
      const at = deps.now();
      const { deadline = DEADLINE, fetch } = deps;
      const result = await attempt(url, sending.request, { fetch, deadline, reads: sending.reads });
      exchanges.push(exchangeOf(sending, url, result, { at, now: deps.now() }, redact));
      if (result.ok) return answered(result, sending, exchanges);
      const { failure, sent } = result;
      const asked = readRetryAfter(result.retryAfter, deps.now());
      if (asked !== null) lanes.hold(sending.lane, asked);
      const again = sending.safe && retry < MOST_RETRIES && passing.has(failure) && (asked ?? 0) <= LONGEST_WAIT;
      if (!again) return { ok: false, failure, sent, retryAt: asked === null ? null : deps.now() + asked, exchanges };
      await deps.sleep(jitter(retry, deps.random));
    }
  };
}

/** A shorter one stands in too many words by chance: taking it out of an answer would change what the answer says. */
const LEAST_SECRET = 6;

/**
 * What is read is what is kept: an answer that repeats a secret is read without it, since its sentences and texts go to
 * the book and to the screen.
 */
function answered(
  { text, body }: Extract<Attempt, { ok: true }>,
  { secrets, reads }: Sending,
  exchanges: readonly Exchange[],
): Sent {
  const clean = redactor(secrets.filter(({ length }) => length >= LEAST_SECRET))(text);
  if (clean === text) return { ok: true, body, exchanges };
  if (reads === 'html') return { ok: true, body: clean, exchanges };
  const again = readJson(clean);
  if (again.ok) return { ok: true, body: again.value, exchanges };
  return { ok: false, failure: 'not-json', sent: true, retryAt: null, exchanges };
}

const notSent = (failure: HttpFailure) =>
  ({ ok: false, failure, sent: false, retryAt: null, exchanges: [] }) as const satisfies Sent;

/** Whose turn it is in each lane: one request after another, spaced, none before a `Retry-After` has passed. */
function makeLanes({ now, sleep }: HttpDeps) {
  const free = new Map<string, number>();
  return {
    wait: (lane: string) => (free.get(lane) ?? 0) - now(),
    async turn(lane: string, spacing: number) {
      const at = Math.max(now(), free.get(lane) ?? 0);
      free.set(lane, at + spacing);
      if (at > now()) await sleep(at - now());
    },
    hold(lane: string, ms: number) {
      free.set(lane, Math.max(free.get(lane) ?? 0, now() + ms));
    },
  };
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** The whole address, or null where it is not one that secrets may be sent to. */
export function addressOf({
  baseUrl,
  simulated,
  request,
}: Pick<Sending, 'baseUrl' | 'simulated' | 'request'>): string | null {
  const base = baseUrl.replace(/\/+$/, '');
  if (!URL.canParse(base + request.path)) return null;
  const url = new URL(base + request.path);
  const near = loopback.has(url.hostname);
  const allowed = simulated ? near : url.protocol === 'https:' && !near;
  const clean = url.username === '' && url.password === '' && url.hash === '';
  return allowed && clean && /^https?:$/.test(url.protocol) && url.origin === new URL(base).origin ? url.href : null;
}

type Times = { readonly at: number; readonly now: number };

function exchangeOf(sending: Sending, url: string, result: Attempt, { at, now }: Times, redact: Redact): Exchange {
  const { method, headers, body } = sending.request;
  const text = sending.hideAnswer ? null : result.text;
  return {
    at: instantOf(at),
    tookMs: Math.max(0, Math.round(now - at)),
    method,
    url: redact(url),
    requestHeaders: redactHeaders(headers, redact),
    requestBody: body === null ? null : redact(body),
    status: result.status,
    // Cut only after redaction: half a secret is a secret too.
    answer: text === null ? null : redact(text).slice(0, MOST_KEPT),
    failure: result.ok ? null : result.failure,
  };
}

const EAT = 3 * 60 * 60 * 1000;

/** Milliseconds since 1970 as an instant of East Africa Time, to the second. */
export const instantOf = (ms: number): string => `${new Date(ms + EAT).toISOString().slice(0, 19)}+03:00`;
