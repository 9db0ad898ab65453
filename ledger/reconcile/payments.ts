import type { Finding } from '#contract/payment.ts';
import type { LookupOutcome } from '#contract/lookup.ts';
import type { Direction, ExceptionCode, MovementKind, Pass, Standing } from '#contract/words.ts';
import { type Account, assigner } from './assign.ts';
import { type Coverage, momentsOf } from './coverage.ts';
import { type Delta, deltaOf } from './difference.ts';
import { amountOf, type Gathered, gather, type Span, spansOf } from './gather.ts';
import { absenceAt, coverAt, type Horizon, horizonFinder } from './horizon.ts';
import { isReversal, isSettlement, legOf, type Movement } from './movement.ts';
import { encodesDay, receiptDayDiffers } from './receipt-day.ts';
import { reversalFinder, type TakenBack } from './reversals.ts';
import { type Facts, judge } from './standing.ts';
import type { Side } from './witnesses.ts';

/** All that payments are derived from. */
export type Book = {
  readonly accounts: readonly Account[];
  /** Every telling that is live. */
  readonly movements: readonly Movement[];
  readonly coverage: readonly Coverage[];
  /** What lookups found out, oldest first. */
  readonly verdicts?: readonly LookupVerdict[];
};

/** What a lookup that has ended found out of the payment with this receipt and amount, in positive cents. */
export type LookupVerdict = {
  readonly receipt: string;
  readonly amount: number;
  readonly verdict: LookupOutcome['verdict'];
};

/** A payment as it is derived, in the words of its table, without an id. Cents; `key` is stable for ever. */
export type Derived = {
  readonly account: number;
  readonly key: string;
  readonly receipt: string | null;
  readonly kind: MovementKind;
  readonly direction: Direction;
  readonly amount: number;
  readonly charges: number;
  /** What reversals took back of it, positive. */
  readonly taken_back: number;
  readonly occurred_at: string | null;
  readonly party: string | null;
  readonly phone: string | null;
  readonly account_ref: string | null;
  readonly standing: Standing;
  readonly finding: Finding;
  readonly exception: ExceptionCode | null;
  readonly at_risk: number;
  readonly message_amount: number | null;
  readonly statement_amount: number | null;
  readonly pass: Pass | null;
  readonly linked: string | null;
  readonly linked_as: 'reverses' | 'reversed-by' | null;
  readonly messages: number;
  readonly statement_rows: number;
  readonly compared: 0 | 1;
  readonly message_in: number;
  readonly message_out: number;
  readonly statement_in: number;
  readonly statement_out: number;
  readonly delta_reason: Delta['reason'];
  readonly delta: number;
  readonly delta_charges: number;
  /** Ids of its movements, every telling of them. */
  readonly movements: readonly number[];
};

/** What decides about a payment beside the movements of its own receipt. */
export type Surroundings = {
  readonly accounts: readonly Account[];
  readonly withStatements: ReadonlySet<number>;
  readonly coverage: readonly Coverage[];
  readonly verdicts?: readonly LookupVerdict[];
  readonly spans: ReadonlyMap<number, Span>;
};

/**
 * Movements → payments: one per account and receipt, with every witness it rests on. Pure; the same book gives the same
 * payments in whatever order it was filled.
 */
export function derivePayments({ accounts, movements, coverage, verdicts }: Book): Derived[] {
  const withStatements = new Set(coverage.map(({ account }) => account));
  for (const { source, account } of movements) if (source === 'statement') withStatements.add(account);
  const gathered = gather(movements, assigner(accounts, movements, withStatements));
  return judgePayments(gathered, {
    accounts,
    withStatements,
    coverage,
    verdicts: verdicts ?? [],
    spans: spansOf(gathered),
  });
}

/** The same for some of the payments: `gathered` holds them, and every payment that takes one of them back, and so on. */
export function judgePayments(gathered: readonly Gathered[], around: Surroundings): Derived[] {
  const horizonOf = horizonFinder(around);
  const takenBackBy = reversalFinder(gathered);
  const verdicts = new Map(
    (around.verdicts ?? []).map(({ receipt, amount, verdict }) => [`${receipt} ${amount}`, verdict]),
  );
  return gathered.map((payment) => {
    const lookup = verdicts.size > 0 ? verdicts.get(`${payment.receipt} ${Math.abs(amountOf(payment))}`) : null;
    return finish(payment, horizonOf(payment.account), takenBackBy(payment), lookup ?? null);
  });
}

function finish(
  payment: Gathered,
  horizon: Horizon,
  { reversal, takenBack }: TakenBack,
  lookup: Facts['lookup'],
): Derived {
  const { message, statement, main } = payment;
  const { span } = horizon;
  const told = message?.main ?? main;
  const amount = amountOf(payment);
  const at = momentsOf(main.occurredAt, main.precision);
  const verdict = judge({
    messageAmount: message?.amount ?? null,
    statementAmount: statement?.amount ?? null,
    answerAmount: payment.answer?.amount ?? null,
    noticeAmount: payment.notice?.amount ?? null,
    lookup,
    conflict: message?.conflict ?? 0,
    statementConflict: statement?.conflict ?? 0,
    proved: payment.tellings.some(({ proved }) => proved),
    cover: absenceAt(told, horizon),
    messageExpected: at !== null && span !== undefined && span.first <= at.to && span.last >= at.from,
    selfExplained: legOf(main.kind) === 'charge' || isSettlement(main.kind) || isReversal(main),
    takenBack,
    stays: Math.abs(amount) - takenBack,
    incoming: amount > 0,
    named: encodesDay(payment.receipt),
    dateDiffers: receiptDayDiffers(payment.receipt, message?.main?.occurredAt ?? null),
  });
  const compared = statement !== null || coverAt(told, horizon.joined) !== 'none';
  const delta = compared
    ? deltaOf(message, statement, main.kind, isReversal(main))
    : { reason: null, delta: 0, charges: 0 };
  return {
    ...identityOf(payment, amount),
    taken_back: takenBack,
    ...wordsOf(payment),
    standing: verdict.standing,
    finding: verdict.finding,
    exception: verdict.exception,
    at_risk: verdict.atRisk,
    pass: passOf(message, statement),
    ...linkOf(payment, reversal),
    ...sidesOf(message, statement),
    compared: compared ? 1 : 0,
    delta_reason: delta.reason,
    delta: delta.delta,
    delta_charges: delta.charges,
    movements: payment.tellings.map(({ id }) => id),
  };
}

function identityOf({ account, key, receipt, main, message, statement }: Gathered, amount: number) {
  const besides = statement?.charges || (message?.charges ?? 0);
  const charges = legOf(main.kind) === 'charge' ? 0 : besides;
  return { account, key, receipt, kind: main.kind, direction: main.direction, amount, charges };
}

/** Each detail from the statement where it prints one, else from the message. */
function wordsOf({ main, message }: Gathered) {
  const other = message?.main ?? main;
  return {
    occurred_at: main.occurredAt ?? other.occurredAt,
    party: main.party ?? other.party,
    phone: main.phone ?? other.phone,
    account_ref: main.accountRef ?? other.accountRef,
  };
}

function sidesOf(message: Side | null, statement: Side | null) {
  return {
    message_amount: message?.amount ?? null,
    statement_amount: statement?.amount ?? null,
    messages: message?.count ?? 0,
    statement_rows: statement?.count ?? 0,
    message_in: message?.in ?? 0,
    message_out: message?.out ?? 0,
    statement_in: statement?.in ?? 0,
    statement_out: statement?.out ?? 0,
  };
}

function passOf(message: Side | null, statement: Side | null): Pass | null {
  if (message?.amount == null || statement?.amount == null) return null;
  return message.amount === statement.amount ? 'receipt-and-amount' : 'receipt-other-amount';
}

function linkOf(payment: Gathered, reversal: Gathered | null): Pick<Derived, 'linked' | 'linked_as'> {
  if (payment.reverses !== null) return { linked: payment.reverses, linked_as: 'reverses' };
  return { linked: reversal?.receipt ?? null, linked_as: reversal?.receipt ? 'reversed-by' : null };
}
