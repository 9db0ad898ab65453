import { randomUUID } from 'node:crypto';
import type { Output, Parsed } from '#contract/index.ts';
import type { Capability } from '#contract/provider.ts';
import { LedgerError } from '../errors.ts';
import type { Ask } from '../providers/ask.ts';
import { capabilitiesOf, providers } from '../providers/registry.ts';
import type { LinkRowChange } from '../store/linked-accounts.ts';
import { checkedAddress, partCredentials } from './credentials.ts';
import type { Held, Keys } from './held.ts';
import type { WriteLink } from './writes.ts';

type Deps = { readonly held: Held; readonly keys: Keys; readonly write: WriteLink; readonly ask: Ask };

/** Links and unlinks services. Secrets go to the host's keeping before the book hears of the link, and nowhere else. */
export function linking({ held, keys, write, ask }: Deps) {
  async function add(input: Parsed<'links.add'>): Promise<Output<'links.add'>> {
    const provider = providers[input.service];
    const { credentials, baseUrl, ...rest } = input;
    const address = checkedAddress(provider, baseUrl, input.simulated);
    const { open, secret } = partCredentials(provider, credentials, held.lentTo(input.service));
    const secrets = randomUUID();
    if (Object.keys(secret).length > 0) keys.store.write(secrets, secret);
    const row = {
      ...rest,
      baseUrl: address,
      credentials: open,
      secrets,
      entrance: null,
      enabled: [],
      automatic: false,
    };
    try {
      return held.shown(held.find(await write('link:add', row)));
    } catch (error) {
      keys.store.remove(secrets);
      throw error;
    }
  }

  async function set(input: Parsed<'links.set'>): Promise<Output<'links.set'>> {
    const { linkedAccount: id, credentials } = input;
    const row = held.find(id);
    const provider = providers[row.service];
    const change = changeOf(input, capabilitiesOf(provider));
    if (credentials) {
      const { open, secret } = partCredentials(provider, credentials, held.lentTo(row.service));
      if (Object.keys(secret).length > 0) keys.store.write(row.secrets, secret);
      ask.forget(id);
      await write('link:set', { id, change: { ...change, credentials: open } });
    } else await write('link:set', { id, change });
    return held.shown(held.find(id));
  }

  async function remove({ linkedAccount: id }: Parsed<'links.remove'>): Promise<Output<'links.remove'>> {
    const row = held.find(id);
    if (!(await write('link:remove', { id }))) throw new LedgerError('not-found', `There is no linked account ${id}.`);
    keys.store.remove(row.secrets);
    ask.forget(id);
    return {};
  }

  return { add, set, remove };
}

/** What was said, and nothing of what was left out; a move that the service does not have cannot be switched on. */
const changeOf = (
  { label, account, enabled, automatic }: Parsed<'links.set'>,
  offered: readonly Capability[],
): LinkRowChange => ({
  ...(label !== undefined && { label }),
  ...(account !== undefined && { account }),
  ...(enabled !== undefined && { enabled: enabled.filter((move) => offered.includes(move)) }),
  ...(automatic !== undefined && { automatic }),
});
