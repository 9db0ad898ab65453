import type { z } from 'zod';
import type { Acceptance, PaymentState, ProviderAnswer, ProviderIds } from '#contract/provider-answer.ts';

/** An answer that says nothing yet: what an adapter fills in. */
export const silent: ProviderAnswer = {
  state: 'unknown',
  code: null,
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

/** The state behind a code of a service's table; a code that the table lacks is `unknown`, and noted. */
export function stateOf(
  table: Readonly<Record<string, PaymentState>>,
  code: string,
): Pick<ProviderAnswer, 'state' | 'code' | 'notes'> {
  const state = Object.hasOwn(table, code) ? table[code]! : null;
  return state === null ? { state: 'unknown', code, notes: ['undocumented-word'] } : { state, code, notes: [] };
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
