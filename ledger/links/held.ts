import type { Database } from 'better-sqlite3';
import type { LinkedAccount } from '#contract/provider.ts';
import { LedgerError } from '../errors.ts';
import type { Link, Provider } from '../providers/provider.ts';
import { providers } from '../providers/registry.ts';
import { type LinkRow, linksIn } from '../store/linked-accounts.ts';
import type { Secrets, SecretStore } from './secrets.ts';

/** What a host lends linked accounts: where secrets are kept, and those that it has from elsewhere. */
export type Keys = {
  readonly store: SecretStore;
  /** What the environment has of a service's secrets. */
  readonly lent: (service: string, fields: readonly string[]) => Secrets;
};

/** A link with everything that asking needs. */
export type Ready = { readonly row: LinkRow; readonly provider: Provider; readonly link: Link };

/** The links of the book, joined with their secrets. */
export function openHeld(reader: Database, { store, lent }: Keys) {
  const rows = linksIn(reader);
  const lentTo = ({ service }: LinkRow) => lent(service, providers[service].secrets);

  /** Null where a secret is missing. */
  function ready(row: LinkRow): Ready | null {
    const provider = providers[row.service];
    const given = { ...row.credentials, ...lentTo(row), ...store.read(row.secrets) };
    const parsed = provider.credentials.safeParse(given);
    if (!parsed.success) return null;
    const credentials = Object.fromEntries(
      Object.entries(parsed.data).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return { row, provider, link: { id: row.id, baseUrl: row.baseUrl, simulated: row.simulated, credentials } };
  }

  function placeOf(row: LinkRow): LinkedAccount['secrets'] {
    if (ready(row) === null) return 'missing';
    if (store.read(row.secrets) !== null) return store.place;
    return Object.keys(lentTo(row)).length > 0 ? 'environment' : store.place;
  }

  /** Throws `not-found`. */
  function find(id: number): LinkRow {
    const row = rows().find((one) => one.id === id);
    if (row === undefined) throw new LedgerError('not-found', `There is no linked account ${id}.`);
    return row;
  }

  return {
    rows,
    find,
    /** Null where it is unlinked or its secrets are not there. */
    ready: (id: number): Ready | null => {
      const row = rows().find((one) => one.id === id);
      return row === undefined ? null : ready(row);
    },
    /** A link as the screens see it. */
    shown: (row: LinkRow): LinkedAccount => {
      const { credentials: _credentials, entrance: _entrance, secrets: _name, ...rest } = row;
      return { ...rest, secrets: placeOf(row) };
    },
    lentTo: (service: LinkRow['service']) => lent(service, providers[service].secrets),
  };
}

export type Held = ReturnType<typeof openHeld>;
