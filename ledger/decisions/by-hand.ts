import type { Parsed } from '#contract/index.ts';
import type { MatchEvidence, MatchSide, NewMatch } from '#contract/match.ts';
import { LedgerError } from '../errors.ts';
import { evidenceOf } from '../reconcile/matching/evidence.ts';
import { type ExpectedRow, type PaymentRow, readyDues, readyPaids } from '../reconcile/matching/rows.ts';
import type { Session } from '../session.ts';
import type { Noting } from '../store/steps.ts';

type Item = Parsed<'matches.make'>['items'][number];

const by = { rule: 'by-hand', ruleVersion: 1, margin: null } as const;

/**
 * Writes down what a person says belongs together: sales and payments, or two payments between the owner's own accounts.
 * Answers the match's number. Throws `not-found`, `already-matched` and `does-not-add-up`.
 */
export function matchByHand(session: Session, note: Noting, input: Parsed<'matches.make'>, at: string): number {
  const match = newMatch(session, input.items);
  if (match.residual !== 0 && input.reason === null) throw oddly('The two sides differ: say why.');
  return write(session, note, match, { at, reason: input.reason });
}

/** Writes down that a sale and a payment do not belong together. */
export function refusedPair(session: Session, note: Noting, expected: number, payment: number, at: string): void {
  const [sale, paid] = [saleOf(session, expected), paymentOf(session, payment)];
  const items = [
    { side: 'expected' as const, id: expected, allocated: 0 },
    { side: 'payment' as const, id: payment, allocated: 0 },
  ];
  const match: NewMatch = {
    ...by,
    key: `by-hand:not ${expected}|${payment}`,
    state: 'rejected',
    items,
    evidence: evidence([sale], [paid]),
    residual: stays(paid) - sale.amount,
  };
  write(session, note, match, { at, reason: null });
}

function write({ store }: Session, note: Noting, match: NewMatch, word: { at: string; reason: string | null }): number {
  const known = store.matches.known(match.key);
  if (known === undefined) return note.row('match', null, () => store.matches.add(match, 'owner', word));
  return note.row('match', known.id, () => store.matches.revive(match, word));
}

function newMatch(session: Session, items: readonly Item[]): NewMatch {
  if (new Set(items.map(nameOf)).size !== items.length) throw oddly('A record stands in it twice.');
  const sales = idsOn(items, 'expected').map((id) => saleOf(session, id));
  const payments = idsOn(items, 'payment').map((id) => paymentOf(session, id));
  for (const item of items) checkOpen(session, item, sales, payments);
  const made = {
    ...by,
    key: `by-hand:${items
      .map((item) => `${nameOf(item)}=${item.allocated}`)
      .toSorted()
      .join(',')}`,
    state: 'confirmed' as const,
    items: [...items],
  };
  if (sales.length === 0) return { ...made, evidence: [], residual: transferred(payments) };
  if (payments.length === 0 || payments.some(({ amount }) => amount <= 0))
    throw oddly('A sale is paid by money that came in.');
  if (allocated(items, 'expected') !== allocated(items, 'payment'))
    throw oddly('The two sides are not shared equally.');
  return {
    ...made,
    evidence: evidence(sales, payments),
    residual: sumOf(payments.map(stays)) - sumOf(sales.map(({ amount }) => amount)),
  };
}

/** What is left between the two ends of a transfer, signed. */
function transferred(payments: readonly PaymentRow[]): number {
  const accounts = new Set(payments.map(({ account }) => account));
  const ways = new Set(payments.map(({ amount }) => Math.sign(amount)));
  if (payments.length !== 2 || accounts.size !== 2 || ways.size !== 2)
    throw oddly('A transfer is money out of one account and into another.');
  return sumOf(payments.map(stays));
}

function checkOpen(
  { store }: Session,
  item: Item,
  sales: readonly ExpectedRow[],
  payments: readonly PaymentRow[],
): void {
  if (store.matches.holderOf(item.side, item.id) !== undefined)
    throw new LedgerError('already-matched', `The ${item.side} ${item.id} is in a confirmed match.`);
  const sale = sales.find(({ id }) => item.side === 'expected' && id === item.id);
  const payment = payments.find(({ id }) => item.side === 'payment' && id === item.id);
  const most = sale?.amount ?? (payment ? Math.abs(stays(payment)) : 0);
  if (item.allocated > most || item.allocated <= 0)
    throw oddly(`The ${item.side} ${item.id} has ${most} cents to share out.`);
}

function saleOf({ store }: Session, id: number): ExpectedRow {
  const sale = store.sales.find(id);
  if (!sale) throw new LedgerError('not-found', `There is no sale ${id} (any more).`);
  return sale;
}

function paymentOf({ db }: Session, id: number): PaymentRow {
  const payment = db
    .prepare<[number], PaymentRow>(`
      SELECT id, account, receipt, amount, taken_back AS takenBack, occurred_at AS occurredAt, NULL AS precision, party,
        account_ref AS accountRef, standing FROM payment WHERE id = ?
    `)
    .get(id);
  if (!payment) throw new LedgerError('not-found', `There is no payment ${id} (any more).`);
  return payment;
}

const evidence = (sales: readonly ExpectedRow[], payments: readonly PaymentRow[]): MatchEvidence[] => {
  const [dues, paids] = [readyDues(sales), readyPaids(payments)];
  return dues.length > 0 && paids.length > 0 ? evidenceOf(dues, paids) : [];
};

const nameOf = ({ side, id }: Item) => `${side} ${id}`;
const idsOn = (items: readonly Item[], side: MatchSide) =>
  items.filter((item) => item.side === side).map(({ id }) => id);
const allocated = (items: readonly Item[], side: MatchSide) =>
  items.filter((item) => item.side === side).reduce((sum, item) => sum + item.allocated, 0);
/** What nobody has taken back of a payment, signed as its amount is. */
const stays = ({ amount, takenBack }: PaymentRow) => amount - Math.sign(amount) * takenBack;
const sumOf = (cents: readonly number[]) => cents.reduce((sum, of) => sum + of, 0);
const oddly = (message: string) => new LedgerError('does-not-add-up', message);
