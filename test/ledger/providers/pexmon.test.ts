import { expect, test } from 'vitest';
import { pexmon } from '#ledger/providers/pexmon.ts';
import { compact, type DocumentedRequest, linkWith, made, onTheWire } from './documented.ts';

const link = linkWith({ api_key: 'pex_0123456789' });
const headers = { 'content-type': 'application/json', 'x-api-key': 'pex_0123456789' };
const checkout = 'ws_CO_010320260915000001';

test.each<DocumentedRequest>([
  {
    says: 'an STK push',
    made: made(pexmon.moves['request-payment'], {
      phone: '0700111222',
      amount: 25000,
      reference: 'ACC77',
      description: '',
    }),
    method: 'POST',
    url: 'https://api.pexmon.one/api/mpesa/stkPush',
    headers,
    body: '{ "amount": 250, "phoneNumber": "254700111222", "accountId": "ACC77" }',
  },
  {
    says: 'a status',
    made: made(pexmon.lookUp['checkout-id'], checkout),
    method: 'POST',
    url: 'https://api.pexmon.one/api/mpesa/check-status',
    headers,
    body: `{ "checkoutRequestId": "${checkout}" }`,
  },
])('asks for $says as documented', ({ made: make, method, url, headers: wanted, body }) => {
  expect(onTheWire(pexmon, link, make(link))).toEqual({ method, url, headers: wanted, body: compact(body) });
});

const pushed = {
  success: true,
  message: 'STK push initiated successfully',
  data: {
    MerchantRequestID: '40001-30000001-1',
    CheckoutRequestID: checkout,
    ResponseCode: '0',
    ResponseDescription: 'Success. Request accepted for processing',
  },
};

test.each([
  {
    says: 'taken',
    body: pushed,
    expected: { accepted: true, code: '0', ids: { 'checkout-id': checkout, 'merchant-id': '40001-30000001-1' } },
  },
  {
    says: 'refused by the operator',
    body: { ...pushed, data: { ...pushed.data, ResponseCode: '1' } },
    expected: { accepted: false, code: '1' },
  },
  {
    says: 'refused by the service',
    body: { success: false, message: 'Invalid amount' },
    expected: { accepted: false, reason: 'Invalid amount' },
  },
])('reads a push that is $says', ({ body, expected }) => {
  const input = { phone: '0700111222', amount: 100, reference: 'A', description: '' };
  expect(pexmon.moves['request-payment']?.read(body, input)).toMatchObject(expected);
});

const status = {
  success: true,
  message: 'Transaction status retrieved successfully',
  data: {
    ResponseCode: '0',
    CheckoutRequestID: checkout,
    ResultCode: '0',
    ResultDesc: 'The service request is processed successfully.',
  },
};

test.each([
  ['0', 'completed', 'paid'],
  ['1', 'failed', 'not-enough-money'],
  ['1032', 'cancelled', 'cancelled-on-phone'],
  ['1037', 'expired', 'nobody-answered'],
  ['2001', 'failed', 'wrong-pin'],
  ['4999', 'unknown', null],
])('a status of %s is %s (%s), and tells no amount', (ResultCode, state, means) => {
  const read = pexmon.lookUp['checkout-id']?.read({ ...status, data: { ...status.data, ResultCode } }, checkout);
  expect(read).toMatchObject({ state, means, amount: null, receipt: null, ids: { 'checkout-id': checkout } });
});

test('a question that the operator did not take says nothing of the payment', () => {
  const body = { ...status, data: { ...status.data, ResponseCode: '1' } };
  expect(pexmon.lookUp['checkout-id']?.read(body, checkout)).toMatchObject({ state: 'unknown', code: '1' });
});

const callback = (result: object) => ({
  Body: { stkCallback: { MerchantRequestID: '2001-70000001-1', CheckoutRequestID: checkout, ...result } },
});
const paid = [
  { Name: 'Amount', Value: 25 },
  { Name: 'MpesaReceiptNumber', Value: 'UC17KD03ZZ' },
  { Name: 'Balance' },
  { Name: 'TransactionDate', Value: 20260301091502 },
  { Name: 'PhoneNumber', Value: 254700111222 },
];

test.each([
  {
    says: 'a payment',
    body: callback({
      ResultCode: 0,
      ResultDesc: 'The service request is processed successfully.',
      CallbackMetadata: { Item: paid },
    }),
    expected: {
      kind: 'result',
      state: 'completed',
      amount: 2500,
      receipt: 'UC17KD03ZZ',
      phone: '254700111222',
      occurredAt: '2026-03-01T09:15:02+03:00',
      ids: { 'checkout-id': checkout, 'merchant-id': '2001-70000001-1' },
      notes: [],
    },
  },
  {
    says: 'a payment, its items in another order',
    body: callback({ ResultCode: '0', ResultDesc: 'Fine', CallbackMetadata: { Item: paid.toReversed() } }),
    expected: { state: 'completed', amount: 2500, receipt: 'UC17KD03ZZ' },
  },
  {
    says: 'a cancellation, without items',
    body: callback({ ResultCode: 1032, ResultDesc: 'Request cancelled by user' }),
    expected: { state: 'cancelled', amount: null, receipt: null, reason: 'Request cancelled by user' },
  },
  {
    says: 'a success without a receipt',
    body: callback({ ResultCode: 0, ResultDesc: 'Fine', CallbackMetadata: { Item: paid.slice(0, 1) } }),
    expected: { state: 'unknown', amount: 2500, notes: ['contradicts-itself'] },
  },
])('a callback tells of $says', ({ body, expected }) => {
  const values = pexmon.callback?.read(body);
  expect(values).toMatchObject(expected);
  expect(JSON.parse(pexmon.callback!.reply(values!).body)).toEqual({ ResultCode: 0, ResultDesc: 'Accepted' });
});

test.each([null, {}, { Body: {} }, { Body: { stkCallback: { ResultCode: 0 } } }])('%j is no callback', (body) => {
  expect(pexmon.callback?.read(body)).toBeNull();
});
