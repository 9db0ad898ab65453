import type { Lookup } from '#contract/lookup.ts';
import type { Exchange, ProviderAnswer } from '#contract/provider-answer.ts';
import type { Ask, Asked } from './ask.ts';
import type { LookupEvent } from './lookup-steps.ts';
import { pagesOf } from './pages.ts';
import type { Link, ListPage, Provider } from './provider.ts';

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

export type LookupDeps = {
  readonly store: LookupStore;
  readonly ask: Ask;
  readonly now: () => number;
  /** The service and credentials of a linked account; null where it is unlinked or its secrets are not there. */
  readonly linkOf: (linkedAccount: number) => { readonly provider: Provider; readonly link: Link } | null;
  /** Called after each change that is stored. */
  readonly onChange: (lookup: Lookup) => void;
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

/** The queue over its store. What was being asked when the app last stopped is asked again. */
export async function makeLookups(deps: LookupDeps): Promise<Lookups> {
  const { store, now, onChange } = deps;
  const change = async (id: string, event: LookupEvent, exchanges: readonly Exchange[] = []) => {
    const after = await store.step(id, event, exchanges);
    if (after) onChange(after);
  };

  for (const { id, state } of store.open()) if (state === 'asking') await change(id, { kind: 'restarted' });

  async function askOne(lookup: Lookup): Promise<void> {
    const linked = deps.linkOf(lookup.linkedAccount);
    if (linked === null) {
      await change(lookup.id, { kind: 'locked', now: now() });
      return;
    }
    await change(lookup.id, { kind: 'asked' });
    const { event, exchanges } = await answerTo(deps, lookup, linked.provider, linked.link);
    await change(lookup.id, event, exchanges);
  }

  const running = new Map<number, Promise<void>>();

  async function drain(linkedAccount: number): Promise<void> {
    for (;;) {
      const due = store.next(linkedAccount, now());
      if (due === null) return;
      await askOne(due);
    }
  }

  return {
    async enqueue(lookup) {
      const added = await store.add(lookup);
      if (added) onChange(lookup);
      return added;
    },
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

type Told = { readonly event: LookupEvent; readonly exchanges: readonly Exchange[] };

async function answerTo(deps: LookupDeps, lookup: Lookup, provider: Provider, link: Link): Promise<Told> {
  const { ask, now } = deps;
  const { by, value } = lookup.key;
  const direct = provider.lookUp[by];
  if (direct) {
    const asked = await ask.question(provider, link, direct, value);
    return asked.ok ? { event: answered(asked.value, now()), exchanges: asked.exchanges } : failed(asked, now());
  }
  const list = provider.questions.list;
  if (!list) return failed({ failure: 'unsendable', retryAt: null, exchanges: [] }, now());
  return searched(deps, lookup, pagesOf(ask, provider, link, list));
}

/** Walks a list. A receipt is one payment's; a reference may be used twice, and then tells neither from the other. */
async function searched({ now }: LookupDeps, { key }: Lookup, pages: AsyncIterable<Asked<ListPage>>): Promise<Told> {
  const found = new Map<string, ProviderAnswer>();
  // Only the last page that tells is kept: the others are about other payments.
  let exchanges: readonly Exchange[] = [];
  for await (const page of pages) {
    if (!page.ok) return failed(page, now());
    const named = page.value.answers.filter((answer) => isNamed(answer, key));
    for (const answer of named) found.set(JSON.stringify(answer.ids), answer);
    if (named.length > 0 || found.size === 0) exchanges = page.exchanges;
    if (key.by === 'receipt' && found.size > 0) break;
  }
  const [answer, ...others] = found.values();
  if (answer === undefined) return { event: { kind: 'absent' }, exchanges };
  return { event: others.length > 0 ? { kind: 'ambiguous' } : answered(answer, now()), exchanges };
}

const isNamed = ({ receipt, reference }: ProviderAnswer, { by, value }: Lookup['key']) =>
  (by === 'receipt' ? receipt : reference)?.toUpperCase() === value.toUpperCase();

const answered = (answer: ProviderAnswer, now: number): LookupEvent => ({ kind: 'answered', answer, now });

const failed = (
  { failure, retryAt, exchanges }: Pick<Failed, 'failure' | 'retryAt' | 'exchanges'>,
  now: number,
): Told => ({ event: { kind: 'failed', failure, retryAt, now }, exchanges });

type Failed = Extract<Asked<unknown>, { ok: false }>;
