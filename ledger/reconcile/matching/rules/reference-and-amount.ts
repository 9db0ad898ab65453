import { samePerson, timesAgree } from '../evidence.ts';
import { matchOf } from '../match.ts';
import type { Due, Paid } from '../rows.ts';
import { type AllocationRule, groupBy, mayPair, pays } from '../rule.ts';

const by = { rule: 'reference-and-amount', ruleVersion: 1 } as const;

/**
 * The payer gave the invoice's or customer's number as account and paid what is due, and no other invoice and no other
 * payment fits as well. Confirmed unless the payment came before the invoice or two names are known and differ: then a
 * payer may have typed somebody else's number.
 */
export const referenceAndAmount: AllocationRule = {
  id: by.rule,
  version: by.ruleVersion,
  find(open) {
    const payments = groupBy(open.paids.filter(pays), keyOf);
    return [...groupBy(open.dues, keyOf)].flatMap(([key, dues]) => {
      const paids = payments.get(key) ?? [];
      const [due, paid] = [dues[0]!, paids[0]];
      if (dues.length > 1 || paids.length !== 1 || !paid || !mayPair(open, due, paid)) return [];
      return [matchOf({ by, dues, paids, state: sure(due, paid) ? 'confirmed' : 'proposed' })];
    });
  },
};

const keyOf = (row: Due | Paid) => (row.reference === null ? null : `${row.reference} ${row.amount}`);

function sure(due: Due, paid: Paid): boolean {
  const strangers = due.party !== null && paid.party !== null && !samePerson(due.party, paid.party);
  return paid.sound && !strangers && timesAgree(due, paid) !== false && noOtherReceipt(due);
}

/** A sale that notes a receipt claims that very payment, and this is another one. */
const noOtherReceipt = (due: Due) => due.receipt === null;
