import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#contract/index.ts';
import type { Payment, PaymentFilter, PaymentPage, PaymentSort } from '#contract/payment.ts';
import type { AccountKind } from '#contract/words.ts';
import { incomeKinds } from '../reconcile/matching/incoming.ts';
import { accountName } from './accounts.ts';
import { likePattern, searchedCents, statements } from './window.ts';

type Row = Omit<Payment, 'account'> & { accountId: number; accountKind: AccountKind; shortcode: string | null };
type Input = Parsed<'payments.page'>;
type Sums = { total: number; in: number; out: number };

/** A payment as the contract tells it, over `payment p JOIN account a`. */
export const paymentColumns = `
  p.id, p.receipt, p.kind, p.flow AS direction, p.amount, p.charges, p.taken_back AS takenBack, p.occurred_at AS occurredAt, p.party, p.phone,
  p.account_ref AS accountRef, p.stands AS standing, p.exception, p.message_amount AS messageAmount,
  p.statement_amount AS statementAmount, p.pass, a.id AS accountId, a.kind AS accountKind, a.shortcode
`;

/** The row of `paymentColumns` → a payment. */
export const toPayment = ({ accountId, accountKind, shortcode, ...rest }: Row): Payment => ({
  ...rest,
  account: { id: accountId, name: accountName(accountKind, shortcode) },
});
export type PaymentRow = Row;

const firm = "'confirmed', 'proved', 'settled'";

/** Each filter with its condition, so that an absent one costs nothing and the rest can use an index. */
const conditions = [
  ['account', 'p.account = :account'],
  ['finding', 'p.finding = :finding'],
  ['exception', 'p.exception = :exception'],
  // A charge that shares a receipt is a reason of its own beside whatever else that payment differs for.
  ['reason', "(p.delta_reason = :reason OR (:reason = 'charges' AND p.delta_charges <> 0))"],
  ['direction', 'p.flow = :direction'],
  ['standing', 'p.standing = :standing'],
  [
    'takings',
    `p.direction = 'in' AND p.standing NOT IN ('reversed', 'failed')
      AND p.kind IN (${incomeKinds.map((kind) => `'${kind}'`).join(', ')}) AND CASE :takings
        WHEN 'all' THEN 1 WHEN 'firm' THEN p.standing IN (${firm}) WHEN 'seen' THEN p.standing = 'seen'
        ELSE p.standing <> 'seen' AND p.standing NOT IN (${firm}) END`,
  ],
  [
    'side',
    `CASE :side WHEN 'message' THEN p.messages WHEN 'statement' THEN p.statement_rows
      ELSE p.compared = (:side NOT LIKE 'apart-%') AND CASE :side WHEN 'message-in' THEN p.message_in WHEN 'message-out' THEN p.message_out WHEN 'statement-in' THEN p.statement_in
      WHEN 'statement-out' THEN p.statement_out WHEN 'apart-in' THEN p.message_in ELSE p.message_out END <> 0 END`,
  ],
  ['hour', "substr(p.occurred_at, 12, 2) = printf('%02d', :hour)"],
  ['from', 'p.occurred_at >= :from'],
  // `T` parts the day from the time; `U` is the letter after it.
  ['to', "p.occurred_at < :to || 'U'"],
] as const satisfies readonly (readonly [keyof PaymentFilter, string])[];

const searched = `(p.receipt LIKE :pattern ESCAPE '\\' OR p.party LIKE :pattern ESCAPE '\\' OR p.phone LIKE :pattern ESCAPE '\\'
  OR p.account_ref LIKE :pattern ESCAPE '\\' OR abs(p.amount) = :cents)`;

/** Of takings only what stays counts; everywhere else what was taken back is a payment of its own, the other way. */
const sumsOver = ({ takings }: PaymentFilter) => `count(*) AS total,
  coalesce(sum(CASE p.flow WHEN 'in' THEN p.amount${takings === null ? '' : ' - p.taken_back'} END), 0) AS "in",
  coalesce(-sum(CASE p.flow WHEN 'out' THEN p.amount END), 0) AS "out"`;

const columnOf = {
  occurredAt: 'p.occurred_at',
  amount: 'p.amount',
  party: 'p.party',
  standing: 'p.stands',
  receipt: 'p.receipt',
} as const satisfies Record<PaymentSort['by'], string>;

/** A window's SQL: from the filters in use and the order. Nothing of the input but these names reaches it. */
export function windowSql(filter: PaymentFilter, { by, descending }: PaymentSort): string {
  const order = descending ? 'DESC' : 'ASC';
  // The window is cut on ids alone; only its rows are then read whole.
  return `
    WITH w AS MATERIALIZED (
      SELECT p.id FROM payment p ${whereOf(filter)}
      ORDER BY ${columnOf[by]} ${order} NULLS LAST, p.id ${order} LIMIT :limit OFFSET :offset)
    SELECT ${paymentColumns}
    FROM w JOIN payment p ON p.id = w.id JOIN account a ON a.id = p.account
    ORDER BY ${columnOf[by]} ${order} NULLS LAST, p.id ${order}`;
}

/** The sums of a window, over as many rows as it has. */
const rangeSql = (filter: PaymentFilter, { by, descending }: PaymentSort): string => {
  const order = descending ? 'DESC' : 'ASC';
  return `
    SELECT ${sumsOver(filter)} FROM (SELECT p.flow, p.amount, p.taken_back FROM payment p ${whereOf(filter)}
      ORDER BY ${columnOf[by]} ${order} NULLS LAST, p.id ${order} LIMIT :limit OFFSET :offset) p`;
};

function whereOf(filter: PaymentFilter): string {
  const used: string[] = conditions.filter(([name]) => filter[name] !== null).map(([, condition]) => condition);
  if (filter.search.trim() !== '') used.push(searched);
  return used.length === 0 ? '' : `WHERE ${used.join(' AND ')}`;
}

/** Reads windows of the payments with the totals of all that the filter lets through. */
export function paymentQueries(db: Database, dataVersion: () => number) {
  const windows = statements<Row>(db);
  const totals = statements<Sums>(db);
  const kept = { version: -1, filter: '', sums: { total: 0, in: 0, out: 0 } };

  /** Scrolling asks for the same sums again and again; they are found once a filter and a state of the book. */
  function sumsOf(filter: PaymentFilter): Sums {
    const [version, key] = [dataVersion(), JSON.stringify(filter)];
    if (kept.version === version && kept.filter === key) return kept.sums;
    const sql = `
      SELECT ${sumsOver(filter)} FROM payment p ${whereOf(filter)}`;
    const found = totals(sql).get(parametersOf(filter))!;
    Object.assign(kept, { version, filter: key, sums: found });
    return found;
  }

  return {
    page: ({ filter, sort, offset, limit }: Input): PaymentPage => {
      const rows = windows(windowSql(filter, sort)).all({ ...parametersOf(filter), offset, limit });
      const { total, ...found } = sumsOf(filter);
      return { total, totals: found, rows: rows.map(toPayment) };
    },
    totals: ({ filter, sort, ranges }: Parsed<'payments.totals'>): Output<'payments.totals'> => {
      const sum = { count: 0, totals: { in: 0, out: 0 } };
      for (const [first, last] of ranges) {
        const window = { offset: first, limit: Math.max(0, last - first + 1) };
        const found = totals(rangeSql(filter, sort)).get({ ...parametersOf(filter), ...window })!;
        sum.count += found.total;
        sum.totals.in += found.in;
        sum.totals.out += found.out;
      }
      return sum;
    },
  };
}

const parametersOf = (filter: PaymentFilter): object => ({
  ...filter,
  pattern: likePattern(filter.search),
  cents: searchedCents(filter.search),
});
