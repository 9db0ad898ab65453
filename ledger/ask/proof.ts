import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { BalanceBreak } from '#contract/decisions.ts';
import type { Parsed } from '#contract/index.ts';
import type { CoverageDay } from '#contract/proof.ts';
import type { ChainRow } from '../decisions/chain-walks.ts';
import { type Chain, type ProofSource, proofReader } from '../decisions/proofs.ts';

type Day = { date: string; messages: number; statementRows: number; in: number; out: number };
type Open = { date: string; count: number; cents: number };

const DAY = 24 * 60 * 60 * 1_000;

/** Reads what proves what: breaks in the balances, and each day of a month. Chains are walked once a state of the book. */
export function proofQueries(db: Database, accounts: () => Account[], version: () => number) {
  const chainOf = keptChains(proofReader(db), version);
  const days = db.prepare<{ account: number; month: string }, Day>(`
    SELECT substr(occurred_at, 1, 10) AS date, sum(messages) AS messages, sum(statement_rows) AS statementRows,
      coalesce(sum(CASE direction WHEN 'in' THEN amount END), 0) AS "in",
      coalesce(-sum(CASE direction WHEN 'out' THEN amount END), 0) AS "out"
    FROM payment WHERE account = :account AND occurred_at >= :month AND occurred_at < :month || 'U' GROUP BY 1
  `);
  const open = db.prepare<{ account: number; month: string }, Open>(`
    SELECT substr(at, 1, 10) AS date, count(*) AS count, sum(cents) AS cents FROM exception
    WHERE live = 1 AND account = :account AND state NOT IN ('resolved', 'written-off')
      AND code NOT IN ('receipt-typo-fixed', 'in-transit') AND at >= :month AND at < :month || 'U' GROUP BY 1
  `);

  function breaks({ account, source }: Parsed<'proof.breaks'>): BalanceBreak[] {
    return accounts()
      .filter(({ id }) => account === null || id === account)
      .flatMap(({ id, name }) =>
        sourcesOf(source).flatMap((witness) =>
          chainOf(id, witness).breaks.map(
            ({ afterRow, beforeRow, after: _after, before: _before, covered: _covered, ...found }) => ({
              account: { id, name },
              source: witness,
              after: sideOf(afterRow),
              before: sideOf(beforeRow),
              ...found,
              explainedBy: [...found.explainedBy],
            }),
          ),
        ),
      );
  }

  function month({ account, month: wanted }: Parsed<'coverage.days'>): CoverageDay[] {
    const told = new Map(days.all({ account, month: wanted }).map((day) => [day.date, day]));
    const asking = new Map(open.all({ account, month: wanted }).map((day) => [day.date, day]));
    const covered = accounts().find(({ id }) => id === account)?.covered ?? [];
    const [statement, messages] = [balances(chainOf(account, 'statement')), balances(chainOf(account, 'sms'))];
    return datesOf(wanted).map((date) => {
      const { count, cents } = asking.get(date) ?? { count: 0, cents: 0 };
      const empty = { date, messages: 0, statementRows: 0, in: 0, out: 0 };
      return {
        ...(told.get(date) ?? empty),
        statement: statementOf(covered, date),
        statementBalances: statement(date),
        messageBalances: messages(date),
        open: { count, cents },
      };
    });
  }

  return { breaks, month };
}

const sourcesOf = (source: ProofSource | null): readonly ProofSource[] => (source ? [source] : ['statement', 'sms']);

const sideOf = (row: ChainRow | null) => (row ? { payment: row.payment, receipt: row.receipt, at: row.at } : null);

function keptChains(prove: (account: number, source: ProofSource) => Chain, version: () => number) {
  const kept = { version: -1, chains: new Map<string, Chain>() };
  return (account: number, source: ProofSource): Chain => {
    const now = version();
    if (kept.version !== now) Object.assign(kept, { version: now, chains: new Map() });
    const key = `${account} ${source}`;
    const chain = kept.chains.get(key) ?? prove(account, source);
    kept.chains.set(key, chain);
    return chain;
  };
}

/** By a date: whether the balances printed that day add up. */
function balances({ rows, breaks }: Chain): (date: string) => CoverageDay['messageBalances'] {
  const printed = new Set(rows.filter(({ balance }) => balance !== null).map(({ at }) => at?.slice(0, 10)));
  const broken = new Set(breaks.map(({ missing }) => (missing.before ?? missing.after)?.slice(0, 10)));
  return (date) => (broken.has(date) ? 'break' : printed.has(date) ? 'hold' : 'none');
}

function statementOf(covered: Account['covered'], date: string): CoverageDay['statement'] {
  const from = Date.parse(`${date}T00:00:00+03:00`);
  const to = from + DAY - 1_000;
  const within = covered.filter((one) => Date.parse(one.from) <= to && Date.parse(one.to) >= from);
  if (within.length === 0) return 'none';
  const whole = (of: Account['covered']) =>
    of.reduce((sum, one) => sum + Math.min(Date.parse(one.to), to) - Math.max(Date.parse(one.from), from) + 1_000, 0) >=
    DAY;
  if (whole(within.filter(({ proved }) => proved))) return 'proved';
  return whole(within) ? 'claimed' : 'part';
}

/** Every date of a month, `2026-03`. */
function datesOf(month: string): string[] {
  const [year, number] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate();
  return Array.from({ length: days }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}
