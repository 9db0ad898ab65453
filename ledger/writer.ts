import { Worker } from 'node:worker_threads';
import { errorOf } from './failure.ts';
import type { StartApart } from './imports/apart/start-apart.ts';
import type { Notice, Order, WriterCommand, WriterData } from './protocol.ts';
import type { OnWork } from './work.ts';
import type { LinkWrite } from './links/writes.ts';

/** The writer's thread as the host sees it. */
export type Writer = {
  /** Runs a command in its turn; `input` is what its handler takes, and the answer what it gives. */
  readonly run: (name: WriterCommand | LinkWrite, input: unknown) => Promise<unknown>;
  /** Asks the command under way to stop. */
  readonly cancel: () => void;
  /** Ends the thread once what is under way has stopped and the book is closed. */
  readonly close: () => Promise<void>;
};

/** What the thread needs of its host. Where there is no `apart`, its wish for one is refused. */
export type WriterHost = { readonly onWork: OnWork; readonly apart?: StartApart | undefined };

/**
 * Starts the thread at `url` and waits until it has the book open. Rejects with the refusals of `openBook`. A thread
 * that dies fails the commands that wait for it and is started anew by the next one.
 */
export async function startWriter(
  url: URL,
  book: { readonly path: string; readonly samples: string | null },
  host: WriterHost,
): Promise<Writer> {
  const cancel = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const flag = new Int32Array(cancel);
  const data: WriterData = { ...book, cancel };
  let thread = await startThread(url, data, host);
  let id = 0;

  return {
    async run(name, input) {
      if (thread.dead()) thread = await startThread(url, data, host);
      id += 1;
      return thread.send({ id, name, input });
    },
    cancel: () => void Atomics.store(flag, 0, 1),
    async close() {
      Atomics.store(flag, 0, 1);
      await thread.close();
    },
  };
}

/**
 * What an import throws away is cleared away early, rather than let pile up because the machine has more: from 2,048 MB on
 * V8 lets four times of what is in use pile up, below it less than twice as much, and the less the lower this is.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1_500 };

const refuse: StartApart = (port) => port.close();

async function startThread(url: URL, data: WriterData, { onWork, apart = refuse }: WriterHost) {
  const worker = new Worker(url, { workerData: data, resourceLimits });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const started = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let dead = false;

  function die(error: Error): void {
    if (dead) return;
    dead = true;
    started.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    onWork(null);
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
    else if (notice.kind === 'apart') apart(notice.port);
    else settle(waiting, notice);
  });
  await started.promise;

  // A list of things handed over, empty here: nothing but data crosses.
  const post = (order: Order) => worker.postMessage(order, []);
  return {
    dead: () => dead,
    send(order: Exclude<Order, 'close'>): Promise<unknown> {
      const answer = Promise.withResolvers<unknown>();
      waiting.set(order.id, answer);
      post(order);
      return answer.promise;
    },
    async close(): Promise<void> {
      if (!dead) post('close');
      await ended.promise;
    },
  };
}

type Settled = Extract<Notice, { kind: 'done' | 'failed' }>;

function settle(waiting: Map<number, PromiseWithResolvers<unknown>>, notice: Settled): void {
  const answer = waiting.get(notice.id);
  waiting.delete(notice.id);
  if (notice.kind === 'done') answer?.resolve(notice.value);
  else answer?.reject(errorOf(notice.failure));
}
