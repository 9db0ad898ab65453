import { type MoveInput, type MoveRecord, moveInputs } from '#contract/move.ts';
import type { Exchange, ProviderAnswer } from '#contract/provider-answer.ts';
import type { LookupKey, Move } from '#contract/provider.ts';
import type { Ask } from './ask.ts';
import { instantOf } from './http.ts';
import { afterRestart, type MoveEvent } from './move-steps.ts';
import type { Link, Order, Provider } from './provider.ts';

/** Where orders are kept. Every change is durable when it resolves. */
export type RequestStore = {
  /** Writes the record unless its id is there already; tells whether it was written. */
  insert(record: MoveRecord): boolean | Promise<boolean>;
  find(id: string): MoveRecord | null;
  /** Takes the event into it, keeps the exchanges with it and writes the audit, in one transaction. Null where there is none. */
  step(id: string, event: MoveEvent, exchanges: readonly Exchange[]): MoveRecord | null | Promise<MoveRecord | null>;
  /** All whose outcome is not final, oldest first. */
  unsettled(): readonly MoveRecord[];
};

/** One press of a button. `confirmed` is what the person typed for money that goes out, in cents; null where nothing is typed. */
export type Press<M extends Move = Move> = {
  readonly id: string;
  readonly linkedAccount: number;
  readonly move: M;
  readonly input: MoveInput<M>;
  readonly confirmed: number | null;
};

/** Why a press did nothing. */
export type Declined = 'not-linked' | 'not-offered' | 'not-enabled' | 'bad-input' | 'not-confirmed' | 'beyond-limits';

export type Pressed =
  | { readonly ok: true; readonly record: MoveRecord }
  | { readonly ok: false; readonly declined: Declined };

export type MoveDeps = {
  readonly store: RequestStore;
  readonly ask: Ask;
  readonly now: () => number;
  readonly linkOf: (
    linkedAccount: number,
  ) => { readonly provider: Provider; readonly link: Link; readonly enabled: readonly Move[] } | null;
};

export type MoneyMoves = {
  /**
   * Sends the order of one press, at most once: the record is durable before anything leaves, and a press whose id is
   * known already only answers what became of it. Resolves when the service has answered or the deadline has passed.
   */
  press(press: Press): Promise<Pressed>;
  /** Takes in what a lookup says of an order; a callback is unsigned and only a reason to look up. A settled order stays. */
  settle(id: string, answer: ProviderAnswer, exchanges?: readonly Exchange[]): Promise<MoveRecord | null>;
};

/** The moves whose amount the person types again: money that leaves for good. */
const typed: ReadonlySet<Move> = new Set(['send-money', 'send-airtime', 'reverse']);

/** Orders over their store. What was being sent when the app last stopped becomes `unknown` at once, and is never sent again. */
export async function makeMoneyMoves(deps: MoveDeps): Promise<MoneyMoves> {
  const { store, ask, now } = deps;
  for (const record of store.unsettled()) {
    if (afterRestart(record) !== record) await store.step(record.id, { kind: 'restarted' }, []);
  }

  return {
    async press(press) {
      const known = store.find(press.id);
      if (known) return { ok: true, record: known };
      const order = orderOf(deps, press);
      if (typeof order === 'string') return { ok: false, declined: order };
      const record = recordOf(press, order.provider, now());
      if (!(await store.insert(record))) return { ok: true, record: store.find(press.id) ?? record };
      const asked = await ask.order(order.provider, order.link, order.operation, order.input);
      const { exchanges, ...came } = asked;
      const after = await store.step(press.id, { kind: 'sent', came, at: instantOf(now()) }, exchanges);
      return { ok: true, record: after ?? record };
    },
    settle: async (id, answer, exchanges = []) =>
      store.step(id, { kind: 'told', answer, at: instantOf(now()) }, exchanges),
  };
}

type Ready = {
  readonly provider: Provider;
  readonly link: Link;
  readonly operation: Order<never>;
  readonly input: never;
};

/** Everything that must hold before a record is written, or why the press does nothing. */
function orderOf({ linkOf }: MoveDeps, press: Press): Ready | Declined {
  const linked = linkOf(press.linkedAccount);
  if (linked === null) return 'not-linked';
  const { provider, link, enabled } = linked;
  const operation = provider.moves[press.move];
  if (!operation) return 'not-offered';
  if (!enabled.includes(press.move)) return 'not-enabled';
  const parsed = moveInputs[press.move].safeParse(press.input);
  if (!parsed.success) return 'bad-input';
  if (typed.has(press.move) && press.confirmed !== amountOf(parsed.data)) return 'not-confirmed';
  // The schema and the operation stand under one and the same move, which the types cannot follow through a lookup.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const ready = { provider, link, operation: operation as Order<never>, input: parsed.data as never };
  return ready.operation.refuses?.(ready.input, link) ? 'beyond-limits' : ready;
}

const amountOf = (input: object): number | null =>
  'amount' in input && typeof input.amount === 'number' ? input.amount : null;

const recordOf = (press: Press, provider: Provider, now: number): MoveRecord => ({
  id: press.id,
  linkedAccount: press.linkedAccount,
  service: provider.id,
  move: press.move,
  input: JSON.stringify(press.input),
  amount: amountOf(press.input),
  state: 'sending',
  reason: null,
  failure: null,
  ids: {},
  receipt: null,
  pressedAt: instantOf(now),
  settledAt: null,
});

/**
 * By what an order can be looked up, best first: an id that the service gave it, else the reference that we gave it.
 * Empty where nothing but a callback, a message or a statement will tell.
 */
export function lookupKeysFor(record: MoveRecord, provider: Provider): { by: LookupKey; value: string }[] {
  const { ids } = record;
  const keys = [
    { by: 'request-id', value: ids['request-id'] },
    { by: 'checkout-id', value: ids['checkout-id'] },
    { by: 'reference', value: ids.reference },
    { by: 'transaction-id', value: ids['transaction-id'] },
    { by: 'own-reference', value: provider.questions.list ? ownReference(record) : undefined },
  ] as const;
  return keys.flatMap(({ by, value }) => {
    const can = by === 'own-reference' || provider.lookUp[by] !== undefined;
    return can && value !== undefined ? [{ by, value }] : [];
  });
}

function ownReference({ input }: MoveRecord): string | undefined {
  const parsed: unknown = JSON.parse(input);
  const named = typeof parsed === 'object' && parsed !== null && 'reference' in parsed ? parsed.reference : undefined;
  return typeof named === 'string' ? named : undefined;
}
