import { z } from 'zod';
import type { ProviderAnswer } from '#contract/provider-answer.ts';
import { accepted, type CodeTable, reading, refused, silent, stateOf } from './answers.ts';
import { post, type Link, type Provider } from './provider.ts';
import { acknowledged, readStkCallback } from './stk-callback.ts';
import { amountNumber, internationalPhone, present, Text, Word } from './values.ts';

const codes: CodeTable = {
  '0': ['completed', 'paid'],
  '1': ['failed', 'not-enough-money'],
  '1032': ['cancelled', 'cancelled-on-phone'],
  '1037': ['expired', 'nobody-answered'],
  '2001': ['failed', 'wrong-pin'],
};

const Credentials = z.strictObject({ api_key: z.string().min(6).max(500) });

const ask = (path: string, { credentials }: Link, body: object) =>
  post(path, { 'x-api-key': credentials['api_key'] ?? '' }, body);

const Refusal = z.object({ success: z.literal(false), message: Text.optional() });

const Pushed = z.union([
  Refusal,
  z.object({
    success: z.literal(true),
    data: z.object({
      MerchantRequestID: Text,
      CheckoutRequestID: Word,
      ResponseCode: Word,
      ResponseDescription: Text,
    }),
  }),
]);

const readPushed = reading(Pushed, (told) => {
  if (!told.success) return refused(null, told.message ?? null);
  const { ResponseCode: code, ResponseDescription: words, CheckoutRequestID, MerchantRequestID } = told.data;
  const ids = present({ 'checkout-id': CheckoutRequestID, 'merchant-id': MerchantRequestID });
  return code === '0' ? accepted(code, words, ids) : refused(code, words, ids);
});

const Status = z.object({
  success: z.literal(true),
  data: z.object({ ResponseCode: Word, CheckoutRequestID: Word, ResultCode: Word, ResultDesc: Text }),
});

/** Tells neither amount nor receipt, so that it can never confirm by itself. */
const readStatus = reading(Status, ({ data }): ProviderAnswer => ({
  ...silent,
  // A ResponseCode other than 0 means that the question failed: then its ResultCode says nothing of the payment.
  ...(data.ResponseCode === '0' ? stateOf(codes, data.ResultCode) : { code: data.ResponseCode }),
  reason: data.ResultDesc,
  direction: 'in',
  ids: { 'checkout-id': data.CheckoutRequestID },
}));

const status = (id: string, link: Link) => ask('/check-status', link, { checkoutRequestId: id });

/** Pexmon: STK requests and their status by checkout id. */
export const pexmon: Provider = {
  id: 'pexmon',
  label: 'Pexmon',
  baseUrl: 'https://api.pexmon.one/api/mpesa',
  credentials: Credentials,
  secrets: ['api_key'],
  spacing: 1000,
  probe: (link) => status('ws_CO_RISITI_CONNECTION_TEST', link),
  lookUp: { 'checkout-id': { request: status, read: readStatus } },
  questions: {},
  moves: {
    'request-payment': {
      request: ({ phone, amount, reference }, link) =>
        ask('/stkPush', link, {
          amount: amountNumber(amount),
          phoneNumber: internationalPhone(phone),
          accountId: reference,
        }),
      read: readPushed,
    },
  },
  callback: { read: readStkCallback(codes), reply: () => ({ body: acknowledged }) },
};
