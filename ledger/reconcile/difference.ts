import type { DifferenceLine } from '#contract/reconciliation.ts';
import type { MovementKind } from '#contract/words.ts';
import { isSettlement } from './movement.ts';
import type { Side } from './witnesses.ts';

/** Why the two sources differ about one payment: statement less messages in signed cents, charges told apart. */
export type Delta = {
  readonly reason: Exclude<DifferenceLine['reason'], 'charges'> | null;
  readonly delta: number;
  readonly charges: number;
};

/**
 * One payment's part of the difference. `delta + charges` is what its statement rows add up to less what its messages
 * do, whatever they are, so the lines of an account add up to its difference without being made to.
 */
export function deltaOf(message: Side | null, statement: Side | null, kind: MovementKind, reverses: boolean): Delta {
  const all = net(statement) - net(message);
  // Charges count apart only where the statement speaks: a fee in a message that stands alone goes with its payment.
  const charges = statement ? (message?.charges ?? 0) - statement.charges : 0;
  const delta = all - charges;
  return { reason: delta === 0 ? null : reasonOf(message, statement, kind, reverses), delta, charges };
}

function reasonOf(message: Side | null, statement: Side | null, kind: MovementKind, reverses: boolean) {
  if (message?.main && statement?.main) return 'amounts-differ';
  if (!statement?.main) return 'not-on-statement';
  if (isSettlement(kind)) return 'settlement';
  return reverses ? 'reversal' : 'no-message';
}

const net = (side: Side | null) => (side ? side.in - side.out : 0);
