import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { Payment } from '#contract/payment.ts';
import { closedDays } from '../decisions/day-book.ts';
import { proofReader } from '../decisions/proofs.ts';
import { monthBook } from '../decisions/month-book.ts';
import { readSales } from '../decisions/read-sales.ts';
import { counterQuery } from './counter.ts';
import { decisionQueries } from './decisions.ts';
import { historyQueries } from './history.ts';
import { matchQueries } from './matches.ts';
import { paymentColumns, type PaymentRow, toPayment } from './payments.ts';
import { pictureQuery } from './pictures.ts';
import { keptChains, proofQueries } from './proof.ts';
import type { Questions } from './question-types.ts';
import { saleQueries } from './sales.ts';

type Names =
  | 'sales.read'
  | 'sales.alike'
  | 'sales.page'
  | 'decisions.page'
  | 'decisions.one'
  | 'matches.page'
  | 'matches.one'
  | 'history.page'
  | 'counter.check'
  | 'coverage.days'
  | 'proof.breaks'
  | 'payments.pictures'
  | 'payments.balances'
  | 'days.one'
  | 'days.page'
  | 'periods.list'
  | 'audit.verify';

/** Every question about what is decided, proved and closed. */
export function decidingQuestions(
  db: Database,
  accounts: () => Account[],
  version: () => number,
): Pick<Questions, Names> {
  const payments = somePayments(db);
  const sales = saleQueries(db);
  const matches = matchQueries(db, sales.some, payments);
  const chains = keptChains(proofReader(db), version);
  const proof = proofQueries(db, accounts, chains);
  const decisions = decisionQueries(db, { sales: sales.some, payments, match: matches.one, breaks: proof.breaks });
  const history = historyQueries(db);
  const days = closedDays(db);
  const months = monthBook(db, chains);
  return {
    'sales.read': readSales,
    'sales.alike': sales.alike,
    'sales.page': sales.page,
    'decisions.page': decisions.page,
    'decisions.one': decisions.one,
    'matches.page': matches.page,
    'matches.one': matches.story,
    'history.page': history.page,
    'counter.check': counterQuery(db, { payments, usedFor: matches.usedFor, accounts }),
    'coverage.days': proof.month,
    'proof.breaks': proof.breaks,
    'payments.pictures': pictureQuery(db),
    'payments.balances': proof.lastBalances,
    'days.one': ({ date }) => ({ figures: days.figures(date), closed: days.find(date) }),
    'days.page': days.page,
    'periods.list': ({ account }) => months(account),
    'audit.verify': history.verify,
  };
}

/** Payments by their numbers, in the order asked for; those that are no more are left out. */
function somePayments(db: Database): (ids: readonly number[]) => Payment[] {
  const one = db.prepare<[number], PaymentRow>(
    `SELECT ${paymentColumns} FROM payment p JOIN account a ON a.id = p.account WHERE p.id = ?`,
  );
  return (ids) =>
    ids.flatMap((id) => {
      const row = one.get(id);
      return row ? [toPayment(row)] : [];
    });
}
