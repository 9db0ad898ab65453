import type { Direction, Source } from '#contract/words.ts';
import type { MovementRow } from '../store/movements.ts';
import type { NewMovement } from './importer.ts';

/** Whose a row is, who tells it, under which identity, and which way the money went. */
export type Stated = {
  readonly account: number;
  readonly source: Source;
  readonly identity: string;
  readonly direction: Direction;
};

/** A movement that was read, as the book keeps it. */
export const movementRow = (stated: Stated, movement: NewMovement): MovementRow => ({
  ...stated,
  kind: movement.kind,
  receipt: movement.receipt,
  linked_receipt: movement.linkedReceipt,
  amount: movement.amount,
  fee: movement.fee,
  balance_after: movement.balanceAfter,
  occurred_at: movement.occurredAt,
  precision: movement.precision,
  party: movement.party,
  phone: movement.phone,
  shortcode: movement.shortcode,
  account_ref: movement.accountRef,
});
