import { matchOf } from '../match.ts';
import { cellOf } from '../neighbours.ts';
import { type AllocationRule, groupBy, mayGroup, pays } from '../rule.ts';

const by = { rule: 'interchangeable', ruleVersion: 1 } as const;

/**
 * On one day as many equal sales without a receipt as equal payments, at least two: they balance, without saying which
 * paid which. Proposed, to be shown as balanced and not as proved one by one; an unpaid sale can hide beside an unwritten
 * one. A sale of the same amount that names a receipt not found may own any of them, so then there is no answer.
 */
export const interchangeable: AllocationRule = {
  id: by.rule,
  version: by.ruleVersion,
  find(open) {
    const payments = groupBy(open.paids.filter(pays), cellOf);
    return [...groupBy(open.dues, cellOf)].flatMap(([cell, dues]) => {
      const paids = payments.get(cell) ?? [];
      if (dues.length < 2 || dues.length !== paids.length) return [];
      const alike = dues.every(
        (due) => due.kind === 'sale' && due.receipt === null && due.account === dues[0]!.account,
      );
      if (!alike || !paids.every((paid) => paid.sound) || !mayGroup(open, dues, paids)) return [];
      return [matchOf({ by, dues, paids, state: 'proposed' })];
    });
  },
};
