import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { OwnAccount } from '#contract/accounts.ts';

type Said = { id: number; ownName: string | null; confirmed: 0 | 1; attachedTo: number | null };

/** The accounts with what the owner has said of them. */
export function ownAccountsQuery(db: Database, accounts: () => Account[]) {
  const all = db.prepare<[], Said>('SELECT id, name AS ownName, confirmed, attached_to AS attachedTo FROM account');
  return (): OwnAccount[] => {
    const said = new Map(all.all().map((row) => [row.id, row]));
    return accounts().map((account) => {
      const { ownName = null, confirmed = 0, attachedTo = null } = said.get(account.id) ?? {};
      return { ...account, ownName, confirmed: confirmed === 1, attachedTo };
    });
  };
}
