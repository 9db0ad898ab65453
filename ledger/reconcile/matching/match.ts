import type { MatchItem, NewMatch } from '#contract/match.ts';
import { evidenceOf } from './evidence.ts';
import type { Due, Paid } from './rows.ts';
import { staysOf, sumOf } from './rule.ts';

type Made = {
  readonly by: Pick<NewMatch, 'rule' | 'ruleVersion'>;
  readonly dues: readonly Due[];
  readonly paids: readonly Paid[];
  readonly state: 'proposed' | 'confirmed';
  readonly margin?: number | null;
};

/**
 * One match of these. What is allocated is the smaller of both sides, the earliest served first. Its evidence is made when
 * it is asked for: a book that holds the match already has it.
 */
class Found implements NewMatch {
  readonly key: string;
  readonly rule: NewMatch['rule'];
  readonly ruleVersion: number;
  readonly state: 'proposed' | 'confirmed';
  readonly items: MatchItem[];
  readonly margin: number | null;
  readonly residual: number;
  readonly dues: readonly Due[];
  readonly paids: readonly Paid[];

  constructor({ by, dues, paids, state, margin = null }: Made) {
    const [due, paid] = [sumOf(dues), staysOf(paids)];
    this.key = `${by.rule}:${ids(dues)}|${ids(paids)}`;
    this.rule = by.rule;
    this.ruleVersion = by.ruleVersion;
    this.state = state;
    this.items = itemsOf(dues, paids, Math.min(due, paid));
    this.margin = margin;
    this.residual = paid - due;
    this.dues = dues;
    this.paids = paids;
  }

  get evidence() {
    return evidenceOf(this.dues, this.paids);
  }
}

export const matchOf = (made: Made): NewMatch => new Found(made);

const ids = (rows: readonly { readonly id: number }[]) =>
  rows.length === 1
    ? rows[0]!.id
    : rows
        .map((row) => row.id)
        .toSorted((a, b) => a - b)
        .join(',');

function itemsOf(dues: readonly Due[], paids: readonly Paid[], shared: number): MatchItem[] {
  const items: MatchItem[] = [];
  share(items, 'expected', dues, shared, ({ amount }) => amount);
  share(items, 'payment', paids, shared, ({ stays }) => stays);
  return items;
}

function share<Row extends Due | Paid>(
  items: MatchItem[],
  side: MatchItem['side'],
  rows: readonly Row[],
  total: number,
  most: (row: Row) => number,
): void {
  let left = total;
  for (const row of rows) {
    const allocated = Math.min(most(row), left);
    left -= allocated;
    items.push({ side, id: row.id, allocated });
  }
}
