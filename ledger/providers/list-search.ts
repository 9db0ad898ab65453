import type { Lookup } from '#contract/lookup.ts';
import type { Exchange, ProviderAnswer } from '#contract/provider-answer.ts';
import type { Asked } from './ask.ts';
import type { LookupEvent } from './lookup-steps.ts';
import type { ListPage } from './provider.ts';

/** What one lookup has come to, with what may be kept of it. */
export type Told = { readonly event: LookupEvent; readonly exchanges: readonly Exchange[] };

type Search = {
  readonly lookup: Lookup;
  /** By the service's ids: a list moves on while it is read, so that a row can come twice. */
  readonly found: Map<string, ProviderAnswer>;
  /** Of the last page that tells of it, or of the last page where none does: the others are about other payments. */
  exchanges: readonly Exchange[];
};

/**
 * Looks for many payments in one walk through a service's list, and tells of each as soon as it is known: a receipt is one
 * payment's, so that the first is the one; a reference may be used twice, and then tells neither from the other, so that
 * the walk goes to the end. It stops where nothing more is looked for.
 */
export async function* searchList(
  lookups: readonly Lookup[],
  pages: AsyncIterable<Asked<ListPage>>,
  now: () => number,
): AsyncGenerator<Told & { readonly lookup: Lookup }> {
  const open = new Set(lookups.map((lookup): Search => ({ lookup, found: new Map(), exchanges: [] })));
  for await (const page of pages) {
    if (!page.ok) {
      for (const { lookup } of open) yield { lookup, ...failed(page, now()) };
      return;
    }
    for (const search of open) {
      look(search, page.value.answers, page.exchanges);
      if (search.lookup.key.by !== 'receipt' || search.found.size === 0) continue;
      open.delete(search);
      yield { lookup: search.lookup, event: eventOf(search, now()), exchanges: search.exchanges };
    }
    if (open.size === 0) return;
  }
  for (const search of open) {
    yield { lookup: search.lookup, event: eventOf(search, now()), exchanges: search.exchanges };
  }
}

function look(search: Search, answers: readonly ProviderAnswer[], exchanges: readonly Exchange[]): void {
  const named = answers.filter((answer) => isNamed(answer, search.lookup.key));
  for (const answer of named) search.found.set(JSON.stringify(answer.ids), answer);
  if (named.length > 0 || search.found.size === 0) search.exchanges = exchanges;
}

const isNamed = ({ receipt, reference }: ProviderAnswer, { by, value }: Lookup['key']) =>
  (by === 'receipt' ? receipt : reference)?.toUpperCase() === value.toUpperCase();

function eventOf({ found }: Search, now: number): LookupEvent {
  const [answer, ...others] = found.values();
  if (answer === undefined) return { kind: 'absent' };
  return others.length > 0 ? { kind: 'ambiguous' } : { kind: 'answered', answer, now };
}

type Failed = Extract<Asked<unknown>, { ok: false }>;

/** A question that no answer came to. */
export const failed = (
  { failure, retryAt, exchanges }: Pick<Failed, 'failure' | 'retryAt' | 'exchanges'>,
  now: number,
): Told => ({ event: { kind: 'failed', failure, retryAt, now }, exchanges });
