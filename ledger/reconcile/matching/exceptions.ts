import type { MatchException, MatchExceptionCode, MatchItem, MatchRule, NewMatch } from '#contract/match.ts';
import { cellOf } from './neighbours.ts';
import type { Due, Paid } from './rows.ts';
import { samePerson, timesAgree } from './evidence.ts';
import { groupBy, mayPair, type Open, pays, staysOf, sumOf } from './rule.ts';
import { oneSlip } from './slip.ts';

/**
 * Why what is open is open. Every sale and every payment outside a confirmed match is counted in exactly one exception, so
 * that their cents add up to all that is unexplained; so is what a confirmed match no longer pays. What was taken back of a
 * payment counts nothing.
 */
export function exceptionsOf(all: Open, left: Open, matches: readonly NewMatch[]): MatchException[] {
  const proposed = matches.filter((match) => match.state === 'proposed').map(waiting);
  const shortened = matches.filter((match) => match.state === 'confirmed' && match.residual < 0).map(takenFrom);
  const claims = claimed(all, left);
  const unclaimed = withoutThose(left, claims);
  const strayed = misdirected(unclaimed);
  const rest = withoutThose(unclaimed, strayed);
  return [...proposed, ...shortened, ...claims, ...strayed, ...unclear(rest.dues, rest.paids)];
}

function withoutThose({ dues, paids, ...rest }: Open, told: readonly MatchException[]): Open {
  const sales = new Set(told.flatMap(({ expected }) => expected));
  const payments = new Set(told.flatMap((one) => one.payments));
  return {
    dues: dues.filter((due) => !sales.has(due.id)),
    paids: paids.filter((paid) => pays(paid) && !payments.has(paid.id)),
    ...rest,
  };
}

/**
 * An invoice that nobody has paid, and a payment of just its amount under another number, by the same name or with the
 * number mistyped; each the other's only such candidate.
 */
function misdirected(open: Open): MatchException[] {
  const invoices = open.dues.filter(({ kind, reference }) => kind === 'invoice' && reference !== null);
  if (invoices.length === 0) return [];
  const known = new Set(open.dues.map(({ reference }) => reference));
  const strays = groupBy(
    open.paids.filter(({ reference }) => reference !== null && !known.has(reference)),
    ({ amount }) => amount,
  );
  const pairs = invoices.flatMap((due) =>
    (strays.get(due.amount) ?? []).filter((paid) => isMeant(open, due, paid)).map((paid): [Due, Paid] => [due, paid]),
  );
  const [ofDue, ofPaid] = [groupBy(pairs, ([due]) => due.id), groupBy(pairs, ([, paid]) => paid.id)];
  return pairs
    .filter(([due, paid]) => ofDue.get(due.id)?.length === 1 && ofPaid.get(paid.id)?.length === 1)
    .map(([due, paid]) => exception('wrong-reference', [due], [paid]));
}

const isMeant = (open: Open, due: Due, paid: Paid) =>
  mayPair(open, due, paid) &&
  timesAgree(due, paid) !== false &&
  (oneSlip(due.reference!, paid.reference!) || samePerson(due.party, paid.party));

function waiting({ rule, residual, items }: NewMatch): MatchException {
  const [expected, payments] = [sideOf(items, 'expected'), sideOf(items, 'payment')];
  // Both sides are allocated the same, so that what is over on one side is the residual.
  const shared = expected.reduce((sum, item) => sum + item.allocated, 0);
  return {
    code: proposalCode(rule, residual),
    expected: expected.map((item) => item.id),
    payments: payments.map((item) => item.id),
    openExpected: shared - Math.min(residual, 0),
    openPayments: shared + Math.max(residual, 0),
  };
}

/** A sale is paid, but its payment was taken back in part: that part is open again. */
const takenFrom = ({ residual, items }: NewMatch): MatchException => ({
  code: 'reversed-after-sale',
  expected: sideOf(items, 'expected').map((item) => item.id),
  payments: sideOf(items, 'payment').map((item) => item.id),
  openExpected: -residual,
  openPayments: 0,
});

function proposalCode(rule: MatchRule, residual: number): MatchExceptionCode {
  if (residual !== 0) return residual < 0 ? 'amount-short' : 'amount-over';
  return rule === 'receipt-and-amount' || rule === 'receipt-typo' ? 'receipt-contested' : 'to-confirm';
}

const sideOf = (items: readonly MatchItem[], side: MatchItem['side']) => items.filter((item) => item.side === side);

/** Sales that name a payment which was taken back, went to another account, or is another sale's. */
function claimed(all: Open, left: Open): MatchException[] {
  const sales = groupBy(left.dues, (due) => due.receipt);
  if (sales.size === 0) return [];
  const payments = groupBy(all.paids, (paid) => paid.receipt);
  const still = new Set(left.paids);
  return [...sales].flatMap(([receipt, dues]) => {
    const paids = payments.get(receipt);
    if (!paids) return [];
    const standing = paids.filter(pays);
    const open = standing.filter((paid) => still.has(paid));
    const code = codeOf(dues, standing, open);
    return code === null ? [] : [exception(code, dues, paids, open)];
  });
}

/** Null: one sale names one open payment, and a person said that it is not this one. */
function codeOf(dues: readonly Due[], standing: readonly Paid[], open: readonly Paid[]): MatchExceptionCode | null {
  if (standing.length === 0) return 'reversed-after-sale';
  if (standing.length > 1) return 'ambiguous';
  if (dues.length > 1 || open.length === 0) return 'receipt-reused';
  const { account } = dues[0]!;
  return account === null || account === open[0]!.account ? null : 'other-account';
}

/** Equal sales and payments of one day that no rule could tell apart; after that, each by itself. */
function unclear(dues: readonly Due[], paids: readonly Paid[]): MatchException[] {
  const sales = groupBy(dues, (due) => cellOf(due) ?? `due ${due.id}`);
  const payments = groupBy(paids, (paid) => cellOf(paid) ?? `paid ${paid.id}`);
  const crowded = [...sales].filter(([cell]) => payments.has(cell));
  return [
    ...crowded.map(([cell, of]) => exception('ambiguous', of, payments.get(cell)!)),
    ...[...sales]
      .filter(([cell]) => !payments.has(cell))
      .flatMap(([, of]) => of.map((due) => exception('expected-not-paid', [due], []))),
    ...[...payments]
      .filter(([cell]) => !sales.has(cell))
      .flatMap(([, of]) => of.map((paid) => exception('paid-not-expected', [], [paid]))),
  ];
}

const exception = (
  code: MatchExceptionCode,
  dues: readonly Due[],
  paids: readonly Paid[],
  open: readonly Paid[] = paids,
): MatchException => ({
  code,
  expected: dues.map((due) => due.id),
  payments: paids.map((paid) => paid.id),
  openExpected: sumOf(dues),
  openPayments: staysOf(open),
});
