import type { LinkQuestion } from '#contract/links.ts';
import type { Output, Parsed } from '#contract/index.ts';
import type { Exchange, HttpFailure } from '#contract/provider-answer.ts';
import { LedgerError } from '../errors.ts';
import type { Ask, Asked } from '../providers/ask.ts';
import { pullList } from '../providers/pages.ts';
import type { Operation } from '../providers/provider.ts';
import type { Held, Ready } from './held.ts';
import type { WriteLink } from './writes.ts';

type Deps = { readonly held: Held; readonly ask: Ask; readonly write: WriteLink };

/** What can be asked of a link besides its payments one by one. Secrets that are missing are an `unauthorised`. */
export function asking({ held, ask, write }: Deps) {
  /** Throws `not-found` where there is no such link. */
  function readyOf(id: number): Ready | null {
    held.find(id);
    return held.ready(id);
  }

  async function test({ linkedAccount }: Parsed<'links.test'>): Promise<Output<'links.test'>> {
    const ready = readyOf(linkedAccount);
    return ready ? outcome(await ask.probe(ready.provider, ready.link)) : locked;
  }

  async function question(input: Parsed<'links.ask'>): Promise<Output<'links.ask'>> {
    const ready = readyOf(input.linkedAccount);
    if (ready === null) return { ...locked, answer: null };
    const asked = await put(ask, ready, input.question, input.value);
    return { ...outcome(asked), answer: asked.ok ? flat(asked.value) : null };
  }

  async function register({
    linkedAccount,
  }: Parsed<'links.register-callbacks'>): Promise<Output<'links.register-callbacks'>> {
    const ready = readyOf(linkedAccount);
    if (ready === null) return { ...locked, answer: null };
    const { provider, link } = ready;
    if (!provider.registerCallbacks) throw new LedgerError('not-found', `${provider.label} registers no addresses.`);
    const asked = await ask.order(provider, link, provider.registerCallbacks, undefined);
    return { ...outcome(asked), answer: asked.ok ? asked.value : null };
  }

  async function pull({ linkedAccount, which, since }: Parsed<'pulls.start'>): Promise<Output<'pulls.start'>> {
    const ready = readyOf(linkedAccount);
    const done = { failure: null as HttpFailure | null, pages: 0, read: 0, stored: 0, duplicate: 0, skipped: 0 };
    if (ready === null) return { ...done, failure: 'unauthorised' };
    const { provider, link } = ready;
    if (!provider.questions[which]) throw new LedgerError('not-found', `${provider.label} has no such list.`);
    const from = since === null ? null : `${since}T00:00:00+03:00`;
    for await (const page of pullList(ask, provider, link, which, from)) {
      const answers = page.ok ? page.answers : [];
      const taken = await write('link:page', { link: link.id, answers, exchanges: page.exchanges });
      if (page.ok) done.pages += 1;
      else done.failure = page.failure;
      done.read += answers.length;
      for (const name of ['stored', 'duplicate', 'skipped'] as const) done[name] += taken[name];
    }
    await write('link:derive', null);
    return done;
  }

  return { test, question, register, pull };
}

const locked: { failure: HttpFailure; exchanges: Exchange[] } = { failure: 'unauthorised', exchanges: [] };

const outcome = (asked: Asked<unknown>) => ({
  failure: asked.ok ? null : asked.failure,
  exchanges: [...asked.exchanges],
});

/** Puts a question by its name. Throws `not-found` where the service cannot be asked it. */
function put(ask: Ask, { provider, link }: Ready, question: LinkQuestion, value: string): Promise<Asked<unknown>> {
  const send = <I, V>(operation: Operation<I, V> | undefined, input: I): Promise<Asked<V>> => {
    if (!operation) throw new LedgerError('not-found', `${provider.label} cannot be asked this.`);
    return ask.question(provider, link, operation, input);
  };
  const { questions } = provider;
  switch (question) {
    case 'balance':
      return send(questions.balance, undefined);
    case 'sms-balance':
      return send(questions['sms-balance'], undefined);
    case 'transaction-status':
      return send(questions['transaction-status'], value);
    case 'validate-phone':
      return send(questions['validate-phone'], { phone: value });
    case 'sms-status':
      return send(questions['sms-status'], { message: value });
    case 'instructions':
      break;
  }
  return send(questions.instructions, { transaction: value });
}

type Flat = NonNullable<Output<'links.ask'>['answer']>;

/** An answer's own names and values; what lies inside a value keeps its names behind a dot. */
function flat(value: unknown): Flat {
  const found: Flat = {};
  const walk = (inner: unknown, name: string): void => {
    if (typeof inner === 'object' && inner !== null)
      for (const [key, part] of Object.entries(inner)) walk(part, name === '' ? key : `${name}.${key}`);
    else if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean')
      found[name || 'text'] = inner;
    else found[name || 'text'] = null;
  };
  walk(value, '');
  return found;
}
