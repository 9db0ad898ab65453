import { z } from 'zod';
import type { AnswerNote, CallbackValues } from '#contract/provider-answer.ts';
import { accepted, type CodeTable, reading, refused, silent } from './answers.ts';
import { jsonHeaders, post, type Link, type Provider, type ProviderRequest } from './provider.ts';
import { acknowledged, readStkCallback } from './stk-callback.ts';
import { amountNumber, internationalPhone, noteAmount, noteInstant, present, Text, Word } from './values.ts';

const codes: CodeTable = {
  '0': ['completed', 'paid'],
  '1': ['failed', 'not-enough-money'],
  '1032': ['cancelled', 'cancelled-on-phone'],
  '1037': ['expired', 'nobody-answered'],
  '2001': ['failed', 'own-keys-refused'],
};

/** Its document asks for "OAuth 2.0" and prints no credentials: a client's id and secret go as OAuth has them, if there are any. */
const Credentials = z.strictObject({
  client_id: z.string().max(500).default(''),
  client_secret: z.string().max(500).default(''),
});

const TOKEN_LIFE = 60 * 60 * 1000;

function tokenRequest({ credentials }: Link): ProviderRequest {
  const { client_id: id = '', client_secret: secret = '' } = credentials;
  const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
  const headers = id === '' ? {} : { authorization: `Basic ${basic}` };
  return { method: 'POST', path: '/api/generate_token.php', headers, body: null };
}

const Token = z.object({ success: z.literal(true), token: z.string().min(1).max(8192) });

const bearer = (token: string | null) => ({ authorization: `Bearer ${token ?? ''}` });

const Pushed = z.object({
  status: Word,
  response: z.object({
    MerchantRequestID: Text,
    CheckoutRequestID: Text,
    ResponseCode: Word,
    ResponseDescription: Text,
  }),
});

const readPushed = reading(Pushed, ({ status, response }) => {
  const { ResponseCode: code, ResponseDescription: words, CheckoutRequestID, MerchantRequestID } = response;
  const ids = present({ 'checkout-id': CheckoutRequestID, 'merchant-id': MerchantRequestID });
  return status === '200' && code === '0' ? accepted(code, words, ids) : refused(code, words, ids);
});

/** Only that it answers at all is documented. */
const Registered = z.looseObject({
  success: z.boolean().optional(),
  status: Text.optional(),
  message: Text.optional(),
});

const readRegistered = reading(Registered, ({ success, status, message = null }) =>
  success === true || status === '200' ? accepted(status ?? null, message, {}) : refused(status ?? null, message),
);

const C2b = z.object({
  TransactionType: Text,
  TransID: Word,
  TransTime: Text.optional(),
  TransAmount: Word,
  BusinessShortCode: Word,
  BillRefNumber: Text,
  OrgAccountBalance: z.string().optional(),
  MSISDN: Text,
  FirstName: Text,
  MiddleName: Text.optional(),
  LastName: Text.optional(),
});

/**
 * A payment made from the customer's own menu. Safaricom asks before with the same body and a blank
 * `OrgAccountBalance`: that is a validation, and no payment yet.
 */
const readC2b = reading(C2b, (told): CallbackValues => {
  const notes: AnswerNote[] = [];
  const asks = told.OrgAccountBalance !== undefined && told.OrgAccountBalance.trim() === '';
  const names = [told.FirstName, told.MiddleName, told.LastName].filter((name) => name);
  return {
    ...silent,
    kind: asks ? 'c2b-validation' : 'c2b-confirmation',
    state: asks ? 'pending' : 'completed',
    code: told.TransactionType,
    amount: noteAmount(told.TransAmount, notes),
    direction: 'in',
    receipt: told.TransID,
    reference: told.BillRefNumber,
    phone: told.MSISDN,
    party: names.length === 0 ? null : names.join(' '),
    shortcode: told.BusinessShortCode,
    occurredAt: noteInstant(told.TransTime ?? null, notes),
    notes,
  };
});

const readResult = readStkCallback(codes);

/** A Daraja platform at the owner's own address: a token for an hour, STK requests, and payments to a paybill or till. */
export const darajaPlatform: Provider = {
  id: 'daraja-platform',
  label: 'Daraja platform',
  baseUrl: null,
  credentials: Credentials,
  secrets: ['client_id', 'client_secret'],
  spacing: 1000,
  token: {
    life: TOKEN_LIFE,
    request: (_, link) => tokenRequest(link),
    read: reading(Token, ({ token }) => token),
  },
  probe: tokenRequest,
  lookUp: {},
  questions: {},
  moves: {
    'request-payment': {
      request: ({ phone, amount, reference, description }, _, token) =>
        post('/api/stk_push.php', bearer(token), {
          phone: internationalPhone(phone),
          amount: amountNumber(amount),
          reference,
          description,
        }),
      read: readPushed,
    },
  },
  registerCallbacks: {
    // Its document prints no parameters: the addresses are set at the platform.
    request: (_, __, token) => ({
      method: 'POST',
      path: '/api/c2b_register.php',
      headers: { ...bearer(token), ...jsonHeaders },
      body: null,
    }),
    read: readRegistered,
  },
  callback: {
    read: (body) => readC2b(body) ?? readResult(body),
    reply: () => ({ body: acknowledged }),
  },
};
