import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#contract/index.ts';
import type { Ask } from '../providers/ask.ts';
import { type LookupStore, makeLookups, newLookup } from '../providers/lookups.ts';
import { sharesId } from '../providers/move-steps.ts';
import { callbacksToFollow } from '../store/callbacks.ts';
import { lookupsIn } from '../store/lookups.ts';
import { movesIn } from '../store/moves.ts';
import { openChooser, type Question } from './choose.ts';
import type { Held } from './held.ts';
import type { WriteLink } from './writes.ts';

type Deps = {
  readonly reader: Database;
  readonly held: Held;
  readonly write: WriteLink;
  readonly ask: Ask;
  readonly now: () => number;
  /** Called when something new stands in the queue. */
  readonly onAdded: () => void;
};

/** The queue of lookups over the book: puts questions in, and asks what is due when told to. Sets no timers. */
export async function openQueue(deps: Deps) {
  const { reader, held, write, ask, now, onAdded } = deps;
  const { open, next } = lookupsIn(reader);
  const choose = openChooser(reader);
  const store: LookupStore = {
    add: async (lookup) => (await write('link:lookups-add', { lookups: [lookup], follows: null })) === 1,
    open,
    next,
    step: (id, event, exchanges) => write('link:lookup-step', { id, event, exchanges }),
  };
  const linkOf = (id: number) => held.ready(id);
  /** The payments follow what was told, once for all of it. */
  const derive = () => write('link:derive', null);
  const lookups = await makeLookups({ store, ask, now, linkOf, onAnswered: derive });

  async function put(questions: readonly Question[], follows: string | null = null): Promise<number> {
    if (questions.length === 0 && follows === null) return 0;
    const wanted = questions.map((question) => newLookup({ id: randomUUID(), ...question }, now()));
    const added = await write('link:lookups-add', { lookups: wanted, follows });
    if (added > 0) onAdded();
    return added;
  }

  async function start({ linkedAccount, payments }: Parsed<'lookups.start'>): Promise<Output<'lookups.start'>> {
    const links = linkedAccount === null ? held.rows() : [held.find(linkedAccount)];
    const found =
      payments === 'waiting' ? choose.waiting(links, false) : payments.map((id) => choose.payment(id, links));
    const questions = found.filter((question) => question !== null);
    const added = await put(questions);
    return { added, already: questions.length - added, impossible: found.length - questions.length };
  }

  /** For the links whose owner says so: what is only seen and was never asked about. */
  async function automatic(): Promise<void> {
    const links = held.rows().filter((link) => link.automatic);
    if (links.length === 0) return;
    await put(choose.waiting(links, true).filter((question) => question !== null));
  }

  return {
    start,
    derive,
    ...following(deps, { open, choose, put }),
    automatic,
    run: () => lookups.run(),
    wake: () => lookups.wake(),
    withdraw: (id: string) => lookups.withdraw(id),
    /** Milliseconds since 1970 when the next question is due; null where none waits. */
    dueAt: (): number | null => {
      const times = open().flatMap(({ state, notBefore }) => (state === 'asking' ? [] : [notBefore]));
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}

type Parts = {
  readonly open: LookupStore['open'];
  readonly choose: ReturnType<typeof openChooser>;
  readonly put: (questions: readonly Question[], follows?: string | null) => Promise<number>;
};

/** Puts into the queue what follows from notices and orders. */
function following({ reader, held, write, now, onAdded }: Deps, { open, choose, put }: Parts) {
  const moves = movesIn(reader);
  const toFollow = callbacksToFollow(reader);
  const paymentWith = reader.prepare<[string], number>('SELECT id FROM payment WHERE receipt = ? ORDER BY id').pluck();

  /** What a notice is about is looked up at once: an order that waits, else the payment with its receipt. */
  async function follow(): Promise<void> {
    for (const { digest, linkedAccount, values } of toFollow()) {
      const order = moves
        .unsettled()
        .find((record) => record.linkedAccount === linkedAccount && sharesId(record.ids, values.ids));
      if (order) {
        const waiting = open().find(({ about }) => about.kind === 'request' && about.id === order.id);
        if (waiting)
          await write('link:lookup-step', { id: waiting.id, event: { kind: 'hinted', now: now() }, exchanges: [] });
        onAdded();
      }
      const link = held.rows().filter(({ id }) => id === linkedAccount);
      const payment = values.receipt === null ? undefined : paymentWith.get(values.receipt);
      const question = order || payment === undefined ? null : choose.payment(payment, link);
      await put(question ? [question] : [], digest);
    }
  }

  /** Orders that were taken, or of which nobody knows, are looked up until they are settled. */
  async function followOrders(): Promise<void> {
    const unsure = moves.unsettled().filter(({ state }) => state === 'accepted' || state === 'unknown');
    await put(unsure.map((record) => choose.order(record)).filter((question) => question !== null));
  }

  return { follow, followOrders };
}
