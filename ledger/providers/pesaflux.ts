import { z } from 'zod';
import type { AnswerNote, CallbackValues, ProviderAnswer } from '#contract/provider-answer.ts';
import { accepted, type CodeTable, reading, refused, silent, stateOf } from './answers.ts';
import { post, type Link, type Provider } from './provider.ts';
import { noteAmount, noteInstant, present, Text, Word, writeAmount } from './values.ts';

/** Its table of response codes. 1037 is a prompt nobody answered in time. */
const codes: CodeTable = {
  '0': ['completed', 'paid'],
  '1': ['failed', 'not-enough-money'],
  '1001': ['failed', 'another-under-way'],
  '1019': ['expired', 'request-expired'],
  '1025': ['failed', 'prompt-not-sent'],
  '1032': ['cancelled', 'cancelled-on-phone'],
  '1037': ['expired', 'nobody-answered'],
  '2001': ['failed', 'own-keys-refused'],
  '9999': ['failed', 'prompt-not-sent'],
};

const Credentials = z.strictObject({ api_key: z.string().min(6).max(500), email: z.email().max(254) });

/** Every request carries the key and the login in its body, first. */
const ask = (path: string, { credentials }: Link, body: object) =>
  post(path, {}, { api_key: credentials['api_key'], email: credentials['email'], ...body });

const Status = z.object({
  ResultCode: Word,
  ResultDesc: Text,
  TransactionID: Word,
  TransactionStatus: Word,
  TransactionCode: Word,
  TransactionReceipt: Text,
  TransactionAmount: Text,
  Msisdn: Text,
  TransactionDate: Text,
  TransactionReference: Text,
});

/** `ResultCode` 200 is about the question; the payment's state is its code, and a status that says otherwise unsettles it. */
const readStatus = reading(Status, (told): ProviderAnswer => {
  const { state, notes: odd, ...said } = stateOf(codes, told.TransactionCode);
  const notes: AnswerNote[] = [...odd];
  const completed = told.TransactionStatus.toLowerCase() === 'completed';
  const agrees = told.ResultCode === '200' && completed === (state === 'completed');
  if (!agrees) notes.push('contradicts-itself');
  return {
    ...silent,
    state: agrees ? state : 'unknown',
    ...said,
    reason: told.ResultDesc,
    amount: noteAmount(told.TransactionAmount, notes),
    direction: 'in',
    receipt: told.TransactionReceipt,
    reference: told.TransactionReference,
    phone: told.Msisdn,
    occurredAt: noteInstant(told.TransactionDate, notes),
    ids: { 'request-id': told.TransactionID },
    notes,
  };
});

/** What the service answers instead when it refuses: a code and a sentence under the same misspelt names. */
const Requested = z.object({ success: Word, massage: Text, transaction_request_id: Text.optional() });

const readRequested = reading(Requested, ({ success, massage, transaction_request_id: id = null }) =>
  success === '200' && id !== null ? accepted(success, massage, { 'request-id': id }) : refused(success, massage),
);

const Webhook = z.object({
  ResponseCode: Word,
  ResponseDescription: Text,
  MerchantRequestID: Text,
  CheckoutRequestID: Text,
  TransactionID: Word,
  TransactionAmount: Text,
  TransactionReceipt: Text.optional(),
  TransactionDate: Text,
  TransactionReference: Text,
  Msisdn: Text,
});

/** A webhook is sent when a payment has ended; one that says success but shows no receipt is not believed. */
const readWebhook = reading(Webhook, (told): CallbackValues => {
  const { state, notes: odd, ...said } = stateOf(codes, told.ResponseCode);
  const notes: AnswerNote[] = [...odd];
  const receipt = told.TransactionReceipt ?? null;
  const lacking = state === 'completed' && receipt === null;
  if (lacking) notes.push('contradicts-itself');
  return {
    ...silent,
    kind: 'result',
    state: lacking ? 'unknown' : state,
    ...said,
    reason: told.ResponseDescription,
    amount: noteAmount(told.TransactionAmount, notes),
    direction: 'in',
    receipt,
    reference: told.TransactionReference,
    phone: told.Msisdn,
    occurredAt: noteInstant(told.TransactionDate, notes),
    ids: present({
      'request-id': told.TransactionID,
      'checkout-id': told.CheckoutRequestID,
      'merchant-id': told.MerchantRequestID,
    }),
    notes,
  };
});

const status = (id: string, link: Link) => ask('/transactionstatus', link, { transaction_request_id: id });

/** PesaFlux: STK requests and their status by request id. */
export const pesaflux: Provider = {
  id: 'pesaflux',
  label: 'PesaFlux',
  baseUrl: 'https://api.pesaflux.co.ke/v1',
  credentials: Credentials,
  // The login is the owner's own address and travels in every body: it is kept as little as the key.
  secrets: ['api_key', 'email'],
  spacing: 1000,
  probe: (link) => status('RISITI-CONNECTION-TEST', link),
  lookUp: { 'request-id': { request: status, read: readStatus } },
  questions: {},
  moves: {
    'request-payment': {
      request: ({ phone, amount, reference }, link) =>
        ask('/initiatestk', link, { amount: writeAmount(amount), msisdn: phone, reference }),
      read: readRequested,
    },
  },
  callback: {
    read: readWebhook,
    reply: ({ state }) => ({
      body: JSON.stringify(
        state === 'completed'
          ? { status: 'success', message: 'Webhook processed' }
          : { status: 'received', message: 'Failed transaction logged' },
      ),
    }),
  },
};
