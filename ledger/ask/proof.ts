import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { BalanceBreak } from '#contract/decisions.ts';
import type { Parsed } from '#contract/index.ts';
import type { DayBalance } from '#contract/pictures.ts';
import type { CoverageDay } from '#contract/proof.ts';
import type { ChainRow } from '../decisions/chain-walks.ts';
import type { Chain, ProofSource } from '../decisions/proofs.ts';
import { stateNow } from '../store/exceptions.ts';

type Day = { date: string; messages: number; statementRows: number; in: number; out: number };
type ChainOf = (account: number, source: ProofSource) => Chain;
type AccountMonth = { readonly account: number; readonly month: string };
type Open = { date: string; count: number; cents: number };

const DAY = 24 * 60 * 60 * 1_000;

/** Reads what proves what: breaks in the balances, and each day of a month. `chainOf`: see `keptChains`. */
export function proofQueries(db: Database, accounts: () => Account[], chainOf: ChainOf) {
  const days = db.prepare<{ account: number; month: string }, Day>(`
    SELECT substr(occurred_at, 1, 10) AS date, sum(messages) AS messages, sum(statement_rows) AS statementRows,
      coalesce(sum(CASE flow WHEN 'in' THEN amount END), 0) AS "in",
      coalesce(-sum(CASE flow WHEN 'out' THEN amount END), 0) AS "out"
    FROM payment WHERE account = :account AND occurred_at >= :month AND occurred_at < :month || 'U' GROUP BY 1
  `);
  const open = db.prepare<{ account: number; month: string }, Open>(`
    SELECT substr(at, 1, 10) AS date, count(*) AS count, sum(cents) AS cents FROM exception x
    WHERE live = 1 AND account = :account AND ${stateNow('x')} NOT IN ('resolved', 'written-off')
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

  return { breaks, month, lastBalances: (of: AccountMonth) => lastBalances(chainOf, of) };
}

/** The last balance of each day of a month, by the witness that prints balances, and what breaks that day. */
function lastBalances(chainOf: ChainOf, { account, month }: AccountMonth): DayBalance[] {
  const source = chainOf(account, 'statement').rows.some(({ balance }) => balance !== null) ? 'statement' : 'sms';
  const chain = chainOf(account, source);
  const gaps = new Map<string, number>();
  for (const { missing, gap } of chain.breaks) {
    const date = (missing.before ?? missing.after)?.slice(0, 10) ?? '';
    gaps.set(date, (gaps.get(date) ?? 0) + gap);
  }
  const last = new Map<string, number>();
  for (const { at, balance } of chain.rows) {
    if (balance !== null && at?.startsWith(month)) last.set(at.slice(0, 10), balance);
  }
  return [...last].map(([date, balance]) => ({ date, balance, source, gap: gaps.get(date) ?? 0 }));
}

const sourcesOf = (source: ProofSource | null): readonly ProofSource[] => (source ? [source] : ['statement', 'sms']);

const sideOf = (row: ChainRow | null) => (row ? { payment: row.payment, receipt: row.receipt, at: row.at } : null);

/** Chains of balances, each walked once a state of the book. */
export function keptChains(prove: ChainOf, version: () => number): ChainOf {
  const kept = { version: -1, chains: new Map<string, Chain>() };
  return (account, source) => {
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
