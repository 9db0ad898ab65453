import type { HistoryStep } from '#contract/history.ts';
import type { WriterCommand } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Noting } from '../store/steps.ts';
import type { Changed } from './follow.ts';

/** Runs an order as one step. `changes`: what of it matches and exceptions have to follow. */
export type OneStep = (
  name: WriterCommand,
  input: unknown,
  run: (note: Noting, at: string) => void,
  changes?: Changed | 'nothing',
) => Promise<HistoryStep>;

/** One transaction, one step, one entry of the audit; then matches and exceptions follow. */
export const oneStep =
  ({ store, inTransaction, instant, follow }: Session): OneStep =>
  (name, input, run, changes = 'word') =>
    inTransaction('COMMIT', () => {
      const at = instant();
      const done = store.steps.record(name, at, subjectOf(input), (note) => run(note, at));
      store.audit.append(name, at, input);
      if (changes !== 'nothing') follow(at, changes);
      return done;
    });

/** What names a step in a list: the reason given, where one was. */
function subjectOf(input: unknown): string | null {
  const said = typeof input === 'object' && input !== null && 'reason' in input ? input.reason : null;
  return typeof said === 'string' ? said : null;
}
