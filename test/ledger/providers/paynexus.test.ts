import { expect, test } from 'vitest';
import { payNexusTakes, paynexus } from '#ledger/providers/paynexus.ts';
import { compact, type DocumentedRequest, linkWith, made, onTheWire } from './documented.ts';

const credentials = { secret_key: 'sk_made_up_secret', public_key: 'pk_made_up_public', environment: 'production' };
const link = linkWith(credentials);
const json = { 'content-type': 'application/json' };
const withPublic = { 'x-api-key': 'pk_made_up_public' };
const order = { phone: '0700111222', amount: 10000, reference: 'A', description: 'Order 77' };

test.each<DocumentedRequest>([
  {
    says: 'a payment, with the secret key',
    made: made(paynexus.moves['request-payment'], order),
    method: 'POST',
    url: 'https://paynexus.co.ke/api/mpesa/payment/initiate',
    headers: { ...json, 'x-api-key': 'sk_made_up_secret' },
    body: '{ "amount": 100, "phone": "0700111222", "description": "Order 77" }',
  },
  {
    says: 'a payment by its reference, with the public key',
    made: made(paynexus.lookUp.reference, 'PNX000AAA111'),
    method: 'GET',
    url: 'https://paynexus.co.ke/api/payments/PNX000AAA111',
    headers: withPublic,
    body: null,
  },
  {
    says: 'a payment by its checkout id, with the public key',
    made: made(paynexus.lookUp['checkout-id'], 'ws_CO_01032026091500000700111222'),
    method: 'POST',
    url: 'https://paynexus.co.ke/api/payments/status-by-checkout-id',
    headers: { ...json, ...withPublic },
    body: '{"checkout_request_id": "ws_CO_01032026091500000700111222"}',
  },
  {
    says: 'a phone, with the public key',
    made: made(paynexus.questions['validate-phone'], { phone: '0700111222' }),
    method: 'POST',
    url: 'https://paynexus.co.ke/api/mpesa/validate-phone',
    headers: { ...json, ...withPublic },
    body: '{"phone": "0700111222"}',
  },
])('asks for $says as documented', ({ made: make, method, url, headers, body }) => {
  expect(onTheWire(paynexus, link, make(link))).toEqual({ method, url, headers, body: compact(body) });
});

test('a reference cannot leave its place in the address', () => {
  expect(made(paynexus.lookUp.reference, '../mpesa?x=1#y')(link).path).toBe('/payments/..%2Fmpesa%3Fx%3D1%23y');
});

test('the secret key is sent to start a payment and for nothing else', () => {
  const questions = [
    made(paynexus.lookUp.reference, 'R')(link),
    made(paynexus.lookUp['checkout-id'], 'C')(link),
    made(paynexus.questions['validate-phone'], { phone: '0700111222' })(link),
    paynexus.probe(link, null),
  ];
  expect(JSON.stringify(questions)).not.toContain('sk_');
});

test.each([
  [{ ...credentials, secret_key: 'pk_made_up_public' }, false],
  [{ ...credentials, public_key: 'sk_made_up_secret' }, false],
  [{ ...credentials, environment: 'staging' }, false],
  [{ ...credentials, secret_key: 'sk_with a blank' }, false],
  [credentials, true],
])('takes credentials %j: %s', (candidate, taken) => {
  expect(paynexus.credentials.safeParse(candidate).success).toBe(taken);
});

const payment = {
  reference: 'PNX000AAA111',
  checkout_request_id: 'ws_CO_01032026091500000700111222',
  amount: 100,
  phone: '254700111222',
  status: 'initiated',
};
const ids = { reference: 'PNX000AAA111', 'checkout-id': 'ws_CO_01032026091500000700111222' };

test.each([
  { says: 'taken', body: { success: true, data: payment }, expected: { accepted: true, code: 'initiated', ids } },
  {
    says: 'refused',
    body: { success: false, message: 'Amount exceeds limit' },
    expected: { accepted: false, reason: 'Amount exceeds limit' },
  },
  {
    says: 'failed at once',
    body: { success: true, data: { ...payment, status: 'failed' } },
    expected: { accepted: false, code: 'failed', ids },
  },
])('reads a payment that was $says', ({ body, expected }) => {
  expect(paynexus.moves['request-payment']?.read(body, order)).toMatchObject(expected);
});

test.each([
  ['initiated', 'pending', 'sent-to-phone', []],
  ['processing', 'pending', 'being-processed', []],
  ['completed', 'completed', 'paid', []],
  ['failed', 'failed', 'failed', []],
  ['cancelled', 'cancelled', 'cancelled-on-phone', []],
  ['expired', 'expired', 'request-expired', []],
  ['reversed', 'unknown', null, ['undocumented-word']],
])('its status %s is %s (%s)', (status, state, means, notes) => {
  const body = { success: true, data: { ...payment, status } };
  for (const key of ['reference', 'checkout-id'] as const) {
    expect(paynexus.lookUp[key]?.read(body, '')).toMatchObject({
      state,
      means,
      notes,
      amount: 10000,
      ids,
      receipt: null,
    });
  }
});

test.each([
  [
    { success: true, data: { original: '0700111222', normalized: '254700111222', valid: true, provider: 'mpesa' } },
    true,
  ],
  [{ success: true, data: { original: '12', normalized: null, valid: false, provider: null } }, false],
])('reads whether a phone is good from %j', (body, valid) => {
  expect(paynexus.questions['validate-phone']?.read(body, { phone: '' })?.valid).toBe(valid);
});

test.each([
  [100, 'sandbox', true],
  [5_000, 'sandbox', true],
  [5_100, 'sandbox', false],
  [99, 'sandbox', false],
  [100, 'production', true],
  [15_000_000, 'production', true],
  [15_000_100, 'production', false],
  [150, 'production', false],
  [100, 'elsewhere', false],
])('%i cents in %s may be asked for: %s', (amount, environment, takes) => {
  expect(payNexusTakes(amount, environment)).toBe(takes);
  const refuses = paynexus.moves['request-payment']?.refuses;
  expect(refuses?.({ ...order, amount }, linkWith({ ...credentials, environment }))).toBe(!takes);
});
