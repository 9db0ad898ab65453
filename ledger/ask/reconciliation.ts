import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import { DifferenceReason, Finding } from '#contract/payment.ts';
import { type AccountReconciliation, type DifferenceLine, Reconciliation } from '#contract/reconciliation.ts';
import { DecisionCode } from '#contract/decisions.ts';
import { MatchRule } from '#contract/match.ts';
import { Pass, Standing } from '#contract/words.ts';
import { asks } from './decisions.ts';
import { broughtTo } from '../store/paid.ts';

type Tally = { count: number; in: number; out: number };
type Sum = { count: number; cents: number };
type Named<T> = T & { name: string };

/** Payments that every word says the same of, summed up. Amounts in signed cents, those in and out positive. */
type Alike = {
  account: number;
  stands: Standing;
  finding: Finding;
  pass: Pass | null;
  reason: DifferenceLine['reason'] | null;
  compared: 0 | 1;
  flow: 'in' | 'out' | 'none';
  count: number;
  amount: number;
  messages: number;
  messagesIn: number;
  messagesOut: number;
  rows: number;
  rowsIn: number;
  rowsOut: number;
  delta: number;
  charged: number;
  charges: number;
};

const nil: Sum = { count: 0, cents: 0 };

/** Reads what every payment stands on and all that does not agree. Every word of the contract has its line, at 0 where none is. */
export function reconciliationQuery(db: Database, accounts: () => Account[]) {
  // One pass over the payments, in the order they lie in the file: an index would lead to and fro in it.
  const payments = db.prepare<[], Alike>(`
    SELECT account, stands, finding, pass, delta_reason AS reason, compared, flow, count(*) AS count, sum(amount) AS amount,
      sum(messages) AS messages, sum(message_in) AS messagesIn, sum(message_out) AS messagesOut,
      sum(statement_rows) AS rows, sum(statement_in) AS rowsIn, sum(statement_out) AS rowsOut,
      sum(delta) AS delta, sum(delta_charges <> 0) AS charged, sum(delta_charges) AS charges
    FROM payment NOT INDEXED GROUP BY account, stands, finding, pass, delta_reason, compared, flow
  `);
  const exceptions = db.prepare<{ now: string }, Named<Sum>>(
    `SELECT x.code AS name, count(*) AS count, sum(x.cents) AS cents FROM exception x WHERE x.live = 1 AND ${asks} GROUP BY x.code`,
  );
  const allocation = allocationQuery(db);

  return (): Reconciliation => {
    const alike = payments.all();
    const byAccount = Map.groupBy(alike, ({ account }) => account);
    const asked = new Map(exceptions.all({ now: new Date().toISOString() }).map((row) => [row.name, row]));
    return Reconciliation.parse({
      payments: tallyOf(alike),
      by_standing: tallies(Standing, alike, ({ stands: name }) => name),
      by_finding: tallies(Finding, alike, ({ finding }) => finding),
      by_pass: tallies(Pass, alike, ({ pass }) => pass),
      by_exception: Object.fromEntries(DecisionCode.options.map((code) => [code, asked.get(code) ?? nil])),
      allocation: allocation(),
      accounts: accounts().map((account) => reconciled(account, byAccount.get(account.id) ?? [])),
    });
  };
}

/** Reads which of the sales are paid, and by which pass. */
function allocationQuery(db: Database): () => Reconciliation['allocation'] {
  const sales = db.prepare<[], Sum>(
    'SELECT count(*) AS count, coalesce(sum(amount), 0) AS cents FROM expected WHERE live = 1',
  );
  const rules = db.prepare<[], Named<Sum> & { state: 'confirmed' | 'proposed'; dues: number }>(`
    SELECT name, state, count(DISTINCT match) AS count, sum(cents) AS cents, count(*) AS dues FROM (
      SELECT m.id AS match, m.rule AS name, m.state, iif(m.rule = 'settlement', i.allocated, ${broughtTo('i', 'm')}) AS cents
      FROM match m JOIN match_item i ON i.match = m.id AND i.side = CASE m.rule WHEN 'settlement' THEN 'payment' ELSE 'expected' END
      WHERE m.live = 1 AND m.state IN ('confirmed', 'proposed')
        AND (m.rule = 'settlement' OR EXISTS (SELECT 1 FROM expected e WHERE e.id = i.record AND e.live = 1)))
    WHERE cents > 0 GROUP BY name, state
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

function reconciled({ id, name, covered }: Account, alike: readonly Alike[]): AccountReconciliation {
  const compared = alike.filter((one) => one.compared === 1);
  const messages = messagesOf(compared);
  const statement = {
    count: total(alike, ({ rows }) => rows),
    in: total(alike, ({ rowsIn }) => rowsIn),
    out: total(alike, ({ rowsOut }) => rowsOut),
  };
  return {
    account: { id, name },
    covered,
    messages,
    statement,
    difference: statement.in - statement.out - (messages.in - messages.out),
    explanation: explanationOf(alike),
    notCompared: messagesOf(alike.filter((one) => one.compared === 0)),
  };
}

const messagesOf = (alike: readonly Alike[]): Tally => ({
  count: total(alike, ({ messages }) => messages),
  in: total(alike, ({ messagesIn }) => messagesIn),
  out: total(alike, ({ messagesOut }) => messagesOut),
});

/** The reasons for a difference, in the order of the contract. A charge is none of a payment's own: it comes on top. */
function explanationOf(alike: readonly Alike[]): DifferenceLine[] {
  const own = Map.groupBy(alike, ({ reason }) => reason);
  const lines = DifferenceReason.options.map((reason): DifferenceLine => {
    if (reason === 'charges') {
      return { reason, count: total(alike, ({ charged }) => charged), cents: total(alike, ({ charges }) => charges) };
    }
    const group = own.get(reason) ?? [];
    return { reason, count: total(group, ({ count }) => count), cents: total(group, ({ delta }) => delta) };
  });
  return lines.filter(({ count }) => count > 0);
}

/** One line for every word, in the order of the contract. */
function tallies<Word extends string>(
  { options }: { readonly options: readonly Word[] },
  alike: readonly Alike[],
  wordOf: (one: Alike) => Word | null,
): Record<string, Tally> {
  const by = Map.groupBy(alike, wordOf);
  return Object.fromEntries(options.map((word) => [word, tallyOf(by.get(word) ?? [])]));
}

const tallyOf = (alike: readonly Alike[]): Tally => ({
  count: total(alike, ({ count }) => count),
  in: total(alike, ({ flow, amount }) => (flow === 'in' ? amount : 0)),
  out: total(alike, ({ flow, amount }) => (flow === 'out' ? -amount : 0)),
});

const total = (alike: readonly Alike[], of: (one: Alike) => number): number =>
  alike.reduce((sum, one) => sum + of(one), 0);
