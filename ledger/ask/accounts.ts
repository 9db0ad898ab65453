import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { AccountKind } from '#contract/words.ts';
import { type Coverage, joinStretches } from '../reconcile/coverage.ts';

type Row = Pick<Account, 'id' | 'kind' | 'shortcode' | 'messages' | 'statementRows'> & { ownName: string | null };
type Balance = { amount: number; at: string };

const words: Readonly<Record<AccountKind, string>> = {
  wallet: 'M-PESA wallet',
  till: 'Till',
  paybill: 'Paybill',
  pochi: 'Pochi la Biashara',
  agent: 'Agent float',
  bank: 'Bank',
  other: 'Other account',
  settlement: 'Settlement account',
  working: 'Working account',
  cash: 'Cash',
};

/** `Till 5123456`, `M-PESA wallet`. */
export const accountName = (kind: AccountKind, shortcode: string | null): string =>
  shortcode === null ? words[kind] : `${words[kind]} ${shortcode}`;

/** Reads the accounts as lists show them: those that something which stands tells of, and those the owner named. */
export function accountQueries(db: Database) {
  const all = db.prepare<[], Row>(`
    SELECT a.id, a.kind, a.shortcode, a.name AS ownName, coalesce(p.messages, 0) AS messages, coalesce(p.statement_rows, 0) AS statementRows
    FROM account a
    LEFT JOIN (SELECT account, sum(messages) AS messages, sum(statement_rows) AS statement_rows FROM payment GROUP BY account) p
      ON p.account = a.id
    WHERE p.account IS NOT NULL OR a.confirmed = 1 OR EXISTS (SELECT 1 FROM import i WHERE i.account = a.id AND i.undone_at IS NULL)
    ORDER BY a.kind, a.shortcode, a.id
  `);
  const holder = db
    .prepare<[number], string>(`
      SELECT holder FROM import WHERE account = ? AND undone_at IS NULL AND holder IS NOT NULL
      ORDER BY coalesce(period_to, ''), holder
    `)
    .pluck();
  const coverage = db.prepare<[], Omit<Coverage, 'proved'> & { verified: 0 | 1 }>(`
    SELECT account, period_from AS "from", period_to AS "to", verified FROM import
    WHERE undone_at IS NULL AND account IS NOT NULL AND period_from IS NOT NULL AND period_to IS NOT NULL
  `);
  const closing = db.prepare<[number], Balance>(`
    SELECT closing AS amount, period_to AS at FROM import
    WHERE account = ? AND undone_at IS NULL AND closing IS NOT NULL AND period_to IS NOT NULL
    ORDER BY period_to DESC, id DESC LIMIT 1
  `);
  const told = db.prepare<[number], Balance>(`
    SELECT m.balance_after AS amount, m.occurred_at AS at
    FROM payment p JOIN payment_movement l ON l.payment = p.id JOIN movement m ON m.id = l.movement
    WHERE p.account = ? AND p.occurred_at IS NOT NULL AND m.source = 'sms' AND m.balance_after IS NOT NULL
      AND m.occurred_at IS NOT NULL
    ORDER BY p.occurred_at DESC, p.receipt DESC LIMIT 1
  `);

  function lastBalance(id: number): Account['lastBalance'] {
    const [statement, sms] = [closing.get(id), told.get(id)];
    if (sms && (!statement || sms.at > statement.at)) return { ...sms, source: 'sms' };
    return statement ? { ...statement, source: 'statement' } : null;
  }

  return (): Account[] => {
    const covered = Map.groupBy(coverage.all(), ({ account }) => account);
    return all.all().map(({ ownName, ...row }) => ({
      ...row,
      name: ownName ?? accountName(row.kind, row.shortcode),
      holder: holder.all(row.id).at(-1) ?? null,
      covered: joined(covered.get(row.id) ?? []),
      lastBalance: lastBalance(row.id),
    }));
  };
}

function joined(claims: readonly { from: string; to: string; verified: 0 | 1 }[]): Account['covered'] {
  const stretches = claims.map(({ from, to, verified }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
    proved: verified === 1,
  }));
  return joinStretches(stretches).map(({ from, to, proved }) => ({ from: instant(from), to: instant(to), proved }));
}

/** Milliseconds → `2026-03-05T23:59:59+03:00`. */
const instant = (ms: number): string => `${new Date(ms + 3 * 60 * 60 * 1_000).toISOString().slice(0, 19)}+03:00`;
