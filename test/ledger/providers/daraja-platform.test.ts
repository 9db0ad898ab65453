import { expect, test } from 'vitest';
import { darajaPlatform } from '#ledger/providers/daraja-platform.ts';
import { compact, type DocumentedRequest, linkWith, made, onTheWire } from './documented.ts';

const link = linkWith({ client_id: '', client_secret: '' }, 'https://pay.shop.example');
const TOKEN = 'eyJ0.made.up';

test.each<DocumentedRequest>([
  {
    says: 'a token',
    made: made(darajaPlatform.token, undefined),
    method: 'POST',
    url: 'https://pay.shop.example/api/generate_token.php',
    headers: {},
    body: null,
  },
  {
    says: 'an STK push',
    made: made(
      darajaPlatform.moves['request-payment'],
      { phone: '0700111222', amount: 25000, reference: 'INV77', description: 'Sugar' },
      TOKEN,
    ),
    method: 'POST',
    url: 'https://pay.shop.example/api/stk_push.php',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: '{ "phone": "254700111222", "amount": 250, "reference": "INV77", "description": "Sugar" }',
  },
  {
    says: 'the registration of addresses',
    made: made(darajaPlatform.registerCallbacks, undefined, TOKEN),
    method: 'POST',
    url: 'https://pay.shop.example/api/c2b_register.php',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: null,
  },
])('asks for $says as documented', ({ made: make, method, url, headers, body }) => {
  expect(onTheWire(darajaPlatform, link, make(link))).toEqual({ method, url, headers, body: compact(body) });
});

test('a client’s id and secret go as OAuth 2.0 has them', () => {
  const request = made(darajaPlatform.token, undefined)(linkWith({ client_id: 'a:b', client_secret: 'c d' }));
  expect(request.headers).toEqual({ authorization: `Basic ${Buffer.from('a%3Ab:c%20d').toString('base64')}` });
});

test.each([
  [{ success: true, token: TOKEN }, TOKEN],
  [{ success: false, token: TOKEN }, null],
  [{ success: true, token: '' }, null],
  [{ success: true }, null],
])('reads the token from %j', (body, expected) => {
  expect(darajaPlatform.token?.read(body, undefined)).toBe(expected);
});

const pushed = {
  status: 200,
  response: {
    MerchantRequestID: '40001-30000001-1',
    CheckoutRequestID: 'ws_CO_010320260915000001',
    ResponseCode: '0',
    ResponseDescription: 'Success. Request accepted for processing',
    CustomerMessage: 'Success. Request accepted for processing',
  },
};

test.each([
  { says: 'taken', body: pushed, expected: { accepted: true, ids: { 'checkout-id': 'ws_CO_010320260915000001' } } },
  { says: 'a bad request', body: { ...pushed, status: 400 }, expected: { accepted: false } },
  {
    says: 'refused by the operator',
    body: { ...pushed, response: { ...pushed.response, ResponseCode: '2001' } },
    expected: { accepted: false, code: '2001' },
  },
])('reads a push that is $says', ({ body, expected }) => {
  const input = { phone: '0700111222', amount: 100, reference: 'A', description: '' };
  expect(darajaPlatform.moves['request-payment']?.read(body, input)).toMatchObject(expected);
});

const confirmation = {
  TransactionType: 'Pay Bill',
  TransID: 'UC17KD04ZZ',
  TransAmount: '2750.00',
  BusinessShortCode: '600999',
  BillRefNumber: 'shop-12',
  MSISDN: '254700111222',
  FirstName: 'Achieng',
};

test.each([
  {
    says: 'a confirmation as documented',
    body: confirmation,
    expected: {
      kind: 'c2b-confirmation',
      state: 'completed',
      amount: 275000,
      receipt: 'UC17KD04ZZ',
      reference: 'shop-12',
      phone: '254700111222',
      party: 'Achieng',
      shortcode: '600999',
      occurredAt: null,
      notes: [],
    },
  },
  {
    says: 'a confirmation with all that Safaricom adds',
    body: {
      ...confirmation,
      TransTime: '20260301091502',
      OrgAccountBalance: '81200.00',
      MiddleName: '',
      LastName: 'Otieno',
    },
    expected: { kind: 'c2b-confirmation', party: 'Achieng Otieno', occurredAt: '2026-03-01T09:15:02+03:00' },
  },
  {
    says: 'a validation, which is no payment',
    body: { ...confirmation, OrgAccountBalance: '' },
    expected: { kind: 'c2b-validation', state: 'pending' },
  },
  {
    says: 'the result of a push',
    body: {
      Body: {
        stkCallback: { MerchantRequestID: '1', CheckoutRequestID: 'ws_CO_9', ResultCode: 1037, ResultDesc: 'Timeout' },
      },
    },
    expected: { kind: 'result', state: 'expired', ids: { 'checkout-id': 'ws_CO_9', 'merchant-id': '1' } },
  },
])('a callback tells of $says and is acknowledged', ({ body, expected }) => {
  const values = darajaPlatform.callback?.read(body);
  expect(values).toMatchObject(expected);
  expect(JSON.parse(darajaPlatform.callback!.reply(values!).body)).toEqual({ ResultCode: 0, ResultDesc: 'Accepted' });
});

test.each([
  ['0', 'unknown', 'paid'], // a success that shows no receipt
  ['1', 'failed', 'not-enough-money'],
  ['1032', 'cancelled', 'cancelled-on-phone'],
  ['1037', 'expired', 'nobody-answered'],
  ['2001', 'failed', 'own-keys-refused'],
])('its code %s without a receipt is %s (%s)', (ResultCode, state, means) => {
  const body = { Body: { stkCallback: { CheckoutRequestID: 'ws_CO_9', ResultCode, ResultDesc: null } } };
  expect(darajaPlatform.callback?.read(body)).toMatchObject({ state, means });
});
