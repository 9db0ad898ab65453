import type { NewMatch } from '#contract/match.ts';
import { contests } from '../contest.ts';
import { timesAgree } from '../evidence.ts';
import { matchOf } from '../match.ts';
import type { Due, Paid } from '../rows.ts';
import { type AllocationRule, groupBy, mayPair, type Open, pays, sumOf } from '../rule.ts';

const by = { rule: 'receipt-and-amount', ruleVersion: 2 } as const;

/**
 * The receipt that was noted is the payment's, and what is due is what was paid, or what stays of it: by one sale, or by
 * several that name the same receipt and share it to the cent. Confirmed where time agrees and no other sale claims the payment as well.
 */
export const receiptAndAmount: AllocationRule = {
  id: by.rule,
  version: by.ruleVersion,
  find(open) {
    const found = named(open);
    const contested = contests(open, found);
    return found.flatMap(([dues, paid]) => {
      const total = sumOf(dues);
      if (total !== paid.amount && total !== paid.stays) return [];
      const sure = paid.sound && dues.every((due) => timesAgree(due, paid) !== false && !contested(due, paid));
      return [matchOf({ by, dues, paids: [paid], state: sure ? 'confirmed' : 'proposed' })];
    });
  },
};

/** Every payment whose receipt is noted, with all the sales that note it. Two payments of one receipt name none. */
export function named(open: Open): [Due[], Paid][] {
  const dues = groupBy(open.dues, (due) => due.receipt);
  if (dues.size === 0) return [];
  const payments = groupBy(open.paids.filter(pays), (paid) => paid.receipt);
  return [...payments].flatMap(([receipt, paids]): [Due[], Paid][] => {
    const claims = dues.get(receipt) ?? [];
    const fitting = paids.filter((paid) => claims.every((due) => mayPair(open, due, paid)));
    return claims.length > 0 && fitting.length === 1 ? [[claims, fitting[0]!]] : [];
  });
}

const other = { rule: 'receipt-other-amount', ruleVersion: 1 } as const;

/** The receipt is the payment's and one sale alone notes it, but the amounts differ: proposed, with what is left over. */
export const receiptOtherAmount: AllocationRule = {
  id: other.rule,
  version: other.ruleVersion,
  find: (open): NewMatch[] =>
    named(open)
      .filter(([dues]) => dues.length === 1)
      .map(([dues, paid]) => matchOf({ by: other, dues, paids: [paid], state: 'proposed' })),
};
