import type { AccountKind } from '#contract/words.ts';
import { isAnswer, isReversal, type Movement } from './movement.ts';

export type Account = {
  readonly id: number;
  readonly kind: AccountKind;
  readonly shortcode?: string | null;
  readonly attachedTo?: number | null;
};

/** A merchant's message reads the same for a till and a paybill. */
const alike: Partial<Record<AccountKind, AccountKind>> = { till: 'paybill', paybill: 'till' };

/**
 * Says which account a movement belongs to. A statement's row: the one it stands in. Anything else: the account of its
 * kind whose statement has its receipt. Failing that, a provider's answer: the account it names; a message, which names
 * none: the account of its kind that an answer with its receipt names, else the one that the owner attached its kind's
 * messages to, else the only one of its kind that has statements,
 * else the un-numbered one it was stored under. Decided from all of the book, so that no order of imports shows.
 */
export function assigner(
  accounts: readonly Account[],
  movements: readonly Movement[],
  withStatements: ReadonlySet<number>,
): (movement: Movement) => number {
  const kindOf = new Map(accounts.map(({ id, kind }) => [id, kind]));
  const attached = new Map(accounts.map(({ id, attachedTo }) => [id, attachedTo ?? null]));
  const onlyOne = onlyAccounts(accounts.filter(({ id }) => withStatements.has(id)));
  const onStatements = holders(
    movements.filter(({ source }) => source === 'statement'),
    kindOf,
  );
  const inAnswers = holders(movements.filter(isAnswer), kindOf);
  const reversed = reversalHolders(movements);

  return (movement) => {
    if (movement.source === 'statement') return movement.account;
    const kind = kindOf.get(movement.account) ?? 'other';
    const held = onStatements(kind, movement.receipt);
    if (movement.source !== 'sms') return held ?? movement.account;
    const taken = movement.kind.startsWith('reversal_') ? reversed(movement) : null;
    if (taken !== null) return taken;
    const answered = held ?? inAnswers(kind, movement.receipt);
    return answered ?? attached.get(movement.account) ?? onlyOne.get(kind) ?? movement.account;
  };
}

/**
 * For each account without a number that the owner has not attached: those of its kind, or of a kind alike, that have
 * statements, where there are several.
 */
export function mayBelongTo(
  accounts: readonly Account[],
  withStatements: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const bare = accounts.filter(({ shortcode, attachedTo }) => !shortcode && !attachedTo);
  const pairs = bare.map(({ id, kind }) => {
    const others = accounts.filter(
      (other) => other.id !== id && withStatements.has(other.id) && [kind, alike[kind]].includes(other.kind),
    );
    return [id, others.map((other) => other.id)] as const;
  });
  return new Map(pairs.filter(([, others]) => others.length > 1));
}

/** What decides whose the movements are that name no account and no receipt of a statement, spelled out to be compared. */
export const assigning = (accounts: readonly Account[], withStatements: ReadonlySet<number>): string =>
  JSON.stringify([
    [...mayBelongTo(accounts, withStatements)],
    [...onlyAccounts(accounts.filter(({ id }) => withStatements.has(id)))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    accounts.flatMap(({ id, attachedTo }) => (attachedTo ? [[id, attachedTo]] : [])),
  ]);

/** Finds the one account of a kind, or of a kind alike, among these movements that has a receipt. Two settle nothing. */
function holders(movements: readonly Movement[], kindOf: ReadonlyMap<number, AccountKind>) {
  const found = new Map<string, number | null>();
  for (const { receipt, account } of movements) {
    if (receipt === null) continue;
    const key = `${kindOf.get(account) ?? 'other'} ${receipt}`;
    const known = found.get(key);
    found.set(key, known === undefined || known === account ? account : null);
  }
  return (kind: AccountKind, receipt: string | null): number | null => {
    if (receipt === null) return null;
    const other = alike[kind];
    return found.get(`${kind} ${receipt}`) ?? (other ? (found.get(`${other} ${receipt}`) ?? null) : null);
  };
}

const moneyOf = ({ receipt, amount }: Movement) => `${receipt} ${amount}`;

/** Finds the one account whose statement has a reversal: its message reads the same, whatever account it was of. */
function reversalHolders(movements: readonly Movement[]) {
  const rows = movements.filter((row) => row.source === 'statement' && row.receipt !== null && isReversal(row));
  const found = Map.groupBy(rows, moneyOf);
  return (movement: Movement): number | null => {
    const accounts = new Set(found.get(moneyOf(movement))?.map(({ account }) => account));
    return accounts.size === 1 ? [...accounts][0]! : null;
  };
}

function onlyAccounts(accounts: readonly Account[]): Map<AccountKind, number> {
  const byKind = Map.groupBy(accounts, ({ kind }) => kind);
  return new Map(
    [...byKind].flatMap(([kind, [first, ...more]]) => (first && more.length === 0 ? [[kind, first.id]] : [])),
  );
}
