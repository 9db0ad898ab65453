import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { ImportSummary } from '#contract/import.ts';
import type { Report } from '#contract/report.ts';
import { type ExceptionCode, type MovementKind, Standing } from '#contract/words.ts';
import { inBook } from './in-book.ts';
import { paymentColumns, type PaymentRow, toPayment } from './payments.ts';

type Tally = { count: number; in: number; out: number };
type Charged = Tally & { charges: number };
type Kind = Tally & { account: number; kind: MovementKind };

const tally = `count(*) AS count, coalesce(sum(CASE flow WHEN 'in' THEN amount END), 0) AS "in",
  coalesce(-sum(CASE flow WHEN 'out' THEN amount END), 0) AS "out"`;
const nothing: Charged = { count: 0, in: 0, out: 0, charges: 0 };

/** Reads everything a book holds, added up. */
export function reportQuery(db: Database, accounts: () => Account[], imports: () => ImportSummary[]) {
  const all = db.prepare<[], Charged & { from: string | null; to: string | null }>(`
    SELECT ${tally}, coalesce(sum(charges), 0) AS charges, min(occurred_at) AS "from", max(occurred_at) AS "to" FROM payment
  `);
  const ofAccounts = db.prepare<[], Charged & { account: number }>(
    `SELECT account, ${tally}, sum(charges) AS charges FROM payment GROUP BY account`,
  );
  const kinds = db.prepare<[], Kind>(
    `SELECT account, kind, ${tally} FROM payment GROUP BY account, kind ORDER BY count DESC, kind`,
  );
  const days = db.prepare<[], Tally & { date: string }>(`
    SELECT substr(occurred_at, 1, 10) AS date, ${tally} FROM payment WHERE occurred_at IS NOT NULL GROUP BY 1 ORDER BY 1
  `);
  const standings = db.prepare<[], Tally & { standing: Standing }>(
    `SELECT stands AS standing, ${tally} FROM payment GROUP BY stands`,
  );
  const exceptions = db.prepare<[], PaymentRow & { exception: ExceptionCode }>(`
    SELECT ${paymentColumns} FROM payment p JOIN account a ON a.id = p.account
    WHERE p.exception IS NOT NULL ORDER BY p.occurred_at NULLS LAST, p.receipt, p.id
  `);
  const unread = db
    .prepare<[], string>(
      `SELECT text FROM message m WHERE ${inBook('m')} AND outcome = 'unrecognised' AND unread = 1 ORDER BY id`,
    )
    .pluck();

  return (): Report => {
    const { from, to, ...payments } = all.get() ?? { ...nothing, from: null, to: null };
    return {
      period: from !== null && to !== null ? { from, to } : null,
      payments,
      accounts: accountsOf(accounts(), ofAccounts.all(), kinds.all()),
      days: days.all(),
      by_standing: standingsOf(standings.all()),
      exceptions: exceptions.all().map((row) => ({ ...toPayment(row), exception: row.exception })),
      unread: unread.all(),
      imports: imports()
        .filter(({ undoneAt }) => undoneAt === null)
        .map(importOf)
        .toReversed(),
    };
  };
}

function accountsOf(
  accounts: readonly Account[],
  sums: readonly (Charged & { account: number })[],
  kinds: readonly Kind[],
) {
  const sumOf = new Map(sums.map(({ account, ...sum }) => [account, sum]));
  const kindsOf = Map.groupBy(kinds, ({ account }) => account);
  return accounts.map(({ messages: _messages, statementRows: _rows, ...account }) => ({
    ...account,
    payments: sumOf.get(account.id) ?? nothing,
    kinds: (kindsOf.get(account.id) ?? []).map(({ account: _account, ...kind }) => kind),
  }));
}

function standingsOf(rows: readonly (Tally & { standing: Standing })[]): Report['by_standing'] {
  const found = new Map(rows.map(({ standing, ...sum }) => [standing, sum]));
  const tallied = (standing: Standing): Tally => found.get(standing) ?? { count: 0, in: 0, out: 0 };
  return {
    claimed: tallied('claimed'),
    settled: tallied('settled'),
    seen: tallied('seen'),
    confirmed: tallied('confirmed'),
    proved: tallied('proved'),
    reversed: tallied('reversed'),
    failed: tallied('failed'),
    disputed: tallied('disputed'),
  };
}

const importOf = ({ name, importer, importedAt, period, rows, opening, closing, verified }: ImportSummary) => ({
  name,
  importer,
  importedAt,
  period,
  rows,
  opening,
  closing,
  verified,
});
