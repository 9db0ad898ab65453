import { Worker } from 'node:worker_threads';
import type { Work } from '#contract/book.ts';
import type { Output } from '#contract/index.ts';
import { LedgerError } from './errors.ts';
import type { Failure, Notice, Order, WriterCommand, WriterData, WriterInput } from './protocol.ts';

/** The writer's thread as the host sees it. */
export type Writer = {
  run<N extends WriterCommand>(name: N, input: WriterInput<N>): Promise<Output<N>>;
  /** Asks the command under way to stop. */
  cancel(): void;
  /** Ends the thread once what is under way has stopped and the book is closed. */
  close(): Promise<void>;
};

type Waiting = { resolve(value: Output<WriterCommand>): void; reject(error: Error): void };

/**
 * Starts the thread at `url` and waits until it has the book open. Rejects with the refusals of `openBook`. A thread
 * that dies fails the commands that wait for it and is started anew by the next one.
 */
export async function startWriter(
  url: URL,
  book: { readonly path: string; readonly samples: string | null },
  onWork: (work: Work | null) => void,
): Promise<Writer> {
  const cancel = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const flag = new Int32Array(cancel);
  const data: WriterData = { ...book, cancel };
  let thread = await startThread(url, data, onWork);
  let id = 0;

  return {
    async run<N extends WriterCommand>(name: N, input: WriterInput<N>): Promise<Output<N>> {
      if (thread.dead()) thread = await startThread(url, data, onWork);
      id += 1;
      // The thread answers a command with that command's output, and an order is a name with its own input.
      return thread.send({ id, name, input } as Extract<Order, { name: N }>) as Promise<Output<N>>;
    },
    cancel: () => void Atomics.store(flag, 0, 1),
    async close() {
      Atomics.store(flag, 0, 1);
      await thread.close();
    },
  };
}

async function startThread(url: URL, data: WriterData, onWork: (work: Work | null) => void) {
  const worker = new Worker(url, { workerData: data });
  const waiting = new Map<number, Waiting>();
  const ended = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  let dead = false;

  function die(error: Error): void {
    started.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!dead) onWork(null);
    dead = true;
  }

  worker.on('error', (cause) => die(new Error('The thread that writes the book died.', { cause })));
  worker.on('exit', () => {
    die(new Error('The thread that writes the book has ended.'));
    ended.resolve();
  });
  worker.on('message', (notice: Notice) => {
    if (notice.kind === 'ready') started.resolve();
    else if (notice.kind === 'refused') started.reject(errorOf(notice.failure));
    else if (notice.kind === 'work') onWork(notice.work);
    else settle(waiting, notice);
  });
  await started.promise;

  return {
    dead: () => dead,
    send: (order: Exclude<Order, { close: true }>) =>
      new Promise<Output<WriterCommand>>((resolve, reject) => {
        waiting.set(order.id, { resolve, reject });
        worker.postMessage(order);
      }),
    async close() {
      if (dead) return;
      const order: Order = { close: true };
      worker.postMessage(order);
      await ended.promise;
    },
  };
}

function settle(waiting: Map<number, Waiting>, notice: Extract<Notice, { kind: 'done' | 'failed' }>): void {
  const waiter = waiting.get(notice.id);
  waiting.delete(notice.id);
  if (notice.kind === 'done') waiter?.resolve(notice.value);
  else waiter?.reject(errorOf(notice.failure));
}

const errorOf = ({ code, message }: Failure) => (code === null ? new Error(message) : new LedgerError(code, message));
