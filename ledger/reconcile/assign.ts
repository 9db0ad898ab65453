import type { AccountKind } from '#contract/words.ts';
import type { Movement } from './movement.ts';

type Account = { readonly id: number; readonly kind: AccountKind };

/** A merchant's message reads the same for a till and a paybill. */
const alike: Partial<Record<AccountKind, AccountKind>> = { till: 'paybill', paybill: 'till' };

/**
 * Says which account a movement belongs to. A statement's row: the one it stands in. A message names no number, so:
 * the account of its kind whose statement has its receipt; else the only account of its kind that has statements; else
 * the un-numbered one it was stored under. Decided from all of the book, so that no order of imports shows.
 */
export function assigner(
  accounts: readonly Account[],
  movements: readonly Movement[],
  withStatements: ReadonlySet<number>,
): (movement: Movement) => number {
  const kindOf = new Map(accounts.map(({ id, kind }) => [id, kind]));
  const onlyOne = onlyAccounts(accounts.filter(({ id }) => withStatements.has(id)));
  const holders = receiptHolders(movements, kindOf);

  return (movement) => {
    if (movement.source === 'statement') return movement.account;
    const kind = kindOf.get(movement.account) ?? 'other';
    const other = alike[kind];
    return (
      (movement.receipt === null
        ? undefined
        : (holders.get(`${kind} ${movement.receipt}`) ?? (other && holders.get(`${other} ${movement.receipt}`)))) ??
      onlyOne.get(kind) ??
      movement.account
    );
  };
}

/** `till UC51234567` → its account; null where two accounts of that kind have it, which settles nothing. */
function receiptHolders(movements: readonly Movement[], kindOf: ReadonlyMap<number, AccountKind>) {
  const holders = new Map<string, number | null>();
  for (const { source, receipt, account } of movements) {
    if (source !== 'statement' || receipt === null) continue;
    const key = `${kindOf.get(account) ?? 'other'} ${receipt}`;
    const known = holders.get(key);
    holders.set(key, known === undefined || known === account ? account : null);
  }
  return holders;
}

function onlyAccounts(accounts: readonly Account[]): Map<AccountKind, number> {
  const byKind = Map.groupBy(accounts, ({ kind }) => kind);
  return new Map(
    [...byKind].flatMap(([kind, [first, ...more]]) => (first && more.length === 0 ? [[kind, first.id]] : [])),
  );
}
