import type { Lookup, LookupOutcome, LookupReason } from '#contract/lookup.ts';
import type { ProviderAnswer } from '#contract/provider-answer.ts';

/** What the book holds of a payment, to hold an answer against. */
export type Expected = Lookup['expected'];

/** Whether an answer names the payment that was asked about by the service's own id, names another, or names none. */
export type Naming = 'named' | 'other' | 'unnamed';

/** Holds the id that was asked for against the id that the answer tells. */
export function namingOf({ by, value }: Lookup['key'], { ids }: ProviderAnswer): Naming {
  const told = by === 'receipt' || by === 'own-reference' || by === 'request-transaction-id' ? undefined : ids[by];
  if (told === undefined) return 'unnamed';
  return told === value ? 'named' : 'other';
}

/**
 * What an answer is worth. Only a final answer confirms, and only where its amount agrees and it is about this very
 * payment, by the service's id, the receipt or the reference; nothing that it says may differ.
 */
export function judge(expected: Expected, answer: ProviderAnswer, naming: Naming): LookupOutcome {
  const reasons = compared(expected, answer);
  if (answer.notes.includes('contradicts-itself'))
    return { verdict: 'inconclusive', reasons: [...reasons, 'contradicts-itself'] };
  if (naming === 'other') return { verdict: 'conflicting', reasons: [...reasons, 'reference-differs'] };
  const { state } = answer;
  if (state === 'completed') return completed(reasons, naming);
  if (state === 'pending') return { verdict: 'pending', reasons: [...reasons, 'not-final'] };
  if (state === 'unknown') return { verdict: 'inconclusive', reasons: [...reasons, 'undocumented-answer'] };
  // A message has told of money that the service says never came: that is a conflict, not a failure.
  return { verdict: expected.seen ? 'conflicting' : 'not-paid', reasons: [...reasons, `says-${state}`] };
}

const differences: ReadonlySet<LookupReason> = new Set([
  'amount-differs',
  'receipt-differs',
  'reference-differs',
  'other-currency',
]);

function completed(reasons: readonly LookupReason[], naming: Naming): LookupOutcome {
  if (reasons.some((reason) => differences.has(reason))) return { verdict: 'conflicting', reasons: [...reasons] };
  if (!reasons.includes('amount-agrees')) return { verdict: 'inconclusive', reasons: [...reasons] };
  const identified = naming === 'named' || reasons.includes('receipt-agrees') || reasons.includes('reference-agrees');
  return identified
    ? { verdict: 'confirmed', reasons: [...reasons] }
    : { verdict: 'inconclusive', reasons: [...reasons, 'nothing-identifies'] };
}

function compared(expected: Expected, answer: ProviderAnswer): LookupReason[] {
  const reasons: LookupReason[] = [];
  if (answer.notes.includes('other-currency')) reasons.push('other-currency');
  else if (answer.amount === null) reasons.push('amount-missing');
  else reasons.push(answer.amount === expected.amount ? 'amount-agrees' : 'amount-differs');
  if (expected.receipt !== null && answer.receipt !== null) {
    reasons.push(same(expected.receipt, answer.receipt) ? 'receipt-agrees' : 'receipt-differs');
  }
  if (expected.reference !== null && answer.reference !== null) {
    reasons.push(same(expected.reference, answer.reference) ? 'reference-agrees' : 'reference-differs');
  }
  return reasons;
}

const same = (a: string, b: string) => a.trim().toUpperCase() === b.trim().toUpperCase();
