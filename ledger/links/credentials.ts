import { addressOf } from '../providers/http.ts';
import type { Provider } from '../providers/provider.ts';
import { LedgerError } from '../errors.ts';
import type { Secrets } from './secrets.ts';

/** What was filled in, parted into what the book may have and what it may not. */
export type Parted = { readonly open: Readonly<Record<string, string>>; readonly secret: Secrets };

/**
 * Parses what was filled in by the service's own schema and parts it. `lent`: secrets that lie in the environment, and
 * are not kept a second time. Throws `bad-credentials`, naming the fields and never their values.
 */
export function partCredentials(provider: Provider, given: Readonly<Record<string, string>>, lent: Secrets): Parted {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = provider.credentials.safeParse({ ...lent, ...filled });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'credentials'));
    throw new LedgerError('bad-credentials', `${provider.label} does not take this: ${[...fields].join(', ')}.`);
  }
  const all = Object.entries(parsed.data).map(([name, value]): [string, string] => [name, String(value)]);
  const isSecret = ([name]: [string, string]) => provider.secrets.includes(name);
  const own = ([name, value]: [string, string]) => name in filled || lent[name] !== value;
  return {
    open: Object.fromEntries(all.filter((entry) => !isSecret(entry))),
    secret: Object.fromEntries(all.filter((entry) => isSecret(entry) && own(entry))),
  };
}

/** The address to keep with a link: null where the service's own is used. Throws `bad-credentials` for one that keys may not go to. */
export function checkedAddress(provider: Provider, baseUrl: string | null, simulated: boolean): string | null {
  const needed = provider.baseUrl === null || simulated;
  if (!needed) return null;
  const request = { method: 'GET', path: '/', headers: {}, body: null } as const;
  if (baseUrl === null || addressOf({ baseUrl, simulated, request }) === null) {
    const wanted = simulated
      ? 'a simulator on this computer, http://127.0.0.1:…'
      : 'an address that begins with https://';
    throw new LedgerError('bad-credentials', `${provider.label} needs ${wanted}`);
  }
  return baseUrl.replace(/\/+$/, '');
}
