import type { MatchItem, NewMatch } from '#contract/match.ts';
import { evidenceOf } from './evidence.ts';
import type { Due, Paid } from './rows.ts';
import { sumOf } from './rule.ts';

type Made = {
  readonly by: Pick<NewMatch, 'rule' | 'ruleVersion'>;
  readonly dues: readonly Due[];
  readonly paids: readonly Paid[];
  readonly state: 'proposed' | 'confirmed';
  readonly margin?: number | null;
};

/** One match of these, with its evidence. What is allocated is the smaller of both sides, the earliest served first. */
export function matchOf({ by, dues, paids, state, margin = null }: Made): NewMatch {
  const [due, paid] = [sumOf(dues), sumOf(paids)];
  const shared = Math.min(due, paid);
  return {
    key: keyOf(by.rule, dues, paids),
    ...by,
    state,
    items: [...shares('expected', dues, shared), ...shares('payment', paids, shared)],
    evidence: evidenceOf(dues, paids),
    margin,
    residual: paid - due,
  };
}

const ids = (rows: readonly { readonly id: number }[]) =>
  rows.length === 1
    ? rows[0]!.id
    : rows
        .map((row) => row.id)
        .toSorted((a, b) => a - b)
        .join(',');

const keyOf = (rule: string, dues: readonly Due[], paids: readonly Paid[]) => `${rule}:${ids(dues)}|${ids(paids)}`;

function shares(side: MatchItem['side'], rows: readonly (Due | Paid)[], total: number): MatchItem[] {
  let left = total;
  return rows.map(({ id, amount }) => {
    const allocated = Math.min(amount, left);
    left -= allocated;
    return { side, id, allocated };
  });
}
