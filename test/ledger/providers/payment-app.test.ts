import { describe, expect, test } from 'vitest';
import { paymentApp } from '#ledger/providers/payment-app.ts';
import { compact, type DocumentedRequest, linkWith, made, onTheWire } from './documented.ts';

const link = linkWith({ token: '9|madeUpToken', app_id: '7', environment: 'sandbox' }, 'https://pay.shop.example/');
const bearer = { authorization: 'Bearer 9|madeUpToken' };
const json = { ...bearer, 'content-type': 'application/json' };
const app = 'https://pay.shop.example/api/pay/7';
const { lookUp, questions, moves } = paymentApp;

test.each<DocumentedRequest>([
  {
    says: 'a payment',
    made: made(moves['request-payment'], {
      phone: '0700111222',
      amount: 25000,
      reference: 'INV-77',
      description: 'Order 77',
    }),
    method: 'POST',
    url: `${app}/requestPayment`,
    headers: json,
    body: '{ "phone_number": "254700111222", "amount": 250, "reference": "INV-77", "description": "Order 77" }',
  },
  {
    says: 'sending money',
    made: made(moves['send-money'], {
      phone: '254700111222',
      amount: 120050,
      command: 'SalaryPayment',
      remarks: 'Wages',
      occasion: 'March',
    }),
    method: 'POST',
    url: `${app}/sendMoney`,
    headers: json,
    body: `{ "phone_number": "254700111222", "amount": 1200.5, "command_id": "SalaryPayment",
             "remarks": "Wages", "occasion": "March" }`,
  },
  {
    says: 'airtime',
    made: made(moves['send-airtime'], { phone: '0700111222', amount: 5000 }),
    method: 'POST',
    url: `${app}/sendAirtime`,
    headers: json,
    body: '{ "phone_number": "254700111222", "amount": 50, "currency": "KES" }',
  },
  {
    says: 'a reversal',
    made: made(moves.reverse, { transaction: '81', amount: 25000 }),
    method: 'POST',
    url: `${app}/reverseTransaction/81`,
    headers: bearer,
    body: null,
  },
  {
    says: 'a simulated payment',
    made: made(moves.simulate, { phone: '0700111222', amount: 100, reference: 'TRY1' }),
    method: 'POST',
    url: `${app}/simulateTransaction`,
    headers: json,
    body: '{ "phone_number": "254700111222", "amount": 1, "reference": "TRY1" }',
  },
  ...(
    [
      ['a transaction', made(lookUp['transaction-id'], '81'), 'transaction/81'],
      ['a transaction’s status', made(questions['transaction-status'], '81'), 'getTransactionStatus/81'],
      ['a payment request’s status', made(lookUp['request-transaction-id'], '81'), 'checkPaymentRequestStatus/81'],
      ['the first page of its list', made(questions.list, { page: 1 }), 'queryTransactions'],
      ['the third page of its list', made(questions.list, { page: 3 }), 'queryTransactions?page=3'],
      ['the provider’s list', made(questions.fetch, { page: 1 }), 'fetchTransactions'],
      ['the balance', made(questions.balance, undefined), 'checkBalance'],
      ['instructions', made(questions.instructions, { transaction: '81' }), 'getInstructions/81'],
    ] as const
  ).map(([says, make, path]) => ({
    says,
    made: make,
    method: 'GET' as const,
    url: `${app}/${path}`,
    headers: bearer,
    body: null,
  })),
])('asks for $says as documented', ({ made: make, method, url, headers, body }) => {
  const own = { ...link, baseUrl: 'https://pay.shop.example' };
  expect(onTheWire(paymentApp, own, make(own))).toEqual({ method, url, headers, body: compact(body) });
});

const input = { phone: '0700111222', amount: 100, reference: 'A', description: '' };
const taken = {
  OriginatorConversationID: '20001-30000001-1',
  ConversationID: 'AG_20260301_0000000000000001',
  ResponseCode: '0',
  ResponseDescription: 'Accept the service request successfully.',
};

test.each([
  {
    says: 'a payment request',
    body: {
      data: {
        MerchantRequestID: '40001-30000001-1',
        CheckoutRequestID: 'ws_CO_010320260915000001',
        ResponseCode: '0',
        ResponseDescription: 'Success. Request accepted for processing',
        CustomerMessage: 'Success. Request accepted for processing',
      },
      status: 'success',
      message: 'Payment request initiated',
    },
    expected: { accepted: true, ids: { 'checkout-id': 'ws_CO_010320260915000001', 'merchant-id': '40001-30000001-1' } },
  },
  {
    says: 'money sent',
    body: { data: taken, status: 'success', message: 'Money sent successfully' },
    expected: {
      accepted: true,
      ids: { 'conversation-id': 'AG_20260301_0000000000000001', 'originator-id': '20001-30000001-1' },
    },
  },
  { says: 'a reversal', body: { data: taken, status: 'success' }, expected: { accepted: true } },
  { says: 'an order without data', body: { status: 'success', message: 'Airtime sent' }, expected: { accepted: true } },
  {
    says: 'an order that the operator refused',
    body: { data: { ...taken, ResponseCode: '17' }, status: 'success' },
    expected: { accepted: false, code: '17' },
  },
  {
    says: 'an order that the platform refused',
    body: { status: 'error', message: 'Provider error' },
    expected: { accepted: false, reason: 'Provider error' },
  },
])('reads $says', ({ body, expected }) => {
  expect(moves['request-payment']?.read(body, input)).toMatchObject(expected);
});

const record = {
  id: 81,
  payer_account: '254700111222',
  payer_name: 'ACHIENG OTIENO',
  payee_account: '600999',
  payee_name: 'Shop',
  reference: 'INV-77',
  transaction_id: 'UC17KD05ZZ',
  amount: '250.00',
  currency: 'KES',
  transaction_time: '2026-03-01T09:15:00.000000Z',
  narration: 'Order 77',
  status: 'STATUS_COMPLETED',
  transaction_type: 'PAYMENT_IN',
  transaction_sub_type: 'CustomerPayBillOnline',
  payment_provider: 'MpesaKeExpress',
  app_id: 7,
  created_at: '2026-03-01T09:15:00.000000Z',
  updated_at: '2026-03-01T09:15:04.000000Z',
};

test.each([
  {
    says: 'the documented one',
    change: {},
    expected: {
      state: 'completed',
      amount: 25000,
      direction: 'in',
      receipt: 'UC17KD05ZZ',
      reference: 'INV-77',
      phone: '254700111222',
      party: 'ACHIENG OTIENO',
      shortcode: '600999',
      occurredAt: '2026-03-01T09:15:00+03:00',
      ids: { 'transaction-id': '81' },
      notes: ['zone-doubtful'],
    },
  },
  {
    says: 'one of money out: the other party is the payee',
    change: { transaction_type: 'PAYMENT_OUT' },
    expected: { direction: 'out', party: 'Shop', phone: '600999', shortcode: '254700111222' },
  },
  { says: 'one of another type', change: { transaction_type: 'FEE' }, expected: { direction: null } },
  {
    says: 'one in dollars: no amount of ours',
    change: { currency: 'USD' },
    expected: { amount: null, notes: ['other-currency', 'zone-doubtful'] },
  },
  { says: 'one that waits', change: { status: 'STATUS_PENDING' }, expected: { state: 'pending' } },
  {
    says: 'a word that its document lacks',
    change: { status: 'STATUS_SETTLED' },
    expected: { state: 'unknown', notes: ['undocumented-word', 'zone-doubtful'] },
  },
  {
    says: 'one without a time of its own',
    change: { transaction_time: undefined },
    expected: { occurredAt: '2026-03-01T09:15:00+03:00', notes: ['time-of-record', 'zone-doubtful'] },
  },
])('reads a transaction: $says', ({ change, expected }) => {
  expect(lookUp['transaction-id']?.read({ data: { ...record, ...change } }, '81')).toMatchObject(expected);
});

describe('a page of the list', () => {
  const page = (change: object) => ({ data: { current_page: 1, data: [record], per_page: 15, total: 1, ...change } });

  test.each([
    { says: 'the only page', body: page({}), asked: 1, expected: { more: false } },
    { says: 'the first of two', body: page({ total: 16 }), asked: 1, expected: { more: true } },
    { says: 'the last of two', body: page({ total: 16, current_page: 2 }), asked: 2, expected: { more: false } },
    { says: 'an empty page ends the walk', body: page({ total: 99, data: [] }), asked: 1, expected: { more: false } },
    { says: 'a plain list is all there is', body: { data: [record] }, asked: 1, expected: { more: false } },
  ])('$says', ({ body, asked, expected }) => {
    expect(questions.list?.read(body, { page: asked })).toMatchObject(expected);
  });

  test.each([
    ['a page that was not asked for', page({ current_page: 1 }), 2],
    ['no page', { data: null }, 1],
    ['a page of nothing at a time', page({ per_page: 0 }), 1],
  ])('is not %s', (_, body, asked) => {
    expect(questions.fetch?.read(body, { page: asked })).toBeNull();
  });
});

const result = {
  data: {
    ResponseCode: '0',
    ResponseDescription: 'The service request has been accepted successfully',
    MerchantRequestID: '40001-30000001-1',
    CheckoutRequestID: 'ws_CO_010320260915000001',
    ResultCode: '0',
    ResultDesc: 'The service request is processed successfully.',
  },
  status: 'success',
};

test.each([
  { says: 'a result', change: {}, expected: { state: 'completed', code: '0', amount: null } },
  { says: 'a cancellation', change: { ResultCode: '1032' }, expected: { state: 'cancelled' } },
  { says: 'only accepted', change: { ResultCode: undefined }, expected: { state: 'pending' } },
  { says: 'not accepted', change: { ResponseCode: '1' }, expected: { state: 'unknown' } },
  {
    says: 'a transaction’s own status, with its receipt',
    change: { TransactionID: 'UC17KD05ZZ', ConversationID: 'AG_1' },
    expected: { state: 'completed', receipt: 'UC17KD05ZZ' },
  },
])('reads what the operator says: $says', ({ change, expected }) => {
  const body = { ...result, data: { ...result.data, ...change } };
  expect(lookUp['request-transaction-id']?.read(body, '81')).toMatchObject(expected);
  expect(questions['transaction-status']?.read(body, '81')).toMatchObject(expected);
});

test('the balance is only accepted: its answer shows none', () => {
  expect(questions.balance?.read({ data: taken, status: 'success' }, undefined)).toMatchObject({
    accepted: true,
    code: '0',
  });
});

test('a payment is simulated in the sandbox only', () => {
  const simulated = { phone: '0700111222', amount: 100, reference: 'A' };
  expect(moves.simulate?.refuses?.(simulated, link)).toBe(false);
  expect(moves.simulate?.refuses?.(simulated, linkWith({ ...link.credentials, environment: 'production' }))).toBe(true);
});
