import type { Finding } from '#contract/payment.ts';
import type { LookupOutcome } from '#contract/lookup.ts';
import type { ExceptionCode, Standing } from '#contract/words.ts';

/** Everything that decides where a payment stands. */
export type Facts = {
  /** Signed cents; null where that witness is silent. */
  readonly messageAmount: number | null;
  readonly statementAmount: number | null;
  /** What a provider answered when it was asked. */
  readonly answerAmount: number | null;
  /** What an unsigned notice told: a hint, which confirms nothing. */
  readonly noticeAmount: number | null;
  /** What the last lookup about this very receipt and amount found out; null where none has ended. */
  readonly lookup: LookupOutcome['verdict'] | null;
  /** How far messages of this payment contradict one another, in cents. */
  readonly conflict: number;
  /** How far a statement that was not believed strays from the one that was, in cents. */
  readonly statementConflict: number;
  /** A row of it stands in a proved statement. */
  readonly proved: boolean;
  /** What statements say of the time of the message. */
  readonly cover: 'none' | 'claimed' | 'proved';
  /** A message was to be expected: messages of this account exist from before and after, and this kind brings one. */
  readonly messageExpected: boolean;
  /** This kind never brings a message, or what it is explains that none came: a charge, a settlement, a reversal. */
  readonly selfExplained: boolean;
  /** Cents that reversals took back, 0 where none did, and what then stays of the payment. */
  readonly takenBack: number;
  readonly stays: number;
  readonly incoming: boolean;
  /** It has a receipt that M-PESA gave, by which a statement would name it. */
  readonly named: boolean;
  /** The receipt's own date is not the one the message prints. */
  readonly dateDiffers: boolean;
};

/** Where a payment stands and what does not agree about it. `atRisk` is money in cents, never negative. */
export type Verdict = {
  readonly standing: Standing;
  readonly finding: Finding;
  readonly exception: ExceptionCode | null;
  readonly atRisk: number;
};

/** Strongest word first; the first that fits is the one exception a payment shows. */
export function judge(facts: Facts): Verdict {
  const { takenBack, stays, incoming } = facts;
  if (takenBack === 0) return byWitnesses(facts);
  // Money of the owner's that came back is good news; a sale taken back is not.
  const asked = incoming ? ({ exception: 'reversed-after-sale', atRisk: takenBack } as const) : null;
  if (stays === 0) return { standing: 'reversed', finding: 'reversed', exception: null, atRisk: 0, ...asked };
  // What stays of it stands on its witnesses, and what they contradict weighs more than the part that went back.
  const told = byWitnesses(facts);
  return told.standing === 'disputed' || told.standing === 'failed' ? told : { ...told, ...asked };
}

function byWitnesses(facts: Facts): Verdict {
  const { messageAmount, statementAmount } = facts;
  if (messageAmount === null) return withoutMessage(facts);
  if (statementAmount === null) return inMessagesOnly(facts, Math.abs(messageAmount));
  if (messageAmount !== statementAmount) {
    const atRisk = Math.abs(messageAmount - statementAmount);
    return { standing: 'disputed', finding: 'amounts-differ', exception: 'amounts-differ', atRisk };
  }
  return { standing: confirmed(facts), finding: 'agree', ...softer(facts) };
}

/** On a statement, or told by a provider alone. */
function withoutMessage(facts: Facts): Verdict {
  const { statementAmount, answerAmount, noticeAmount } = facts;
  if (statementAmount === null && facts.cover === 'proved' && facts.named && !facts.selfExplained)
    return notOnStatement(Math.abs(answerAmount ?? noticeAmount ?? 0));
  if (statementAmount === null && contradicts(facts)) return contradicted(facts, answerAmount ?? noticeAmount ?? 0);
  const hinted = statementAmount === null && answerAmount === null && noticeAmount !== null;
  const standing = hinted ? 'seen' : confirmed(facts);
  if (facts.selfExplained) return { standing, finding: 'agree', exception: null, atRisk: 0 };
  if (facts.statementConflict > 0) return { standing, finding: 'no-message', ...softer(facts) };
  const exception = facts.messageExpected ? 'no-message' : null;
  return {
    standing,
    finding: 'no-message',
    exception,
    atRisk: exception ? Math.abs(statementAmount ?? answerAmount ?? noticeAmount ?? 0) : 0,
  };
}

function inMessagesOnly(facts: Facts, atRisk: number): Verdict {
  // Absence is evidence only where a statement that adds up covers the time.
  if (facts.cover === 'proved') return notOnStatement(atRisk);
  if (contradicts(facts)) return contradicted(facts, facts.messageAmount ?? 0);
  if (facts.answerAmount !== null) return answered(facts, facts.answerAmount);
  if (facts.noticeAmount !== null && facts.noticeAmount !== facts.messageAmount)
    return answered(facts, facts.noticeAmount);
  const standing = facts.conflict > 0 ? 'disputed' : 'seen';
  return { standing, finding: 'seen', ...softer(facts) };
}

const notOnStatement = (atRisk: number): Verdict => ({
  standing: 'disputed',
  finding: 'not-on-statement',
  exception: 'not-on-statement',
  atRisk,
});

const contradicts = ({ lookup }: Facts) => lookup === 'conflicting' || lookup === 'not-paid';

/** The service was asked and says otherwise: not this payment, not this amount, or no payment at all. */
function contradicted({ lookup }: Facts, amount: number): Verdict {
  const standing = lookup === 'not-paid' ? 'failed' : 'disputed';
  return { standing, finding: 'seen', exception: 'lookup-conflict', atRisk: Math.abs(amount) };
}

/** A message that a provider's answer stands beside. */
function answered(facts: Facts, answerAmount: number): Verdict {
  const atRisk = Math.abs(answerAmount - (facts.messageAmount ?? 0));
  if (atRisk > 0) return { standing: 'disputed', finding: 'amounts-differ', exception: 'amounts-differ', atRisk };
  return { standing: 'confirmed', finding: 'agree', ...softer(facts) };
}

/** What is worth a look and accuses nobody. */
function softer(facts: Facts): Pick<Verdict, 'exception' | 'atRisk'> {
  if (facts.statementConflict > 0) return { exception: 'statements-conflict', atRisk: facts.statementConflict };
  if (facts.conflict > 0) return { exception: 'messages-conflict', atRisk: facts.conflict };
  const unsure = facts.lookup === 'inconclusive' || facts.lookup === 'pending';
  if (unsure && facts.statementAmount === null && facts.answerAmount === null)
    return { exception: 'lookup-inconclusive', atRisk: 0 };
  return { exception: facts.dateDiffers ? 'receipt-date-differs' : null, atRisk: 0 };
}

/** Of statements that contradict one another only balances that hold say which is right. */
const confirmed = ({ proved, statementConflict }: Facts): Standing =>
  proved ? 'proved' : statementConflict > 0 ? 'disputed' : 'confirmed';
