import { z } from 'zod';
import { accepted, reading, refused } from './answers.ts';
import { htmlToText } from './html-text.ts';
import { appPath, bearer, ListAnswer, readList, readOne, readResult } from './payment-app-answers.ts';
import { get, post, type Operation, type Provider } from './provider.ts';
import { amountNumber, internationalPhone, present, Text, Word } from './values.ts';
import type { Acceptance, ProviderAnswer } from '#contract/provider-answer.ts';
import type { ListPage } from './provider.ts';

const Credentials = z.strictObject({
  token: z.string().min(6).max(4000),
  app_id: z.string().regex(/^\d{1,18}$/),
  environment: z.enum(['production', 'sandbox']),
});

const Order = z.object({
  status: Word,
  message: Text.optional(),
  data: z
    .object({
      ResponseCode: Text.optional(),
      ResponseDescription: Text.optional(),
      CheckoutRequestID: Text.optional(),
      MerchantRequestID: Text.optional(),
      ConversationID: Text.optional(),
      OriginatorConversationID: Text.optional(),
    })
    .nullish(),
});

/** `ResponseCode` 0 is *accepted*. Airtime and simulation print no answer in the document: `status` alone then decides. */
const readOrder = reading(Order, ({ status, message = null, data }): Acceptance => {
  const code = data?.ResponseCode ?? null;
  const words = data?.ResponseDescription ?? message;
  const ids = present({
    'checkout-id': data?.CheckoutRequestID ?? null,
    'merchant-id': data?.MerchantRequestID ?? null,
    'conversation-id': data?.ConversationID ?? null,
    'originator-id': data?.OriginatorConversationID ?? null,
  });
  const taken = status === 'success' && (code === null || code === '0');
  return taken ? accepted(code ?? status, words, ids) : refused(code ?? status, words, ids);
});

const order = <I>(path: (input: I) => string, body: (input: I) => object | null): Operation<I, Acceptance> => ({
  request: (input, link) => {
    const filled = body(input);
    const request = post(appPath(link, path(input)), bearer(link), filled);
    return filled === null ? { ...request, headers: bearer(link), body: null } : request;
  },
  read: readOrder,
});

const ask = (name: string, read: (body: unknown) => ProviderAnswer | null): Operation<string, ProviderAnswer> => ({
  request: (id, link) => get(appPath(link, `${name}/${encodeURIComponent(id)}`), bearer(link)),
  read,
});

const pages = (name: string): Operation<{ readonly page: number }, ListPage> => ({
  // The first page is asked for as documented; the others by the number that the answer itself counts in.
  request: ({ page }, link) => get(appPath(link, page === 1 ? name : `${name}?page=${page}`), bearer(link)),
  read: (body, { page }) => readList(ListAnswer, page)(body),
});

/** The payment-app platform at the owner's own address ("Salami" ids). */
export const paymentApp: Provider = {
  id: 'payment-app',
  label: 'Payment app',
  baseUrl: null,
  credentials: Credentials,
  secrets: ['token'],
  spacing: 1000,
  probe: (link) => get(appPath(link, 'queryTransactions'), bearer(link)),
  lookUp: {
    'transaction-id': ask('transaction', readOne),
    'request-transaction-id': ask('checkPaymentRequestStatus', readResult),
  },
  questions: {
    list: pages('queryTransactions'),
    fetch: pages('fetchTransactions'),
    'transaction-status': ask('getTransactionStatus', readResult),
    balance: { request: (_, link) => get(appPath(link, 'checkBalance'), bearer(link)), read: readOrder },
    instructions: {
      reads: 'html',
      request: ({ transaction }, link) =>
        get(appPath(link, `getInstructions/${encodeURIComponent(transaction)}`), bearer(link)),
      read: (body) => (typeof body === 'string' ? htmlToText(body) : null),
    },
  },
  moves: {
    'request-payment': order(
      () => 'requestPayment',
      ({ phone, amount, reference, description }) => ({
        phone_number: internationalPhone(phone),
        amount: amountNumber(amount),
        reference,
        ...(description === '' ? {} : { description }),
      }),
    ),
    'send-money': order(
      () => 'sendMoney',
      ({ phone, amount, command, remarks, occasion }) => ({
        phone_number: internationalPhone(phone),
        amount: amountNumber(amount),
        command_id: command,
        ...(remarks === '' ? {} : { remarks }),
        ...(occasion === '' ? {} : { occasion }),
      }),
    ),
    'send-airtime': order(
      () => 'sendAirtime',
      ({ phone, amount }) => ({
        phone_number: internationalPhone(phone),
        amount: amountNumber(amount),
        currency: 'KES',
      }),
    ),
    reverse: order(
      ({ transaction }) => `reverseTransaction/${transaction}`,
      () => null,
    ),
    simulate: {
      ...order(
        () => 'simulateTransaction',
        ({ phone, amount, reference }) => ({
          phone_number: internationalPhone(phone),
          amount: amountNumber(amount),
          reference,
        }),
      ),
      refuses: (_, { credentials }) => credentials['environment'] !== 'sandbox',
    },
  },
};
