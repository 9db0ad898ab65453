import type { MatchEvidence } from '#contract/match.ts';
import type { Due, Paid } from './rows.ts';
import { staysOf, sumOf } from './rule.ts';

/** A sale written down within half an hour of its payment was written for that payment. */
const COUNTER = 30 * 60;

type Value = string | number | null;

const held = (field: MatchEvidence['field'], left: Value, right: Value, agree: boolean): MatchEvidence => ({
  field,
  left,
  right,
  verdict: left === null || right === null ? 'missing' : agree ? 'agree' : 'differ',
});

/** Everything two sides say, field by field. For a group the amounts are summed and shared values are named. */
export function evidenceOf(dues: readonly Due[], paids: readonly Paid[]): MatchEvidence[] {
  const [due, paid] = [dues[0]!, paids[0]!];
  const amounts = held('amount', sumOf(dues), staysOf(paids), sumOf(dues) === staysOf(paids));
  if (dues.length === 1 && paids.length === 1)
    return [receipts(due, paid), amounts, times(due, paid), ...rest(due, paid)];
  const counts = held('count', dues.length, paids.length, dues.length === paids.length);
  return [
    amounts,
    counts,
    times(due, paid),
    held('party', shared(dues), shared(paids), samePerson(shared(dues), shared(paids))),
  ];
}

const receipts = (due: Due, paid: Paid) => held('receipt', due.receipt, paid.receipt, due.receipt === paid.receipt);

function rest(due: Due, paid: Paid): MatchEvidence[] {
  const party = held('party', due.party, paid.party, samePerson(due.party, paid.party));
  const reference = held('reference', due.reference, paid.reference, due.reference === paid.reference);
  return due.account === null
    ? [party, reference]
    : [party, reference, held('account', due.account, paid.account, due.account === paid.account)];
}

const times = (due: Due, paid: Paid) => held('time', due.at, paid.at, timesAgree(due, paid) === true);

/**
 * Whether the times fit: half an hour for a sale at the counter, the same day where only days are known, not before the
 * invoice (less two days) for an invoice. Null where a side has no time.
 */
export function timesAgree(due: Due, paid: Paid): boolean | null {
  if (due.day === null || paid.day === null) return null;
  if (due.kind === 'invoice') return paid.day >= due.day - 2;
  if (due.second === null || paid.second === null) return due.day === paid.day;
  return Math.abs(due.second - paid.second) <= COUNTER;
}

const wordsOf = (name: string) => name.toUpperCase().match(/[\p{L}']{2,}/gu) ?? [];

/** Whether two names have a word in common. Names are never a key: this only weighs. */
export function samePerson(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return false;
  const words = new Set(wordsOf(left));
  return wordsOf(right).some((word) => words.has(word));
}

function shared(rows: readonly { readonly party: string | null }[]): string | null {
  const first = rows[0]?.party ?? null;
  return rows.every((row) => row.party === first) ? first : null;
}
