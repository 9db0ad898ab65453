import type { Exchange, HttpFailure } from '#contract/provider-answer.ts';
import type { Http } from './http.ts';
import type { Link, Operation, Provider, ProviderRequest } from './provider.ts';

/** What asking came to: a value, or why there is none. `exchanges` may be kept as they are. */
export type Asked<V> = { readonly exchanges: readonly Exchange[] } & (
  | { readonly ok: true; readonly value: V }
  | {
      readonly ok: false;
      readonly failure: HttpFailure;
      readonly sent: boolean;
      readonly retryAt: number | null;
    }
);

export type Ask = {
  /** Asks once, with retries: for questions only. */
  question<I, V>(provider: Provider, link: Link, operation: Operation<I, V>, input: I): Promise<Asked<V>>;
  /** Sends an order at most once. A token that has run out is an `unauthorised`, not a second try. */
  order<I, V>(provider: Provider, link: Link, operation: Operation<I, V>, input: I): Promise<Asked<V>>;
  /** Whether the service takes these credentials. An answer that only knows no such payment is a yes. */
  probe(provider: Provider, link: Link): Promise<Asked<true>>;
  /** Forgets the tokens of a link that is unlinked or linked anew. */
  forget(link: number): void;
};

type Token = { readonly value: string; readonly until: number };
type Way = { readonly safe: boolean; readonly reads: 'json' | 'html' };

/** Tokens are renewed this long before they run out. */
const EARLY = 60_000;

/** Puts questions and orders to services: address, token, request, and the answer parsed at the door. */
export function makeAsk(http: Http, now: () => number): Ask {
  const tokens = new Map<number, Token>();

  /** Null for a service that hands out none. */
  async function tokenFor(provider: Provider, link: Link): Promise<Asked<string | null>> {
    if (!provider.token) return { ok: true, value: null, exchanges: [] };
    const held = tokens.get(link.id);
    if (held && held.until > now()) return { ok: true, value: held.value, exchanges: [] };
    const issue = provider.token;
    const before = now();
    const sent = await send(
      http,
      provider,
      link,
      issue.request(undefined, link, null),
      { safe: true, reads: 'json' },
      null,
    );
    if (!sent.ok) return { ...sent, sent: false };
    const value = issue.read(sent.body, undefined);
    if (value === null) return { ...undocumented(sent.exchanges), sent: false };
    tokens.set(link.id, { value, until: before + issue.life - EARLY });
    return { ok: true, value, exchanges: sent.exchanges };
  }

  async function once<I, V>(
    provider: Provider,
    link: Link,
    operation: Operation<I, V>,
    input: I,
    safe: boolean,
  ): Promise<Asked<V>> {
    const token = await tokenFor(provider, link);
    if (!token.ok) return token;
    const request = operation.request(input, link, token.value);
    const way: Way = { safe, reads: operation.reads ?? 'json' };
    const sent = await send(http, provider, link, request, way, token.value);
    const exchanges = [...token.exchanges, ...sent.exchanges];
    if (!sent.ok) {
      if (sent.failure === 'unauthorised') tokens.delete(link.id);
      return { ...sent, exchanges };
    }
    const value = operation.read(sent.body, input);
    return value === null ? undocumented(exchanges) : { ok: true, value, exchanges };
  }

  return {
    async question(provider, link, operation, input) {
      const asked = await once(provider, link, operation, input, true);
      const stale = !asked.ok && asked.failure === 'unauthorised' && provider.token !== undefined;
      if (!stale) return asked;
      const again = await once(provider, link, operation, input, true);
      return { ...again, exchanges: [...asked.exchanges, ...again.exchanges] };
    },
    order: (provider, link, operation, input) => once(provider, link, operation, input, false),
    async probe(provider, link) {
      const request = provider.probe(link, null);
      const sent = await send(http, provider, link, request, { safe: true, reads: 'json' }, null);
      if (sent.ok || knowsUs.has(sent.failure)) return { ok: true, value: true, exchanges: sent.exchanges };
      return sent;
    },
    forget: (link) => void tokens.delete(link),
  };
}

/** The credentials were read and taken, only what was asked for is not there. */
const knowsUs: ReadonlySet<HttpFailure> = new Set(['not-found', 'invalid']);

const undocumented = (exchanges: readonly Exchange[]) =>
  ({ ok: false, failure: 'undocumented-answer', sent: true, retryAt: null, exchanges }) as const;

function send(http: Http, provider: Provider, link: Link, request: ProviderRequest, way: Way, token: string | null) {
  const secrets = provider.secrets.map((name) => link.credentials[name] ?? '');
  return http({
    lane: `${provider.id} ${link.id}`,
    baseUrl: baseUrlOf(provider, link),
    simulated: link.simulated,
    request,
    ...way,
    spacing: provider.spacing,
    secrets: token === null ? secrets : [...secrets, token],
    hideAnswer: provider.token !== undefined && token === null,
  });
}

/**
 * A service's own address cannot be replaced but by a simulator's: its keys go to nobody else. A simulator's may be given
 * with the service's own path (`/v1`) or without.
 */
function baseUrlOf({ baseUrl }: Provider, link: Link): string {
  const own = link.baseUrl ?? '';
  if (baseUrl === null) return own;
  if (!link.simulated) return baseUrl;
  const path = new URL(baseUrl).pathname.replace(/\/$/, '');
  return own.endsWith(path) ? own : own + path;
}
