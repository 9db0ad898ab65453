import type { z } from 'zod';
import type { Acceptance, CodeMeaning, PaymentState, ProviderAnswer, ProviderIds } from '#contract/provider-answer.ts';

/** An answer that says nothing yet: what an adapter fills in. */
export const silent: ProviderAnswer = {
  state: 'unknown',
  code: null,
  means: null,
  reason: null,
  amount: null,
  direction: null,
  receipt: null,
  reference: null,
  phone: null,
  party: null,
  shortcode: null,
  occurredAt: null,
  ids: {},
  notes: [],
};

/** A reader that parses an answer at the door: null where the shape is not the documented one. */
export const reading =
  <S extends z.ZodType, V>(schema: S, value: (data: z.output<S>) => V) =>
  (body: unknown): V | null => {
    const parsed = schema.safeParse(body);
    return parsed.success ? value(parsed.data) : null;
  };

/** A service's codes or words as its document lists them: the state that each is, and what it means where that is said. */
export type CodeTable = Readonly<Record<string, readonly [state: PaymentState, means: CodeMeaning | null]>>;

/** The state behind a code of a service's table; a code that the table lacks is `unknown`, and noted. */
export function stateOf(table: CodeTable, code: string): Pick<ProviderAnswer, 'state' | 'code' | 'means' | 'notes'> {
  const [state, means] = (Object.hasOwn(table, code) && table[code]) || (['unknown', null] as const);
  return { state, code, means, notes: state === 'unknown' ? ['undocumented-word'] : [] };
}

/** An order that was taken. */
export const accepted = (code: string | null, reason: string | null, ids: ProviderIds): Acceptance => ({
  accepted: true,
  code,
  reason,
  ids,
});

/** An order that was refused in so many words. */
export const refused = (code: string | null, reason: string | null, ids: ProviderIds = {}): Acceptance => ({
  accepted: false,
  code,
  reason,
  ids,
});
