import type { Exchange, ProviderAnswer } from '#contract/provider-answer.ts';
import { readCents } from '#parser/money.ts';
import type { NewMovement } from '../imports/importer.ts';
import type { Ask, Asked } from './ask.ts';
import type { Link, ListPage, Provider, Questions } from './provider.ts';
import { writeAmount } from './values.ts';

const MOST_PAGES = 1000;

/** A service's list page by page, to the last or to the first that fails. */
export async function* pagesOf(
  ask: Ask,
  provider: Provider,
  link: Link,
  list: Questions['list'],
): AsyncGenerator<Asked<ListPage>> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const asked = await ask.question(provider, link, list, { page });
    yield asked;
    if (!asked.ok || !asked.value.more) return;
  }
}

/** What a pull brings, page by page; it ends early only where a page fails. */
export type Pulled =
  | { readonly ok: true; readonly answers: readonly ProviderAnswer[]; readonly exchanges: readonly Exchange[] }
  | Extract<Asked<ListPage>, { ok: false }>;

/**
 * All of a service's list since the instant `since` (null: all there is), no payment twice: a list moves on while it is
 * read, so that a row can come again on the next page. The order of rows is not documented, so the walk goes to the end.
 */
export async function* pullList(
  ask: Ask,
  provider: Provider,
  link: Link,
  which: 'list' | 'fetch',
  since: string | null,
): AsyncGenerator<Pulled> {
  const operation = provider.questions[which];
  if (!operation) return;
  const seen = new Set<string>();
  for await (const page of pagesOf(ask, provider, link, operation)) {
    if (!page.ok) {
      yield page;
      return;
    }
    const fresh = page.value.answers.filter((answer) => isNew(answer, seen) && !isBefore(answer, since));
    yield { ok: true, answers: fresh, exchanges: page.exchanges };
  }
}

function isNew(answer: ProviderAnswer, seen: Set<string>): boolean {
  const id = answer.ids['transaction-id'] ?? answer.receipt;
  if (id === null || id === undefined) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

/** Both instants are of East Africa Time, so that their texts stand in the order of time. */
const isBefore = ({ occurredAt }: ProviderAnswer, since: string | null) =>
  since !== null && occurredAt !== null && occurredAt < since;

/** A final answer as a movement of the linked account; null where it is not final or its amount or direction is not told. */
export function movementOf(answer: ProviderAnswer): NewMovement | null {
  const { state, direction } = answer;
  const sign = direction === 'out' ? '-' : '';
  const amount = answer.amount === null ? null : readCents(sign + writeAmount(answer.amount));
  if (state !== 'completed' || amount === null || direction === null) return null;
  return {
    kind: direction === 'in' ? 'merchant_paybill_receive' : 'business_payment',
    receipt: answer.receipt,
    linkedReceipt: null,
    amount,
    fee: null,
    balanceAfter: null,
    occurredAt: answer.occurredAt,
    precision: answer.occurredAt === null ? null : answer.notes.includes('time-of-record') ? 'day' : 'second',
    party: answer.party,
    phone: answer.phone,
    shortcode: answer.shortcode,
    accountRef: answer.reference,
  };
}
