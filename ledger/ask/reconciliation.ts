import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import { Finding } from '#contract/payment.ts';
import { type AccountReconciliation, type DifferenceLine, Reconciliation } from '#contract/reconciliation.ts';
import { DecisionCode } from '#contract/decisions.ts';
import { MatchRule } from '#contract/match.ts';
import { Pass, Standing } from '#contract/words.ts';
import { asks } from './decisions.ts';
import { stands } from '../store/paid.ts';

type Tally = { count: number; in: number; out: number };
type Sum = { count: number; cents: number };
type Named<T> = T & { name: string };
type Sides = {
  account: number;
  messages: number;
  messagesIn: number;
  messagesOut: number;
  rows: number;
  rowsIn: number;
  rowsOut: number;
  notCompared: number;
  notComparedIn: number;
  notComparedOut: number;
};

const none: Tally = { count: 0, in: 0, out: 0 };
const nil: Sum = { count: 0, cents: 0 };
const sums = `count(*) AS count, coalesce(sum(CASE flow WHEN 'in' THEN amount END), 0) AS "in",
  coalesce(-sum(CASE flow WHEN 'out' THEN amount END), 0) AS "out"`;

/** Reads what every payment stands on and all that does not agree. Every word of the contract has its line, at 0 where none is. */
export function reconciliationQuery(db: Database, accounts: () => Account[]) {
  const by = (column: 'stands' | 'finding' | 'pass') =>
    db.prepare<[], Named<Tally>>(
      `SELECT ${column} AS name, ${sums} FROM payment WHERE ${column} IS NOT NULL GROUP BY ${column}`,
    );
  const [byStanding, byFinding, byPass] = [by('stands'), by('finding'), by('pass')];
  const all = db.prepare<[], Tally>(`SELECT ${sums} FROM payment`);
  const exceptions = db.prepare<{ now: string }, Named<Sum>>(
    `SELECT x.code AS name, count(*) AS count, sum(x.cents) AS cents FROM exception x WHERE x.live = 1 AND ${asks} GROUP BY x.code`,
  );
  const allocation = allocationQuery(db);
  const sides = db.prepare<[], Sides>(`
    SELECT account,
      sum(iif(compared, messages, 0)) AS messages, sum(iif(compared, message_in, 0)) AS messagesIn,
      sum(iif(compared, message_out, 0)) AS messagesOut,
      sum(statement_rows) AS rows, sum(statement_in) AS rowsIn, sum(statement_out) AS rowsOut,
      sum(iif(compared, 0, messages)) AS notCompared, sum(iif(compared, 0, message_in)) AS notComparedIn,
      sum(iif(compared, 0, message_out)) AS notComparedOut
    FROM payment GROUP BY account
  `);
  const lines = db.prepare<[], DifferenceLine & { account: number }>(`
    SELECT account, delta_reason AS reason, count(*) AS count, sum(delta) AS cents
    FROM payment WHERE delta_reason IS NOT NULL GROUP BY account, delta_reason
    UNION ALL
    SELECT account, 'charges', count(*), sum(delta_charges) FROM payment WHERE delta_charges <> 0 GROUP BY account
  `);

  return (): Reconciliation => {
    const side = new Map(sides.all().map((row) => [row.account, row]));
    const explanation = Map.groupBy(lines.all(), ({ account }) => account);
    return Reconciliation.parse({
      payments: all.get() ?? none,
      by_standing: table(Standing, byStanding.all(), none),
      by_finding: table(Finding, byFinding.all(), none),
      by_pass: table(Pass, byPass.all(), none),
      by_exception: table(DecisionCode, exceptions.all({ now: new Date().toISOString() }), nil),
      allocation: allocation(),
      accounts: accounts().map((account) =>
        reconciled(account, side.get(account.id), explanation.get(account.id) ?? []),
      ),
    });
  };
}

/** Reads which of the sales are paid, and by which pass. */
function allocationQuery(db: Database): () => Reconciliation['allocation'] {
  const sales = db.prepare<[], Sum>(
    'SELECT count(*) AS count, coalesce(sum(amount), 0) AS cents FROM expected WHERE live = 1',
  );
  const rules = db.prepare<[], Named<Sum> & { state: 'confirmed' | 'proposed'; dues: number }>(`
    SELECT m.rule AS name, m.state, count(DISTINCT m.id) AS count, sum(i.allocated) AS cents, count(*) AS dues
    FROM match m JOIN match_item i ON i.match = m.id AND i.side = CASE m.rule WHEN 'settlement' THEN 'payment' ELSE 'expected' END
    WHERE m.live = 1 AND m.state IN ('confirmed', 'proposed') AND (m.rule = 'settlement' OR ${stands('m')}
      AND EXISTS (SELECT 1 FROM expected e WHERE e.id = i.record AND e.live = 1)) GROUP BY m.rule, m.state
  `);

  return () => {
    const found = rules.all();
    const confirmed = found.filter(({ name, state }) => state === 'confirmed' && name !== 'settlement');
    const of = (rule: string, state: 'confirmed' | 'proposed'): Sum => {
      const row = found.find((one) => one.name === rule && one.state === state);
      return row ? { count: row.count, cents: row.cents } : nil;
    };
    const passes = MatchRule.options.map((rule) => [
      rule,
      { confirmed: of(rule, 'confirmed'), proposed: of(rule, 'proposed') },
    ]);
    return {
      sales: sales.get() ?? nil,
      paid: {
        count: confirmed.reduce((sum, { dues }) => sum + dues, 0),
        cents: confirmed.reduce((sum, { cents }) => sum + cents, 0),
      },
      // One entry a rule, which is what the list of rules makes.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      by_pass: Object.fromEntries(passes) as Reconciliation['allocation']['by_pass'],
    };
  };
}

function reconciled(
  { id, name, covered }: Account,
  side: Sides | undefined,
  lines: readonly DifferenceLine[],
): AccountReconciliation {
  const messages = { count: side?.messages ?? 0, in: side?.messagesIn ?? 0, out: side?.messagesOut ?? 0 };
  const statement = { count: side?.rows ?? 0, in: side?.rowsIn ?? 0, out: side?.rowsOut ?? 0 };
  return {
    account: { id, name },
    covered,
    messages,
    statement,
    difference: statement.in - statement.out - (messages.in - messages.out),
    explanation: lines.map(({ reason, count, cents }) => ({ reason, count, cents })),
    notCompared: { count: side?.notCompared ?? 0, in: side?.notComparedIn ?? 0, out: side?.notComparedOut ?? 0 },
  };
}

/** One line for every word, in the order of the contract. */
function table<T>({ options }: { options: readonly string[] }, rows: readonly Named<T>[], empty: T): Record<string, T> {
  const found = new Map(rows.map((row) => [row.name, row]));
  return Object.fromEntries(options.map((word) => [word, found.get(word) ?? empty]));
}
