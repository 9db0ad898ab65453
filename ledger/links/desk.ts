import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Handler, HostQuestion, LinkCommand } from '../protocol.ts';
import { type Ask, makeAsk } from '../providers/ask.ts';
import { type HttpDeps, makeHttp } from '../providers/http.ts';
import { makeMoneyMoves, type Press, type Pressed, type RequestStore } from '../providers/money-moves.ts';
import { movesIn } from '../store/moves.ts';
import { asking } from './asking.ts';
import { type Held, type Keys, openHeld } from './held.ts';
import { linking } from './linking.ts';
import { openQueue } from './queue.ts';
import { receiving } from './receiving.ts';
import { sampleService } from './sample-service.ts';
import type { WriteLink } from './writes.ts';

export type LinkDeps = {
  readonly reader: Database;
  readonly write: WriteLink;
  readonly keys: Keys;
  /** Whether the queue and the receiver run by themselves; else only what a command asks for is asked. */
  readonly awake: boolean;
  /** The sample shop's folder; null where there is none. */
  readonly samples: string | null;
  /** Told what went wrong on our side. */
  readonly log: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch: typeof fetch;
  /** Milliseconds for one request; 15 000 unless told. */
  readonly deadline?: number;
  /** How retries and turns are waited for; by the clock unless told. */
  readonly sleep?: HttpDeps['sleep'];
};

/** Linked accounts on the host's thread: they wait for the network here, and the writer only for what came of it. */
export type LinkDesk = {
  readonly handlers: Readonly<Record<LinkCommand | Exclude<HostQuestion, 'work.current' | 'audit.state'>, Handler>>;
  /** The book has changed. */
  readonly changed: () => void;
  /** Asks all that is due and ends when nothing is. */
  readonly settle: () => Promise<void>;
  /** Lets go of the network; what was being asked is asked again when the book is next open. */
  readonly close: () => Promise<void>;
};

/** How long after a change or a notice the desk looks at what is new: an import is many changes, and notices come in bursts. */
const CALM = 1_000;
const LONGEST_NAP = 60_000;

/** Opens the linked accounts of a book. Orders that were being sent when it last closed become `unknown` at once. */
export async function openLinks({
  reader,
  write: order,
  keys,
  awake,
  samples,
  log,
  ...outside
}: LinkDeps): Promise<LinkDesk> {
  const closing = new AbortController();
  // The book is closed after this, and a late answer must not open it again.
  const write: WriteLink = (name, input) => {
    closing.signal.throwIfAborted();
    return order(name, input);
  };
  const { now } = outside;
  const ask = makeAsk(openHttp(closing.signal, outside), now);
  const held = openHeld(reader, keys);
  const clock = openClock(awake, () => background(work));
  const wake = () => clock.wake(0);
  const queue = await openQueue({ reader, held, write, ask, now, onAdded: wake });
  const work: () => Promise<void> = working(queue, (due) => clock.wake(Math.max(0, due - now())));
  const receiver = receiving({ reader, held, write, onStored: () => clock.wake(CALM) });
  const links = linking({ held, keys, write, ask });
  const sample = sampleService({ reader, samples, held, links });
  const questions = asking({ held, ask, write });
  const moves = await openMoves({ reader, write, held, ask, now });

  function background(run: () => Promise<void>): void {
    run().catch((error: unknown) => {
      if (!closing.signal.aborted) log(error);
    });
  }

  if (awake) {
    background(receiver.resume);
    wake();
  }

  return {
    handlers: handlersOf({ keys, held, queue, receiver, links, sample, questions, moves, wake }),
    changed: () => clock.wake(CALM),
    settle: work,
    async close() {
      clock.stop();
      closing.abort();
      await receiver.close();
      await sample.close();
    },
  };
}

type Queue = Awaited<ReturnType<typeof openQueue>>;

/** One round: puts into the queue what is new, asks what is due, and says when the next is due. */
function working(queue: Queue, next: (due: number) => void) {
  async function gather(): Promise<void> {
    await queue.derive();
    await queue.follow();
    await queue.followOrders();
    await queue.automatic();
  }

  // One after another: two at once would both see what neither has put into the queue yet.
  let gathering: Promise<void> = Promise.resolve();

  return async (): Promise<void> => {
    gathering = gathering.then(gather, gather);
    await gathering;
    await queue.run();
    const due = queue.dueAt();
    if (due !== null) next(due);
  };
}

type Parts = {
  readonly keys: Keys;
  readonly held: Held;
  readonly queue: Queue;
  readonly receiver: ReturnType<typeof receiving>;
  readonly links: ReturnType<typeof linking>;
  readonly sample: ReturnType<typeof sampleService>;
  readonly questions: ReturnType<typeof asking>;
  readonly moves: Awaited<ReturnType<typeof openMoves>>;
  /** Has the queue looked at without delay. */
  readonly wake: () => void;
};

/** What is asked of the desk, each by the part that answers it. */
function handlersOf({
  keys,
  held,
  queue,
  receiver,
  links,
  sample,
  questions,
  moves,
  wake,
}: Parts): LinkDesk['handlers'] {
  async function press(wanted: Press): Promise<Pressed> {
    const pressed = await moves.press(wanted);
    wake();
    return pressed;
  }

  const refreshed = async <T>(value: Promise<T>): Promise<T> => {
    const done = await value;
    await receiver.refresh();
    wake();
    return done;
  };

  return {
    'links.list': () => ({ place: keys.store.place, links: held.rows().map(held.shown) }),
    'links.add': (input: Parameters<typeof links.add>[0]) => refreshed(links.add(input)),
    'links.pretend': () => refreshed(sample.start()),
    'links.set': (input: Parameters<typeof links.set>[0]) => refreshed(links.set(input)),
    'links.remove': (input: Parameters<typeof links.remove>[0]) => refreshed(links.remove(input)),
    'links.test': questions.test,
    'links.ask': questions.question,
    'links.register-callbacks': questions.register,
    'lookups.start': queue.start,
    'lookups.cancel': async ({ id }: { id: string }) => (await queue.withdraw(id), {}),
    'lookups.wake': async () => {
      await queue.wake();
      wake();
      return {};
    },
    'pulls.start': questions.pull,
    'receiver.state': receiver.state,
    'receiver.start': receiver.start,
    'receiver.stop': receiver.stop,
    'receiver.path': receiver.path,
    'moves.press': press,
  };
}

type MovesDeps = Pick<LinkDeps, 'reader' | 'write' | 'now'> & { readonly held: Held; readonly ask: Ask };

/** Orders over the book. */
function openMoves({ reader, write, held, ask, now }: MovesDeps) {
  const { find, unsettled } = movesIn(reader);
  const store: RequestStore = {
    insert: (record) => write('link:move-insert', record),
    find,
    step: (id, event, exchanges) => write('link:move-step', { id, event, exchanges }),
    unsettled,
  };
  const linkOf = (id: number) => {
    const ready = held.ready(id);
    return ready && { ...ready, enabled: ready.row.enabled };
  };
  return makeMoneyMoves({ store, ask, now, linkOf });
}

/** The network while the book is open. */
function openHttp(closing: AbortSignal, { fetch, ...outside }: Pick<LinkDeps, 'now' | 'fetch' | 'deadline' | 'sleep'>) {
  return makeHttp({
    random: Math.random,
    sleep: (ms) => sleep(ms, undefined, { signal: closing }),
    ...outside,
    fetch: (url, init) =>
      fetch(url, { ...init, signal: AbortSignal.any([closing, ...(init?.signal ? [init.signal] : [])]) }),
  });
}

/** One alarm: set again for an earlier time it rings earlier, and never for a later one. It keeps no process alive. */
function openClock(awake: boolean, ring: () => void) {
  let alarm: { readonly at: number; readonly timer: NodeJS.Timeout } | null = null;
  let stopped = !awake;
  return {
    wake(ms: number): void {
      const nap = Math.min(ms, LONGEST_NAP);
      const at = performance.now() + nap;
      if (stopped || (alarm && alarm.at <= at)) return;
      clearTimeout(alarm?.timer);
      const timer = setTimeout(() => {
        alarm = null;
        ring();
      }, nap);
      timer.unref();
      alarm = { at, timer };
    },
    stop(): void {
      stopped = true;
      clearTimeout(alarm?.timer);
    },
  };
}
