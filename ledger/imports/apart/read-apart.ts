import { MessageChannel } from 'node:worker_threads';
import { LedgerError } from '../../errors.ts';
import { errorOf } from '../../failure.ts';
import type { StartApart } from './start-apart.ts';
import type { Answer, Ask, Request, Task, Tasks } from './tasks.ts';

/** A process that has not begun by then was not kept from it by the file. */
const STARTS_WITHIN_MS = 60_000;

/** What a reading may cost before it is ended. */
export type Limits = {
  /** How the host starts the process; undefined where it has no way to. */
  readonly start: StartApart | undefined;
  /** How long the process itself may take, over all its batches; the time that we take between them is not counted. */
  readonly longestMs: number;
  /** What the owner is told where the process wants more time or memory, or dies of the file. */
  readonly beyond: string;
};

/**
 * Reads in a process of its own, batch by batch, each asked for when the one before has been dealt with. The process is
 * killed when the reading ends, is broken off, or goes beyond its limits. Throws what the reading throws, and
 * `unreadable-file` for a process that dies or is killed.
 */
export async function* readApart<T extends Task>(
  ask: Extract<Ask, { task: T }>,
  { start, longestMs, beyond }: Limits,
): AsyncGenerator<readonly Tasks[T]['item'][]> {
  if (start === undefined) throw new Error('This host starts no process to read files in.');
  const line = openLine(start);
  try {
    const first = await line.next(STARTS_WITHIN_MS);
    if (first?.as !== 'ready') throw new Error('The process that reads files did not start.');
    let request: Request = ask;
    for (let left = longestMs; ; request = 'more') {
      const asked = performance.now();
      line.post(request);
      const answer = await line.next(left);
      left -= performance.now() - asked;
      if (answer === null) throw new LedgerError('unreadable-file', beyond);
      if (answer.as === 'failed') throw errorOf(answer.failure);
      if (answer.as !== 'batch') return;
      // The process was asked for this task, whose batches hold these things.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      yield answer.batch as readonly Tasks[T]['item'][];
    }
  } finally {
    line.close();
  }
}

/** The way to a new process, on which every request has one answer. */
function openLine(start: StartApart) {
  const { port1: ours, port2: theirs } = new MessageChannel();
  let turn = Promise.withResolvers<Answer | null>();
  let ended = false;
  ours.on('message', (answer: Answer) => turn.resolve(answer));
  ours.on('close', () => {
    ended = true;
    turn.resolve(null);
  });
  start(theirs);

  return {
    // Nothing is handed over: only data crosses.
    post: (request: Request) => ours.postMessage(request, []),
    /** Null where the process has ended, or the time has. */
    async next(withinMs: number): Promise<Answer | null> {
      const timer = setTimeout(() => turn.resolve(null), withinMs);
      const answer = await turn.promise;
      clearTimeout(timer);
      turn = Promise.withResolvers();
      if (ended) turn.resolve(null);
      return answer;
    },
    close: () => ours.close(),
  };
}
