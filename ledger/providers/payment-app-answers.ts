import { z } from 'zod';
import type { AnswerNote, ProviderAnswer } from '#contract/provider-answer.ts';
import { type CodeTable, reading, silent, stateOf } from './answers.ts';
import type { Link, ListPage } from './provider.ts';
import { noteAmount, noteInstant, present, Text, Word } from './values.ts';

/** `/api/pay/7/…` of the linked payment app. */
export const appPath = ({ credentials }: Link, rest: string): string => `/api/pay/${credentials['app_id']}/${rest}`;

/** The owner's token. */
export const bearer = ({ credentials }: Link): { readonly authorization: string } => ({
  authorization: `Bearer ${credentials['token'] ?? ''}`,
});

/** Only `STATUS_COMPLETED` is printed in the document; the others say plainly what they are and confirm nothing. */
const statuses: CodeTable = {
  STATUS_COMPLETED: ['completed', 'paid'],
  STATUS_PENDING: ['pending', null],
  STATUS_FAILED: ['failed', null],
  STATUS_CANCELLED: ['cancelled', null],
  STATUS_EXPIRED: ['expired', null],
};

const directions: Readonly<Record<string, 'in' | 'out'>> = { PAYMENT_IN: 'in', PAYMENT_OUT: 'out' };

const Transaction = z.object({
  id: Word,
  payer_account: Text,
  payer_name: Text,
  payee_account: Text,
  payee_name: Text,
  reference: Text,
  transaction_id: Text,
  amount: Text,
  currency: Text,
  transaction_time: Text,
  narration: Text,
  status: Word,
  transaction_type: Text,
  created_at: Text,
});

/** One record of the platform, with the other party as its party. */
function answerOf(told: z.output<typeof Transaction>): ProviderAnswer {
  const { state, notes: odd, ...said } = stateOf(statuses, told.status);
  const notes: AnswerNote[] = [...odd];
  const foreign = told.currency !== null && told.currency !== 'KES';
  if (foreign) notes.push('other-currency');
  const direction = directions[told.transaction_type ?? ''] ?? null;
  const out = direction === 'out';
  if (told.transaction_time === null && told.created_at !== null) notes.push('time-of-record');
  return {
    ...silent,
    state,
    ...said,
    reason: told.narration,
    amount: foreign ? null : noteAmount(told.amount, notes),
    direction,
    receipt: told.transaction_id,
    reference: told.reference,
    phone: out ? told.payee_account : told.payer_account,
    party: out ? told.payee_name : told.payer_name,
    shortcode: out ? told.payer_account : told.payee_account,
    occurredAt: noteInstant(told.transaction_time ?? told.created_at, notes),
    ids: { 'transaction-id': told.id },
    notes,
  };
}

/** A transaction by its id. */
export const readOne = reading(z.object({ data: Transaction }), ({ data }) => answerOf(data));

/** A page as `queryTransactions` prints it. */
const Page = z.object({
  current_page: z.number().int().positive(),
  data: z.array(Transaction),
  per_page: z.number().int().positive(),
  total: z.number().int().nonnegative(),
});

/** `fetchTransactions` prints no answer: the same page, or a plain list, is read; anything else is undocumented. */
export const ListAnswer = z.object({ data: z.union([Page, z.array(Transaction)]) });

/** A page of the list. A page other than the one asked for is not read: walking on from it would never end. */
export const readList =
  (schema: typeof ListAnswer, page: number) =>
  (body: unknown): ListPage | null => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) return null;
    const { data } = parsed.data;
    if (Array.isArray(data)) return { answers: data.map(answerOf), more: false };
    if (data.current_page !== page) return null;
    return { answers: data.data.map(answerOf), more: data.data.length > 0 && page * data.per_page < data.total };
  };

/** Its document prints 0 alone. The others are the operator's, as the documents of two other services have them. */
const codes: CodeTable = {
  '0': ['completed', 'paid'],
  '1': ['failed', null],
  '1032': ['cancelled', null],
  '1037': ['expired', null],
  '2001': ['failed', null],
};

const Result = z.object({
  status: Word,
  data: z.object({
    ResponseCode: Word,
    ResponseDescription: Text,
    MerchantRequestID: Text,
    CheckoutRequestID: Text,
    ConversationID: Text,
    OriginatorConversationID: Text,
    TransactionID: Text,
    ResultCode: Text,
    ResultDesc: Text,
  }),
});

/** What the operator answered the platform. It tells no amount; without a `ResultCode` it is only accepted. */
export const readResult = reading(Result, ({ status, data }): ProviderAnswer => {
  const final = status === 'success' && data.ResponseCode === '0';
  const said = final && data.ResultCode !== null ? stateOf(codes, data.ResultCode) : null;
  return {
    ...silent,
    ...(said ?? { state: final ? 'pending' : 'unknown', code: data.ResponseCode }),
    reason: data.ResultDesc ?? data.ResponseDescription,
    receipt: data.TransactionID,
    ids: present({
      'checkout-id': data.CheckoutRequestID,
      'merchant-id': data.MerchantRequestID,
      'conversation-id': data.ConversationID,
      'originator-id': data.OriginatorConversationID,
    }),
  };
});
