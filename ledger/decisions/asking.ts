import type { DecisionCode } from '#contract/decisions.ts';
import type { MatchException, NewMatch } from '#contract/match.ts';
import type { ExceptionCode } from '#contract/words.ts';
import type { OddCharge } from '../reconcile/charges.ts';
import type { ExpectedRow, PaymentRow } from '../reconcile/matching/rows.ts';
import type { Asking } from '../store/exceptions.ts';
import type { Chain, FoundBreak, ProofSource } from './proofs.ts';
import type { Unsettled } from './settlements.ts';

/** A payment that does not agree, as its table has it. */
export type AmissRow = {
  readonly id: number;
  readonly account: number;
  readonly receipt: string | null;
  readonly party: string | null;
  readonly at: string | null;
  readonly exception: ExceptionCode;
  readonly cents: number;
};

/** A message that could not be read. */
export type UnreadRow = { readonly id: number; readonly text: string; readonly at: string | null };

/** Messages of an account that are newer than its last statement. */
export type TransitRow = { readonly account: number; readonly count: number; readonly from: string };

/** A closed month that is no longer what was sealed; `cents` is how far its money moved, positive. */
export type ChangedPeriod = {
  readonly account: number;
  readonly month: string;
  readonly cents: number;
  readonly payments: readonly number[];
};

const plain = { expected: [], payments: [], match: null, detail: null, subject: null, receipt: null } as const;

/** Payments whose own witnesses do not agree. One that a sale named and that was taken back is asked for with the sale. */
export function ofPayments(rows: readonly AmissRow[], named: ReadonlySet<number>): Asking[] {
  return rows
    .filter(({ id, exception }) => exception !== 'reversed-after-sale' || !named.has(id))
    .map(({ id, exception: code, party: subject, ...row }) => ({
      ...plain,
      key: `payment:${id}:${code}`,
      code,
      subject,
      receipt: row.receipt,
      cents: row.cents,
      account: row.account,
      at: row.at,
      payments: [id],
    }));
}

/** What a till is charged for a payment at most: no message says it, and the next balance is that much lower. */
const CHARGE = 0.01;

/**
 * Balances that stop adding up and nothing explains. Where a statement covers the time, it says itself what moved, and each
 * payment that differs asks for itself; a little less after money came in is the charge for it.
 */
export function ofChain(account: number, source: ProofSource, { breaks }: Chain): Asking[] {
  return breaks
    .filter((found) => found.explainedBy.length === 0 && !(source === 'sms' && (found.covered || isCharge(found))))
    .map((found) => {
      const sides = [found.afterRow?.payment, found.beforeRow?.payment].filter((id) => id !== undefined);
      return {
        ...plain,
        key: `gap:${account}:${source}:${sides.join('|')}:${found.gap}`,
        code: 'balance-gap' as const,
        cents: Math.abs(found.gap),
        account,
        at: found.missing.before ?? found.missing.after,
        receipt: found.beforeRow?.receipt ?? null,
        payments: [...new Set(sides)],
        detail: { source, after: found.after, before: found.before },
      };
    });
}

const isCharge = ({ gap, afterRow }: FoundBreak) => gap < 0 && afterRow !== null && -gap <= afterRow.change * CHARGE;

/** One for every message that could not be read. */
export const ofUnread = (rows: readonly UnreadRow[]): Asking[] =>
  rows.map(({ id, text, at }) => ({
    ...plain,
    key: `message:${id}`,
    code: 'unread-message',
    cents: 0,
    account: null,
    at,
    subject: text.slice(0, 80),
    detail: { message: id },
  }));

/** One an account whose messages reach further than its statements. */
export const ofTransit = (rows: readonly TransitRow[]): Asking[] =>
  rows.map(({ account, count, from }) => ({
    ...plain,
    key: `transit:${account}`,
    code: 'in-transit',
    cents: 0,
    account,
    at: from,
    detail: { count },
  }));

/** One a closed month that has changed. */
export const ofPeriods = (rows: readonly ChangedPeriod[]): Asking[] =>
  rows.map(({ account, month, cents, payments }) => ({
    ...plain,
    key: `period:${account}:${month}`,
    code: 'late-change',
    cents,
    account,
    at: `${month}-01T00:00:00+03:00`,
    subject: month,
    payments,
  }));

/** Settlements that wait for a word, those that do not come to their payments, and money that did not arrive as it left. */
export function ofSettlements(matches: readonly NewMatch[], unsettled: readonly Unsettled[]): Asking[] {
  const waiting = matches.filter(({ state }) => state === 'proposed');
  return [
    ...waiting.map((match) => {
      const [credit, ...twins] = match.items.filter(({ side }) => side === 'credit');
      return {
        ...plain,
        key: `settlement:${match.key}`,
        code: match.residual === 0 ? ('to-confirm' as const) : ('settlement-differs' as const),
        cents: match.residual === 0 ? credit!.allocated : Math.abs(match.residual),
        account: null,
        at: String(match.evidence.find(({ field }) => field === 'time')?.left ?? '') || null,
        payments: [credit!, ...twins].map(({ id }) => id),
        match: match.key,
      };
    }),
    ...unsettled.map(({ account, at, subject, payments, off }) => ({
      ...plain,
      key: `settlement:${payments.join('=')}`,
      code: 'settlement-differs' as const,
      cents: off,
      account,
      at,
      subject,
      payments,
    })),
  ];
}

/** Charges unlike all others like them. */
export const ofCharges = (odd: readonly OddCharge[]): Asking[] =>
  odd.map(({ row, usual, tariff }) => ({
    ...plain,
    key: `charge:${row.id}`,
    code: 'charge-differs',
    cents: Math.abs(row.charges - usual),
    account: row.account,
    at: row.at,
    subject: row.party,
    receipt: row.receipt,
    payments: [row.id],
    detail: { charged: row.charges, usual, tariff },
  }));

/** Everything that sales and payments leave open, and slips of the hand that were put right. */
export function ofAllocation(
  exceptions: readonly MatchException[],
  matches: readonly NewMatch[],
  book: Register,
): Asking[] {
  const proposals = matches
    .filter(({ state }) => state === 'proposed')
    .map((match) => [firstOf(match), match.key] as const);
  const find: Find = { ...book, proposals: new Map(proposals) };
  const asked = exceptions
    .filter((one) => one.code !== 'paid-not-expected' || one.payments.some((id) => writtenOn(find, id)))
    .map((one) => about(find, one));
  const fixed = matches.filter(({ rule, state }) => rule === 'receipt-typo' && state === 'confirmed');
  return [...asked, ...fixed.map((match) => slipFixed(find, match))];
}

/** Sales and payments by their numbers, and the days on which sales were written down. */
export type Register = {
  readonly sales: ReadonlyMap<number, ExpectedRow>;
  readonly payments: ReadonlyMap<number, PaymentRow>;
  readonly days: ReadonlySet<string | undefined>;
};

export const registerOf = (expected: readonly ExpectedRow[], payments: readonly PaymentRow[]): Register => ({
  sales: new Map(expected.map((sale) => [sale.id, sale])),
  payments: new Map(payments.map((payment) => [payment.id, payment])),
  // To request one payment is not to write the day's sales down.
  days: new Set(expected.filter(({ requested }) => requested !== 1).map(({ at }) => at?.slice(0, 10))),
});

type Find = Register & {
  /** By the first sale of a proposal its key: no record is in two matches. */
  readonly proposals: ReadonlyMap<number | undefined, string>;
};

const idsOn = ({ items }: NewMatch, side: 'expected' | 'payment') =>
  items.filter((item) => item.side === side).map(({ id }) => id);

const firstOf = (match: NewMatch) => idsOn(match, 'expected')[0];

/** Who writes no sales down on a day did not forget this one. */
const writtenOn = ({ payments, days }: Find, id: number) => days.has(payments.get(id)?.occurredAt?.slice(0, 10));

const proposed: ReadonlySet<DecisionCode> = new Set(['to-confirm', 'receipt-contested', 'amount-short', 'amount-over']);

/** Money at risk is the side that is more: of a pair only the one amount can be lost. */
function about(find: Find, { code, expected, payments, openExpected, openPayments }: MatchException): Asking {
  const off = code === 'amount-short' || code === 'amount-over';
  const open = { openExpected, openPayments };
  return {
    ...facts(find, expected, payments),
    key: `sale:${code}:${expected.join(',')}|${payments.join(',')}`,
    code,
    cents: off ? Math.abs(openExpected - openPayments) : Math.max(openExpected, openPayments),
    match: proposed.has(code) ? (find.proposals.get(expected[0]) ?? null) : null,
    detail: open,
  };
}

const slipFixed = (find: Find, match: NewMatch): Asking => ({
  ...facts(find, idsOn(match, 'expected'), idsOn(match, 'payment')),
  key: `fixed:${match.key}`,
  code: 'receipt-typo-fixed',
  cents: 0,
  match: match.key,
  detail: null,
});

function facts(find: Find, expected: readonly number[], payments: readonly number[]) {
  const [sale, payment] = [find.sales.get(expected[0] ?? 0), find.payments.get(payments[0] ?? 0)];
  const account = payment?.account ?? null;
  const same = payments.every((id) => find.payments.get(id)?.account === account);
  return {
    account: same && account !== null ? account : (sale?.account ?? null),
    at: sale?.at ?? payment?.occurredAt ?? null,
    subject: sale?.customer ?? sale?.reference ?? payment?.party ?? null,
    receipt: sale?.receipt ?? payment?.receipt ?? null,
    expected,
    payments,
  };
}
