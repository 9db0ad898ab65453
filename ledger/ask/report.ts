import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { ImportSummary } from '#contract/import.ts';
import { Report } from '#contract/report.ts';
import { Standing } from '#contract/words.ts';
import { paymentColumns, type PaymentRow, toPayment } from './payments.ts';

type Tally = { count: number; in: number; out: number };
type Charged = Tally & { charges: number };

const none: Tally = { count: 0, in: 0, out: 0 };
const sums = `count(*) AS count, coalesce(sum(CASE direction WHEN 'in' THEN amount END), 0) AS "in",
  coalesce(-sum(CASE direction WHEN 'out' THEN amount END), 0) AS "out"`;

/** Reads everything the book holds, added up: what `risiti report` prints. */
export function reportQuery(db: Database, accounts: () => Account[], imports: () => ImportSummary[]) {
  const all = db.prepare<[], Charged & { first: string | null; last: string | null }>(
    `SELECT ${sums}, coalesce(sum(charges), 0) AS charges, min(occurred_at) AS first, max(occurred_at) AS last FROM payment`,
  );
  const byAccount = db.prepare<[number], Charged>(
    `SELECT ${sums}, coalesce(sum(charges), 0) AS charges FROM payment WHERE account = ?`,
  );
  const byKind = db.prepare<[number], Tally & { kind: string }>(
    `SELECT kind, ${sums} FROM payment WHERE account = ? GROUP BY kind ORDER BY count DESC, kind`,
  );
  const byDay = db.prepare<[], Tally & { date: string }>(
    `SELECT substr(occurred_at, 1, 10) AS date, ${sums} FROM payment WHERE occurred_at IS NOT NULL GROUP BY date ORDER BY date`,
  );
  const byStanding = db.prepare<[], Tally & { standing: string }>(
    `SELECT standing, ${sums} FROM payment GROUP BY standing`,
  );
  const exceptions = db.prepare<[], PaymentRow>(`
    SELECT ${paymentColumns} FROM payment p JOIN account a ON a.id = p.account
    WHERE p.exception IS NOT NULL ORDER BY p.occurred_at NULLS LAST, p.receipt, p.id
  `);
  const unread = db
    .prepare<[], string>(
      "SELECT text FROM message WHERE live = 1 AND outcome = 'unrecognised' AND unread = 1 ORDER BY received_at, text",
    )
    .pluck();

  return (): Report => {
    const { first, last, ...payments } = all.get()!;
    const standings = new Map(byStanding.all().map((row) => [row.standing, row]));
    // Parsing lets through what the contract names and nothing else.
    return Report.parse({
      period: first !== null && last !== null ? { from: first, to: last } : null,
      payments,
      accounts: accounts().map((account) => ({
        ...account,
        payments: byAccount.get(account.id),
        kinds: byKind.all(account.id),
      })),
      days: byDay.all(),
      by_standing: Object.fromEntries(Standing.options.map((word) => [word, standings.get(word) ?? none])),
      exceptions: exceptions.all().map(toPayment),
      unread: unread.all(),
      imports: imports()
        .filter(({ undoneAt }) => undoneAt === null)
        .toReversed(),
    });
  };
}
