import { contests } from '../contest.ts';
import { timesAgree } from '../evidence.ts';
import { matchOf } from '../match.ts';
import type { Due, Paid } from '../rows.ts';
import { type AllocationRule, groupBy, mayPair, type Open, pays } from '../rule.ts';
import { oneSlip } from '../slip.ts';

const by = { rule: 'receipt-typo', ruleVersion: 2 } as const;
const DAYS = 2;

/**
 * The receipt that was noted is one slip of the hand from the payment's, with equal amounts within two days, and each is
 * the other's only such candidate. A code that some payment has, open or not, is no slip. Confirmed on the same terms as a receipt without a slip.
 */
export const receiptTypo: AllocationRule = {
  id: by.rule,
  version: by.ruleVersion,
  find(open) {
    const pairs = onlyPairs(candidates(open));
    const contested = contests(open, pairs);
    return pairs.map(([due, paid]) => {
      const sure = paid.sound && timesAgree(due, paid) === true && !contested(due, paid);
      return matchOf({ by, dues: [due], paids: [paid], state: sure ? 'confirmed' : 'proposed' });
    });
  },
};

/** Every pair that could be: no code of it is one that is noted, or that was paid, without a slip. One slip leaves the first four or the last four characters whole, so only those are compared. */
function candidates(open: Open): [Due, Paid][] {
  const claims = open.dues.filter((due) => due.receipt !== null);
  if (claims.length === 0) return [];
  const named = new Set(claims.map((due) => due.receipt));
  const payments = open.paids.filter((paid) => paid.receipt !== null && !named.has(paid.receipt) && pays(paid));
  const heads = groupBy(payments, (paid) => `${paid.receipt!.slice(0, 4)}${paid.amount}`);
  const tails = groupBy(payments, (paid) => `${paid.receipt!.slice(-4)}${paid.amount}`);
  return claims.flatMap((due): [Due, Paid][] => {
    if (open.codes.has(due.receipt)) return [];
    const near = [
      ...(heads.get(`${due.receipt!.slice(0, 4)}${due.amount}`) ?? []),
      ...(tails.get(`${due.receipt!.slice(-4)}${due.amount}`) ?? []),
    ];
    return [...new Set(near)].filter((paid) => fits(open, due, paid)).map((paid) => [due, paid]);
  });
}

function fits(open: Open, due: Due, paid: Paid): boolean {
  if (!oneSlip(due.receipt!, paid.receipt!) || !mayPair(open, due, paid)) return false;
  return due.day === null || paid.day === null || Math.abs(due.day - paid.day) <= DAYS;
}

function onlyPairs(pairs: readonly [Due, Paid][]): [Due, Paid][] {
  const ofDue = groupBy(pairs, ([due]) => due.id);
  const ofPaid = groupBy(pairs, ([, paid]) => paid.id);
  return pairs.filter(([due, paid]) => ofDue.get(due.id)!.length === 1 && ofPaid.get(paid.id)!.length === 1);
}
