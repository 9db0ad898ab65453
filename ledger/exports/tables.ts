import type { Database } from 'better-sqlite3';
import type { ExportSubject, ExportWish } from '#contract/export.ts';
import type { AccountKind } from '#contract/words.ts';
import { accountName } from '../ask/accounts.ts';
import { paidOf, payersOf, proposedOf, saleState } from '../store/paid.ts';
import { inWish, within } from './entries.ts';

/** What a cell holds, for its writer: money is a number, a kind a code that is put into words, everything else words. */
export type Column = { readonly title: string; readonly as: 'text' | 'kind' | 'money' | 'count' | 'time' };
export type Value = string | number | null;

/** A subject as a table, in rows that are read while they are written. */
export type Sheet = { readonly columns: readonly Column[]; readonly rows: Iterable<readonly Value[]> };

const text = (title: string): Column => ({ title, as: 'text' });
const paymentKind: Column = { title: 'Kind', as: 'kind' };
const money = (title: string): Column => ({ title, as: 'money' });
const time: Column = { title: 'Time', as: 'time' };

type Named = { kind: AccountKind | null; shortcode: string | null; name: string | null };
type Raw = Named & { values: string };

/** Each subject's columns with the SQL of its cells, in their order. */
const subjects = {
  payments: {
    columns: [
      time,
      text('Receipt'),
      paymentKind,
      ...['Party', 'Phone', 'Account number'].map(text),
      ...['Paid in', 'Paid out', 'Charges'].map(money),
      ...['Standing', 'Finding'].map(text),
    ],
    sql: `SELECT a.kind, a.shortcode, a.name, json_array(p.occurred_at, p.receipt, p.kind, p.party, p.phone, p.account_ref,
        CASE WHEN p.amount > 0 THEN p.amount END, CASE WHEN p.amount < 0 THEN -p.amount END, p.charges, p.stands, p.finding) AS "values"
      FROM payment p JOIN account a ON a.id = p.account WHERE ${inWish('p.account', 'p.occurred_at')}
      ORDER BY p.occurred_at, p.key, a.id`,
  },
  movements: {
    columns: [
      time,
      ...['Told by', 'Receipt', 'Linked receipt'].map(text),
      paymentKind,
      ...['Party', 'Phone', 'Account number'].map(text),
      ...['Amount', 'Fee', 'Balance'].map(money),
    ],
    sql: `SELECT a.kind, a.shortcode, a.name, json_array(m.occurred_at, m.source, m.receipt, m.linked_receipt, m.kind, m.party, m.phone,
        m.account_ref, m.amount, m.fee, m.balance_after) AS "values"
      FROM movement m JOIN account a ON a.id = m.account WHERE m.live = 1 AND ${inWish('m.account', 'm.occurred_at')}
      ORDER BY m.occurred_at, m.source, m.receipt, m.identity, m.occurrence, m.variant, a.id`,
  },
  sales: {
    columns: [
      time,
      ...['What', 'Customer', 'Reference', 'Receipt noted'].map(text),
      ...['To be paid', 'Paid', 'Open'].map(money),
      ...['State', 'Paid by'].map(text),
    ],
    // A sale that names no account may be paid to any: it is of each.
    sql: `WITH e AS (SELECT *, ${paidOf('expected.id')} AS paid, ${proposedOf('expected.id')} AS proposed, ${payersOf('expected.id')} AS payers
        FROM expected WHERE live = 1 AND ${inWish('coalesce(account, :account)', 'at')})
      SELECT a.kind, a.shortcode, a.name, json_array(e.at, e.kind, e.customer, e.reference, e.receipt, e.amount, min(e.paid, e.amount),
        max(0, e.amount - e.paid), ${saleState}, e.payers) AS "values"
      FROM e LEFT JOIN account a ON a.id = e.account ORDER BY e.at, e.id`,
  },
  exceptions: {
    columns: [
      time,
      ...['Receipt', 'Exception', 'Party'].map(text),
      ...['Amount', 'Messages say', 'Statement says', 'At risk'].map(money),
      ...['Standing', 'State'].map(text),
    ],
    // Of one payment it says what the witnesses say; a sale or a gap between balances has none.
    sql: `SELECT a.kind, a.shortcode, a.name, json_array(x.at, x.receipt, x.code, x.subject, p.amount, p.message_amount,
        p.statement_amount, x.cents, p.stands, x.state) AS "values"
      FROM exception x LEFT JOIN account a ON a.id = x.account
      LEFT JOIN payment p ON json_array_length(x.payments) = 1 AND p.id = json_extract(x.payments, '$[0]')
      WHERE x.live = 1 AND ${inWish('x.account', 'x.at')} ORDER BY x.cents DESC, x.at, x.key`,
  },
  reconciliation: {
    columns: [text('Line'), { title: 'Payments', as: 'count' }, ...['In', 'Out', 'Net'].map(money)],
    // What was not compared stands for itself; the other lines add up: messages, and what explains the statement's difference.
    sql: `WITH p AS (SELECT * FROM payment WHERE ${inWish('account', 'occurred_at')}),
      line (account, place, line, count, "in", "out", net) AS (
        SELECT account, 1, 'Messages', count(*) FILTER (WHERE messages > 0 AND compared), sum(iif(compared, message_in, 0)),
          sum(iif(compared, message_out, 0)), sum(iif(compared, message_in - message_out, 0)) FROM p GROUP BY account
        UNION ALL SELECT account, 2, delta_reason, count(*), NULL, NULL, sum(delta) FROM p WHERE delta_reason IS NOT NULL
          GROUP BY account, delta_reason
        UNION ALL SELECT account, 3, 'charges', count(*), NULL, NULL, sum(delta_charges) FROM p WHERE delta_charges <> 0 GROUP BY account
        UNION ALL SELECT account, 4, 'Statement', count(*) FILTER (WHERE statement_rows > 0), sum(statement_in), sum(statement_out),
          sum(statement_in - statement_out) FROM p GROUP BY account
        UNION ALL SELECT account, 5, 'Not compared yet', count(*), sum(message_in), sum(message_out), sum(message_in - message_out)
          FROM p WHERE compared = 0 AND messages > 0 GROUP BY account)
      SELECT a.kind, a.shortcode, a.name, json_array(line, count, "in", "out", net) AS "values"
      FROM line JOIN account a ON a.id = line.account ORDER BY a.id, place, line`,
  },
} as const satisfies Record<ExportSubject, { columns: readonly Column[]; sql: string }>;

/** The table of a subject, oldest first (exceptions: most money at risk first), with the account in front. */
export function sheetOf(db: Database, wish: ExportWish): Sheet {
  const { columns, sql } = subjects[wish.subject];
  return { columns: [text('Account'), ...columns], rows: rowsOf(db, sql, wish) };
}

function* rowsOf(db: Database, sql: string, wish: ExportWish): Generator<readonly Value[]> {
  const rows = db.prepare<ReturnType<typeof within>, Raw>(sql);
  for (const { kind, shortcode, name, values } of rows.iterate(within(wish))) {
    const cells: Value[] = JSON.parse(values);
    yield [name ?? (kind && accountName(kind, shortcode)), ...cells];
  }
}
