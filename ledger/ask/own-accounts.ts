import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { OwnAccount } from '#contract/accounts.ts';
import { isIdle } from '../store/accounts.ts';

type Said = { id: number; ownName: string | null; confirmed: 0 | 1; attachedTo: number | null; removable: 0 | 1 };

/** The accounts with what the owner has said of them. */
export function ownAccountsQuery(db: Database, accounts: () => Account[]) {
  const all = db.prepare<[], Said>(`
    SELECT id, name AS ownName, confirmed, attached_to AS attachedTo, ${isIdle('a')} AS removable FROM account a
  `);
  return (): OwnAccount[] => {
    const said = new Map(all.all().map((row) => [row.id, row]));
    return accounts().map((account) => {
      const { ownName = null, confirmed = 0, attachedTo = null, removable = 0 } = said.get(account.id) ?? {};
      return { ...account, ownName, confirmed: confirmed === 1, attachedTo, removable: removable === 1 };
    });
  };
}
