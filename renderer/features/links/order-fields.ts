import type { Move } from '#contract/provider.ts';
import { type Order, phoneOf, phonesOf } from '#renderer/components/services/order.ts';
import { centsOf } from '#renderer/lib/typed-amount.ts';

export type OrderField =
  | 'phone'
  | 'phones'
  | 'amount'
  | 'reference'
  | 'description'
  | 'command'
  | 'remarks'
  | 'occasion'
  | 'transaction'
  | 'text';
/** What a person has typed so far. */
export type Filled = Readonly<Partial<Record<OrderField, string>>>;

const fields: Record<Move, readonly OrderField[]> = {
  'request-payment': ['phone', 'amount', 'reference', 'description'],
  'send-money': ['phone', 'amount', 'command', 'remarks', 'occasion'],
  'send-airtime': ['phone', 'amount'],
  reverse: ['transaction', 'amount'],
  'send-sms': ['phone', 'text'],
  'send-bulk-sms': ['phones', 'text'],
  simulate: ['phone', 'amount', 'reference'],
};

/** What is asked for an order, in the order in which it is asked. */
export const fieldsOf = (move: Move): readonly OrderField[] => fields[move];

/** What a typed field means; undefined where it means nothing that can be ordered. */
const read: Record<OrderField, (typed: string) => unknown> = {
  phone: (typed) => phoneOf(typed) ?? undefined,
  phones: (typed) => phonesOf(typed) ?? undefined,
  amount: (typed) => amountOf(typed) ?? undefined,
  reference: (typed) => typed || undefined,
  description: (typed) => typed,
  command: (typed) => typed || 'BusinessPayment',
  remarks: (typed) => typed,
  occasion: (typed) => typed,
  transaction: (typed) => (/^\d{1,18}$/.test(typed) ? typed : undefined),
  text: (typed) => typed || undefined,
};

/** From one shilling to a million. */
function amountOf(typed: string): number | null {
  const cents = centsOf(typed);
  return cents !== null && cents >= 100 && cents <= 100_000_000 ? cents : null;
}

export type Made = { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly amiss: OrderField };

/** The order that was typed, or the first field that does not say what it must. */
export function orderOf(move: Move, filled: Filled): Made {
  const typed = (field: OrderField) => (fieldsOf(move).includes(field) ? (filled[field] ?? '').trim() : '');
  const input: Record<string, unknown> = {};
  for (const field of fieldsOf(move)) {
    const value = read[field](typed(field));
    if (value === undefined) return { ok: false, amiss: field };
    input[field] = value;
  }
  const phone = phoneOf(typed('phone'));
  const who = phone !== null ? [phone] : (phonesOf(typed('phones')) ?? [typed('transaction')]);
  return { ok: true, order: { move, input, amount: amountOf(typed('amount')), who, text: typed('text') || null } };
}

/** What was confirmed on the screen, field by field, but for the amount, which is shown as money. */
export function typedOf(input: string): [OrderField, string][] {
  const confirmed: Record<string, unknown> = JSON.parse(input);
  const asked = new Set(Object.values(fields).flat());
  return [...asked].flatMap((field): [OrderField, string][] => {
    const value = confirmed[field];
    const words = Array.isArray(value) ? value.join(', ') : value;
    return typeof words === 'string' && words !== '' ? [[field, words]] : [];
  });
}
