import type { Conflict } from '#contract/import.ts';
import type { AccountKind } from '#contract/words.ts';
import { isSettlement, legOf } from '../reconcile/movement.ts';
import type { MovementRow } from '../store/movements.ts';
import type { Store } from '../store/store.ts';

/** What the book knew of the same receipt, told with another amount. */
export type Known = Pick<Conflict, 'known' | 'source'>;

const sources = ['statement', 'sms', 'lookup', 'callback'] as const;
/** A merchant's message reads the same for a till and a paybill. */
const wordOf = (kind: AccountKind) => (kind === 'paybill' ? 'till' : kind);

/**
 * Finds rows of one import whose receipt the book had before with another amount, and with no telling that agrees. Looks
 * only at accounts and witnesses that told anything before this import, so that a first import costs nothing.
 */
export function conflictFinder(store: Store): (row: MovementRow) => Known | null {
  const newest = store.movements.newest();
  const accounts = store.accounts.all();
  const kindOf = new Map(accounts.map(({ id, kind }) => [id, wordOf(kind)]));
  const tellers = accounts.flatMap(({ id, kind }) =>
    sources.filter((source) => store.movements.tells(id, source)).map((source) => ({ id, source, kind: wordOf(kind) })),
  );
  return (row) => {
    const { receipt, account, amount } = row;
    if (receipt === null || tellers.length === 0 || !stands(row)) return null;
    let found: Known | null = null;
    for (const { id, source, kind } of tellers) {
      if (kind !== (kindOf.get(account) ?? null)) continue;
      for (const other of store.movements.withReceipt(id, source, receipt, newest)) {
        if (!stands(other) || Math.sign(other.amount) !== Math.sign(amount)) continue;
        if (other.amount === amount) return null;
        found ??= { known: other.amount, source };
      }
    }
    return found;
  };
}

/** A payment's own amount: no charge, no loan behind it, nothing taken back. */
const stands = ({ kind, linked_receipt }: Pick<MovementRow, 'kind' | 'linked_receipt'>): boolean =>
  legOf(kind) === 'principal' && linked_receipt === null && !isSettlement(kind) && !kind.startsWith('reversal_');
