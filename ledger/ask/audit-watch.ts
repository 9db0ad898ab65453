import type { Database } from 'better-sqlite3';
import type { Output } from '#contract/index.ts';
import { AT_A_TURN, auditStore } from '../store/audit.ts';

type State = Output<'audit.state'>;

/**
 * Walks the whole chain of the audit when a book is opened, a piece at a time, so that nobody waits for it. `broken` is
 * called where it does not hold; nothing is locked by that. `failed`: the walk itself could not go on, as in a damaged
 * file, which whoever reads the rest will be told as well. Stop it before the connection is closed.
 */
export function watchAudit(
  db: Database,
  broken: () => void,
  failed: (error: unknown) => void,
): { state: () => State; stop: () => void } {
  const steps = auditStore(db).walking(AT_A_TURN);
  let state: State = { checked: false, holds: true, entries: 0, firstBroken: null };
  let next: NodeJS.Immediate | null = null;

  function turn(): void {
    try {
      walk();
    } catch (error) {
      failed(error);
    }
  }

  function walk(): void {
    const step = steps.next();
    if (!step.done) {
      next = setImmediate(turn);
      return;
    }
    const { holds, entries, firstBroken } = step.value;
    state = { checked: true, holds, entries, firstBroken };
    if (!holds) broken();
  }

  next = setImmediate(turn);
  return { state: () => state, stop: () => next && clearImmediate(next) };
}
