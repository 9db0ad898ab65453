import { describe, expect, test } from 'vitest';
import { pesaflux } from '#ledger/providers/pesaflux.ts';
import { compact, type DocumentedRequest, linkWith, made, onTheWire } from './documented.ts';

const link = linkWith({ api_key: 'qwertyuiopasdfghjklzxcvbnm', email: 'shop@owner.example' });
const json = { 'content-type': 'application/json' };

test.each<DocumentedRequest>([
  {
    says: 'an STK request',
    made: made(pesaflux.moves['request-payment'], {
      phone: '254700111222',
      amount: 4500,
      reference: '1000044',
      description: '',
    }),
    method: 'POST',
    url: 'https://api.pesaflux.co.ke/v1/initiatestk',
    headers: json,
    body: `{
      "api_key": "qwertyuiopasdfghjklzxcvbnm",
      "email": "shop@owner.example",
      "amount": "45",
      "msisdn": "254700111222",
      "reference": "1000044"
    }`,
  },
  {
    says: 'a transaction status',
    made: made(pesaflux.lookUp['request-id'], 'SOFTPID0103202609150000001'),
    method: 'POST',
    url: 'https://api.pesaflux.co.ke/v1/transactionstatus',
    headers: json,
    body: `{
      "api_key": "qwertyuiopasdfghjklzxcvbnm",
      "email": "shop@owner.example",
      "transaction_request_id": "SOFTPID0103202609150000001"
    }`,
  },
])('asks for $says as documented', ({ made: make, method, url, headers, body }) => {
  expect(onTheWire(pesaflux, link, make(link))).toEqual({ method, url, headers, body: compact(body) });
});

const read = (body: unknown) =>
  pesaflux.moves['request-payment']?.read(body, {
    phone: '0700111222',
    amount: 100,
    reference: 'A',
    description: '',
  });

describe('an STK request', () => {
  test.each([
    {
      says: 'is taken under `massage`',
      body: { success: '200', massage: 'Request sent sucessfully.', transaction_request_id: 'SOFTPID77' },
      expected: { accepted: true, ids: { 'request-id': 'SOFTPID77' }, reason: 'Request sent sucessfully.' },
    },
    {
      says: 'is refused with a sentence',
      body: { success: '400', massage: 'Invalid phone number' },
      expected: { accepted: false, code: '400', reason: 'Invalid phone number', ids: {} },
    },
    { says: 'is not taken without an id', body: { success: '200', massage: 'Fine' }, expected: { accepted: false } },
  ])('$says', ({ body, expected }) => {
    expect(read(body)).toMatchObject(expected);
  });

  test.each([null, [], 'ok', { massage: 'no success' }])('is not read from %j', (body) => {
    expect(read(body)).toBeNull();
  });
});

const status = {
  ResultCode: '200',
  ResultDesc: 'Success. Request accepted for processing',
  TransactionID: 'SOFTPID0103202609150000001',
  TransactionStatus: 'Completed',
  TransactionCode: '0',
  TransactionReceipt: 'UC17KD02ZZ',
  TransactionAmount: '45',
  Msisdn: '254700111222',
  TransactionDate: '20260301091502',
  TransactionReference: '1000044',
};

test.each([
  {
    says: 'the documented answer',
    change: {},
    expected: {
      state: 'completed',
      amount: 4500,
      receipt: 'UC17KD02ZZ',
      reference: '1000044',
      phone: '254700111222',
      occurredAt: '2026-03-01T09:15:02+03:00',
      ids: { 'request-id': 'SOFTPID0103202609150000001' },
      notes: [],
    },
  },
  {
    says: 'a date of fifteen digits, as its document prints one',
    change: { TransactionDate: '202603011091502' },
    expected: { state: 'completed', occurredAt: null, notes: ['date-unreadable'] },
  },
  { says: 'a code as a number', change: { TransactionCode: 0, ResultCode: 200 }, expected: { state: 'completed' } },
  { says: 'an amount as a number', change: { TransactionAmount: 45.5 }, expected: { amount: 4550 } },
  {
    says: 'a status that denies its code',
    change: { TransactionStatus: 'Failed' },
    expected: { state: 'unknown', notes: ['contradicts-itself'] },
  },
  {
    says: 'a question that failed',
    change: { ResultCode: '500' },
    expected: { state: 'unknown', notes: ['contradicts-itself'] },
  },
  {
    says: 'a code that its table lacks',
    change: { TransactionCode: '17', TransactionStatus: 'Queued' },
    expected: { state: 'unknown', notes: ['undocumented-word'] },
  },
  {
    says: 'the name of something every object has',
    change: { TransactionCode: 'constructor', TransactionStatus: '?' },
    expected: { state: 'unknown', notes: ['undocumented-word'] },
  },
])('reads $says', ({ change, expected }) => {
  expect(pesaflux.lookUp['request-id']?.read({ ...status, ...change }, '')).toMatchObject(expected);
});

const webhook = {
  ResponseCode: 0,
  ResponseDescription: 'Success. Request accepted for processing',
  MerchantRequestID: '1f2e-4a6b-8c7d-0011223344556677889',
  CheckoutRequestID: 'ws_CO_01032026091500000700111222',
  TransactionID: 'SOFTPID0103202609150000002',
  TransactionAmount: 45,
  TransactionReceipt: 'UC17KD02ZZ',
  TransactionDate: '20260301091502',
  TransactionReference: '1000044',
  Msisdn: '254700111222',
};
const { TransactionReceipt: _, ...failed } = {
  ...webhook,
  ResponseCode: 1032,
  ResponseDescription: 'Request cancelled by user',
};

test.each([
  {
    says: 'a success',
    body: webhook,
    expected: {
      kind: 'result',
      state: 'completed',
      amount: 4500,
      receipt: 'UC17KD02ZZ',
      reference: '1000044',
      notes: [],
    },
    reply: { status: 'success', message: 'Webhook processed' },
  },
  {
    says: 'an error, which shows no receipt',
    body: failed,
    expected: { state: 'cancelled', code: '1032', receipt: null, amount: 4500 },
    reply: { status: 'received', message: 'Failed transaction logged' },
  },
  {
    says: 'a success without a receipt',
    body: { ...failed, ResponseCode: 0 },
    expected: { state: 'unknown', notes: ['contradicts-itself'] },
    reply: { status: 'received', message: 'Failed transaction logged' },
  },
])('a webhook tells of $says and hears the documented answer', ({ body, expected, reply }) => {
  const values = pesaflux.callback?.read(body);
  expect(values).toMatchObject(expected);
  expect(JSON.parse(pesaflux.callback!.reply(values!).body)).toEqual(reply);
});

test.each([
  ['0', 'completed', 'paid'],
  ['1', 'failed', 'not-enough-money'],
  ['1032', 'cancelled', 'cancelled-on-phone'],
  ['1037', 'expired', 'nobody-answered'],
  ['1025', 'failed', 'prompt-not-sent'],
  ['9999', 'failed', 'prompt-not-sent'],
  ['2001', 'failed', 'own-keys-refused'],
  ['1019', 'expired', 'request-expired'],
  ['1001', 'failed', 'another-under-way'],
])('its code %s is %s: %s', (ResponseCode, state, means) => {
  expect(pesaflux.callback?.read({ ...webhook, ResponseCode })).toMatchObject({ state, means });
});
