import type { Database } from 'better-sqlite3';
import type { ExportWish } from '#contract/export.ts';
import type { AccountKind } from '#contract/words.ts';
import { accountName } from '../ask/accounts.ts';
import { inWish, within } from './entries.ts';

type Balance = { readonly amount: number; readonly at: string };

/** What a bank's formats say of the account and the time they are about. Balances as statements print them, or null. */
export type AccountFacts = {
  readonly account: { readonly name: string; readonly number: string };
  readonly from: string;
  readonly to: string;
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  /** When the file was made. */
  readonly made: string;
};

/** The facts of one account; null where there is no such account. `made` is an instant. */
export function accountFacts(db: Database, wish: ExportWish, made: string): AccountFacts | null {
  const account = db
    .prepare<[number | null], { kind: AccountKind; shortcode: string | null; name: string | null }>(
      'SELECT kind, shortcode, name FROM account WHERE id = ?',
    )
    .get(wish.account);
  if (!account) return null;
  const span = db
    .prepare<object, { from: string | null; to: string | null }>(
      `SELECT min(occurred_at) AS "from", max(occurred_at) AS "to" FROM payment WHERE ${inWish('account', 'occurred_at')}`,
    )
    .get(within(wish));
  const standing = 'account = :account AND undone_at IS NULL AND period_from IS NOT NULL AND period_to IS NOT NULL';
  const opening = db
    .prepare<object, Balance>(
      `SELECT opening AS amount, period_from AS at FROM import WHERE ${standing} AND opening IS NOT NULL
         AND (:from IS NULL OR substr(period_from, 1, 10) = :from) ORDER BY period_from, id LIMIT 1`,
    )
    .get({ account: wish.account, from: wish.from });
  const closing = db
    .prepare<object, Balance>(
      `SELECT closing AS amount, period_to AS at FROM import WHERE ${standing} AND closing IS NOT NULL
         AND (:to IS NULL OR substr(period_to, 1, 10) = :to) ORDER BY period_to DESC, id DESC LIMIT 1`,
    )
    .get({ account: wish.account, to: wish.to });
  return {
    account: {
      name: account.name ?? accountName(account.kind, account.shortcode),
      number: account.shortcode ?? account.kind.toUpperCase(),
    },
    from: wish.from === null ? (span?.from ?? made) : `${wish.from}T00:00:00+03:00`,
    to: wish.to === null ? (span?.to ?? made) : `${wish.to}T23:59:59+03:00`,
    opening: opening ?? null,
    closing: closing ?? null,
    made,
  };
}
