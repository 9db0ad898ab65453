import type { ProviderAnswer } from '#contract/provider-answer.ts';
import type { NewMovement } from '../imports/importer.ts';
import { movementRow } from '../imports/movement-row.ts';
import { movementOf } from '../providers/pages.ts';
import type { MovementRow } from '../store/movements.ts';

/** What a link tells of a payment, as a movement of the book; null where it is not final, or lacks amount or direction. */
export function witnessRow(
  source: 'lookup' | 'callback',
  link: number,
  account: number,
  answer: ProviderAnswer,
): MovementRow | null {
  const movement = movementOf(answer);
  return movement && toRow(source, link, account, answer, movement);
}

/**
 * Its identity is the service's own: the same payment told by a list, a lookup or a notice sent again is one row. Never
 * that of a file's row, so that undoing an import takes nothing away from it.
 */
function toRow(
  source: 'lookup' | 'callback',
  link: number,
  account: number,
  { ids }: ProviderAnswer,
  movement: NewMovement,
): MovementRow {
  const { receipt, amount } = movement;
  const name = receipt ?? ids['transaction-id'] ?? ids.reference ?? ids['request-id'] ?? ids['checkout-id'] ?? '';
  const identity = `link ${link}|${name}|${amount}`;
  return movementRow({ account, source, identity, direction: amount > 0 ? 'in' : 'out' }, movement);
}
