import type { RowIssue } from '#contract/import.ts';
import type { AccountKind, Direction } from '#contract/words.ts';
import type { MovementRow } from '../store/movements.ts';
import type { Store } from '../store/store.ts';
import type { Known } from './conflicts.ts';
import type { NewMovement } from './importer.ts';
import type { twinCounter } from './twins.ts';

/** What became of one thing read. `reason` is null for rows that were stored or known. */
export type Taken = {
  readonly verdict: RowIssue['verdict'];
  readonly reason: string | null;
  /** As it is kept: empty where it was no business of ours. */
  readonly text: string;
  /** What it tells of its account, where it tells of money. `counts`: in which of the import's totals. */
  readonly told: { readonly movement: NewMovement; readonly counts: Direction } | null;
  /** What the book knew of its receipt before, with another amount. */
  readonly conflict?: Known | null;
};

type Ids = { readonly message?: number; readonly movement?: number };

/** What the rows of one source are put in with. */
export type Desk = {
  readonly store: Store;
  readonly accountOf: (kind: AccountKind, shortcode: string | null) => number;
  /** Number the true twins of this source. */
  readonly movements: ReturnType<typeof twinCounter>;
  readonly messages: ReturnType<typeof twinCounter>;
  /** Notes that the book says more than before. */
  readonly change: () => void;
  readonly conflictOf: (row: MovementRow) => Known | null;
  /** Writes down what became of a row; `text` is null where its message has it. */
  readonly note: (row: number, taken: Taken, ids: Ids, text: string | null) => Taken;
};

/**
 * Stores a movement; a new one is held against what the book had. Where it has no twins, the same again is a copy. So is a
 * row of a receipt that this source has told in the very same words, its balance among them: a second payment would have
 * left another (`repeats`).
 */
export function addMovement({ store, conflictOf, movements, change }: Desk, row: MovementRow, twins: boolean) {
  const balanced = row.receipt !== null && row.balance_after !== null;
  let repeats = false;
  const added = store.movements.add(row, (firsts, same) => {
    repeats = twins && balanced && same !== null && movements.told(same);
    return twins && !repeats ? movements.next(`${row.account} ${row.source} ${row.identity}`, firsts) : 1;
  });
  movements.tell(added.id);
  if (added.changed) change();
  return { ...added, conflict: added.fresh ? conflictOf(row) : null, repeats };
}
