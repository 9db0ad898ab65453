import type { Lookup } from '#contract/lookup.ts';
import type { Exchange } from '#contract/provider-answer.ts';
import type { Ask } from './ask.ts';
import { failed, searchList, type Told } from './list-search.ts';
import { isDue, type LookupEvent } from './lookup-steps.ts';
import { pagesOf } from './pages.ts';
import type { Link, Provider, Questions } from './provider.ts';

/** Where lookups are kept. Every change is durable when it resolves; the runner keeps nothing of its own. */
export type LookupStore = {
  /** Adds it unless one that is not over is about the same thing; tells whether it was added. */
  add(lookup: Lookup): boolean | Promise<boolean>;
  /** All that are not over, oldest first. */
  open(): readonly Lookup[];
  /** The oldest of a linked account that `isDue`; null where nothing is. */
  next(linkedAccount: number, now: number): Lookup | null;
  /** Takes the event into it and keeps the exchanges with it, in one transaction. Null where there is none, or it is over. */
  step(id: string, event: LookupEvent, exchanges: readonly Exchange[]): Lookup | null | Promise<Lookup | null>;
};

type Linked = { readonly provider: Provider; readonly link: Link };

export type LookupDeps = {
  readonly store: LookupStore;
  readonly ask: Ask;
  readonly now: () => number;
  /** The service and credentials of a linked account; null where it is unlinked or its secrets are not there. */
  readonly linkOf: (linkedAccount: number) => Linked | null;
  /** Called when answers have been stored, however many came together. */
  readonly onAnswered: () => Promise<unknown>;
};

export type Lookups = {
  /** Puts a question into the queue. False where the same is being asked already. */
  enqueue(lookup: Lookup): Promise<boolean>;
  /** Asks all that is due, one after another a linked account, the accounts side by side. Ends when nothing is due. */
  run(): Promise<void>;
  /** The network or the secrets are back, or the person asks again: what waited for them is due at once. */
  wake(): Promise<void>;
  /** Takes a question out of the queue; an answer under way is then not kept. */
  withdraw(id: string): Promise<void>;
};

/** A new question, to be asked at once. */
export const newLookup = (
  question: Pick<Lookup, 'id' | 'linkedAccount' | 'about' | 'key' | 'expected'>,
  now: number,
): Lookup => ({
  ...question,
  state: 'waiting',
  rounds: 0,
  notBefore: now,
  failure: null,
  answer: null,
  outcome: null,
});

/** So many at most are looked for in one walk through a list, so that a withdrawal or an unlinking is heeded in between. */
const MOST_TOGETHER = 500;

/** The queue over its store. What was being asked when the app last stopped is asked again. */
export async function makeLookups(deps: LookupDeps): Promise<Lookups> {
  const { store, now, onAnswered } = deps;
  const change = async (id: string, event: LookupEvent, exchanges: readonly Exchange[] = []) => {
    await store.step(id, event, exchanges);
  };

  for (const { id, state } of store.open()) if (state === 'asking') await change(id, { kind: 'restarted' });

  async function askOne(lookup: Lookup, { provider, link }: Linked): Promise<void> {
    await change(lookup.id, { kind: 'asked' });
    const { event, exchanges } = await answerTo(deps, lookup, provider, link);
    await change(lookup.id, event, exchanges);
  }

  /** All that a walk through the service's list can tell of, in one walk. */
  async function askListed(lookups: readonly Lookup[], list: Questions['list'], linked: Linked): Promise<void> {
    for (const { id } of lookups) await change(id, { kind: 'asked' });
    const pages = pagesOf(deps.ask, linked.provider, linked.link, list);
    for await (const { lookup, event, exchanges } of searchList(lookups, pages, now)) {
      await change(lookup.id, event, exchanges);
    }
  }

  async function askNext(due: Lookup): Promise<void> {
    const linked = deps.linkOf(due.linkedAccount);
    if (linked === null) return change(due.id, { kind: 'locked', now: now() });
    const { lookUp, questions } = linked.provider;
    if (lookUp[due.key.by] || !questions.list) return askOne(due, linked);
    const listed = store.open().filter((lookup) => {
      const same = lookup.linkedAccount === due.linkedAccount && isDue(lookup, now());
      return same && lookUp[lookup.key.by] === undefined;
    });
    return askListed(listed.slice(0, MOST_TOGETHER), questions.list, linked);
  }

  const running = new Map<number, Promise<void>>();

  async function drain(linkedAccount: number): Promise<void> {
    for (;;) {
      const due = store.next(linkedAccount, now());
      if (due === null) return;
      await askNext(due);
      await onAnswered();
    }
  }

  return {
    enqueue: async (lookup) => store.add(lookup),
    async run() {
      const accounts = new Set(store.open().map(({ linkedAccount }) => linkedAccount));
      for (const account of accounts) {
        if (running.has(account)) continue;
        const drained = drain(account).finally(() => running.delete(account));
        running.set(account, drained);
      }
      await Promise.all(running.values());
    },
    async wake() {
      for (const { id } of store.open()) await change(id, { kind: 'woken', now: now() });
    },
    withdraw: (id) => change(id, { kind: 'withdrawn' }),
  };
}

async function answerTo({ ask, now }: LookupDeps, { key }: Lookup, provider: Provider, link: Link): Promise<Told> {
  const direct = provider.lookUp[key.by];
  if (!direct) return failed({ failure: 'unsendable', retryAt: null, exchanges: [] }, now());
  const asked = await ask.question(provider, link, direct, key.value);
  if (!asked.ok) return failed(asked, now());
  return { event: { kind: 'answered', answer: asked.value, now: now() }, exchanges: asked.exchanges };
}
