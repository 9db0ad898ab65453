import type { Conflict } from '#contract/import.ts';
import type { AccountKind } from '#contract/words.ts';
import { isSettlement, legOf } from '../reconcile/movement.ts';
import type { MovementRow } from '../store/movements.ts';
import type { Store } from '../store/store.ts';

/** What the book knew of the same receipt, told with another amount. */
export type Known = Pick<Conflict, 'known' | 'source'>;

/** A merchant's message reads the same for a till and a paybill. */
const wordOf = (kind: AccountKind) => (kind === 'paybill' ? 'till' : kind);

const order = ['statement', 'sms', 'lookup', 'callback'];

/**
 * Finds rows of one import whose receipt the book had before with another amount, and with no telling that agrees. In a
 * book that had none, nothing is looked for.
 */
export function conflictFinder(store: Store): (row: MovementRow) => Known | null {
  const newest = store.movements.newest();
  const kindOf = new Map(store.accounts.all().map(({ id, kind }) => [id, wordOf(kind)]));
  return (row) => {
    const { receipt, account, amount } = row;
    if (receipt === null || newest === 0 || !stands(row)) return null;
    const others = store.movements
      .withReceipt(receipt, newest)
      .filter((other) => stands(other) && kindOf.get(other.account) === kindOf.get(account))
      .filter((other) => Math.sign(other.amount) === Math.sign(amount));
    if (others.length === 0 || others.some((other) => other.amount === amount)) return null;
    const [first] = others.toSorted(
      (a, b) => a.account - b.account || order.indexOf(a.source) - order.indexOf(b.source) || a.amount - b.amount,
    );
    return first ? { known: first.amount, source: first.source } : null;
  };
}

/** A payment's own amount: no charge, no loan behind it, nothing taken back. */
const stands = ({ kind, linked_receipt }: Pick<MovementRow, 'kind' | 'linked_receipt'>): boolean =>
  legOf(kind) === 'principal' && linked_receipt === null && !isSettlement(kind) && !kind.startsWith('reversal_');
