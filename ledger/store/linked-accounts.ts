import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { LinkedAccount, Move, ServiceId } from '#contract/provider.ts';

/** A link as the book has it: everything but its secrets, which the host keeps under the name in `secrets`. */
export type LinkRow = Omit<LinkedAccount, 'secrets'> & {
  /** The fields that are no secrets. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly secrets: string;
  /** SHA-256 of the unguessable part of the path for its notices; null until there is one. */
  readonly entrance: string | null;
};

/** What may change of a link. */
export type LinkRowChange = Partial<
  Pick<LinkRow, 'label' | 'account' | 'enabled' | 'automatic' | 'credentials' | 'entrance'>
>;

type Stored = {
  id: number;
  service: string;
  label: string;
  account: number | null;
  baseUrl: string | null;
  simulated: 0 | 1;
  credentials: string;
  secrets: string;
  enabled: string;
  automatic: 0 | 1;
  entrance: string | null;
  linkedAt: string;
};

const Texts = z.record(z.string(), z.string());

const toRow = (stored: Stored): LinkRow => ({
  ...stored,
  service: ServiceId.parse(stored.service),
  simulated: stored.simulated === 1,
  automatic: stored.automatic === 1,
  credentials: Texts.parse(JSON.parse(stored.credentials)),
  enabled: z.array(Move).parse(JSON.parse(stored.enabled)),
});

const fromRow = ({ credentials, enabled, simulated, automatic, ...row }: Omit<LinkRow, 'id'>) => ({
  ...row,
  credentials: JSON.stringify(credentials),
  enabled: JSON.stringify(enabled),
  simulated: simulated ? 1 : 0,
  automatic: automatic ? 1 : 0,
});

/** Reads the links that stand, in the order in which they were made. */
export function linksIn(db: Database) {
  const all = db.prepare<[], Stored>(`
    SELECT id, service, label, account, base_url AS baseUrl, simulated, credentials, secrets, enabled, automatic, entrance,
      linked_at AS linkedAt
    FROM linked_account WHERE removed_at IS NULL ORDER BY id
  `);
  return (): LinkRow[] => all.all().map(toRow);
}

/** The linked_account table. */
export function linkedAccountStore(db: Database) {
  const all = linksIn(db);
  const insert = db.prepare(`
    INSERT INTO linked_account (service, label, account, base_url, simulated, credentials, secrets, enabled, automatic,
      entrance, linked_at)
    VALUES (:service, :label, :account, :baseUrl, :simulated, :credentials, :secrets, :enabled, :automatic, :entrance, :linkedAt)
  `);
  const update = db.prepare(`
    UPDATE linked_account SET label = :label, account = :account, enabled = :enabled, automatic = :automatic,
      credentials = :credentials, entrance = :entrance
    WHERE id = :id
  `);
  const remove = db.prepare<{ id: number; at: string }>(
    'UPDATE linked_account SET removed_at = :at, entrance = NULL WHERE id = :id AND removed_at IS NULL',
  );
  const find = (id: number) => all().find((link) => link.id === id) ?? null;

  return {
    all,
    find,
    add: (row: Omit<LinkRow, 'id'>): number => Number(insert.run(fromRow(row)).lastInsertRowid),
    /** Null where there is no such link. */
    set(id: number, change: LinkRowChange): LinkRow | null {
      const row = find(id);
      if (row === null) return null;
      const { id: _id, ...next } = { ...row, ...change };
      update.run({ id, ...fromRow(next) });
      return { id, ...next };
    },
    /** What it told stays. False where there is no such link. */
    remove: (id: number, at: string): boolean => remove.run({ id, at }).changes === 1,
  };
}
