import type { Database } from 'better-sqlite3';
import type { CallbackValues } from '#contract/provider-answer.ts';
import { type MoveRecord, moveInputs, type MoveState } from '#contract/move.ts';
import { closedDays } from '../decisions/day-book.ts';
import type { Session } from '../session.ts';
import { requestedStore } from '../store/requested.ts';

/** States in which a requested payment may still come, or has come. */
const mayCome: ReadonlySet<MoveState> = new Set(['accepted', 'unknown', 'completed']);

/**
 * Lets what is expected follow a payment request: expected from the moment the service took it, under its receipt once
 * that is known, and no more when it failed. Matching then finds its message, its notice and its lookup like those of
 * any sale. A day that is closed takes no more. Call inside the transaction that changed the order.
 */
export function requests(
  db: Database,
  { follow }: Pick<Session, 'follow'>,
  accountOf: (link: number) => number | null,
) {
  const requested = requestedStore(db);
  const days = closedDays(db);

  return {
    changed(record: MoveRecord, at: string): void {
      if (record.move !== 'request-payment' || record.state === 'sending') return;
      if (changed(record)) follow(at, 'sales');
    },
    /** A notice about an order that waits tells the receipt of the payment; whether it came, a lookup or a statement says. */
    hinted({ move, id, amount }: MoveRecord, told: CallbackValues, at: string): void {
      const same = move === 'request-payment' && told.state === 'completed' && told.amount === amount;
      if (same && told.receipt !== null && requested.name(id, told.receipt)) follow(at, 'sales');
    },
  };

  function changed({ id, state, input, amount, receipt, linkedAccount, pressedAt }: MoveRecord): boolean {
    if (!mayCome.has(state)) return requested.giveUp(id);
    const said = moveInputs['request-payment'].safeParse(JSON.parse(input));
    if (amount === null || !said.success || days.find(pressedAt.slice(0, 10)) !== null) return false;
    const account = accountOf(linkedAccount);
    return requested.expect({ move: id, account, at: pressedAt, amount, reference: said.data.reference }, receipt);
  }
}
