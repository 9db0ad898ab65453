import { expect, test } from 'vitest';
import { fluxsms } from '#ledger/providers/fluxsms.ts';
import { compact, type DocumentedRequest, linkWith, made, onTheWire } from './documented.ts';

const link = linkWith({ api_key: 'qwertyuiopasdfghjklzxcvbnm', sender_id: 'fluxsms' });
const headers = { 'content-type': 'application/json' };

test.each<DocumentedRequest>([
  {
    says: 'one message',
    made: made(fluxsms.moves['send-sms'], { phone: '0700111222', text: 'Thank you, Mama Njeri!' }),
    method: 'POST',
    url: 'https://api.fluxsms.co.ke/sendsms',
    headers,
    body: `{
      "api_key": "qwertyuiopasdfghjklzxcvbnm",
      "phone": "0700111222",
      "message": "Thank you, Mama Njeri!",
      "sender_id": "fluxsms"
    }`,
  },
  {
    says: 'a message to many',
    made: made(fluxsms.moves['send-bulk-sms'], { phones: ['0700111222', '0700111333'], text: 'We open at seven.' }),
    method: 'POST',
    url: 'https://api.fluxsms.co.ke/bulksms',
    headers,
    body: `{
      "api_key": "qwertyuiopasdfghjklzxcvbnm",
      "phones": ["0700111222", "0700111333"],
      "message": "We open at seven.",
      "sender_id": "fluxsms"
    }`,
  },
  {
    says: 'a delivery',
    made: made(fluxsms.questions['sms-status'], { message: 'SMS_20260301_000000009' }),
    method: 'POST',
    url: 'https://api.fluxsms.co.ke/smsstatus',
    headers,
    body: '{ "api_key": "qwertyuiopasdfghjklzxcvbnm", "message_id": "SMS_20260301_000000009" }',
  },
  {
    says: 'what is left, under its misspelt address',
    made: made(fluxsms.questions['sms-balance'], undefined),
    method: 'POST',
    url: 'https://api.fluxsms.co.ke/check_sms_balanace',
    headers,
    body: '{ "api_key": "qwertyuiopasdfghjklzxcvbnm" }',
  },
])('asks for $says as documented', ({ made: make, method, url, headers: wanted, body }) => {
  expect(onTheWire(fluxsms, link, make(link))).toEqual({ method, url, headers: wanted, body: compact(body) });
});

const sent = {
  'response-code': 200,
  'response-description': 'SMS sent successfully',
  message_id: 'SMS_20260301_000000009',
  phone: '0700111222',
  message: 'Thank you, Mama Njeri!',
  sender_id: 'fluxsms',
  cost: 1,
  status: 'sent',
};

test.each([
  { says: 'sent', body: sent, expected: { accepted: true, ids: { 'message-id': 'SMS_20260301_000000009' } } },
  { says: 'sent, with a code as text', body: { ...sent, 'response-code': '200' }, expected: { accepted: true } },
  {
    says: 'refused',
    body: { 'response-code': 402, 'response-description': 'Insufficient balance' },
    expected: { accepted: false, code: '402', reason: 'Insufficient balance' },
  },
])('reads one message $says', ({ body, expected }) => {
  expect(fluxsms.moves['send-sms']?.read(body, { phone: '0700111222', text: 'x' })).toMatchObject(expected);
});

const one = (code: number, id: number) => ({
  'response-code': code,
  'response-description': 'Success',
  mobile: '0700111222',
  messageid: String(id),
  clientsmsid: id,
  networkid: 1,
});

test.each([
  {
    says: 'all taken',
    body: { responses: [one(200, 501), one(200, 502)], success: true, sent: 2 },
    expected: { accepted: true, reason: '2/2', ids: { 'message-id': '501,502' } },
  },
  {
    says: 'one of two taken',
    body: { responses: [one(200, 501), one(1001, 502)], success: true, sent: 1 },
    expected: { accepted: true, reason: '1/2', ids: { 'message-id': '501' } },
  },
  {
    says: 'none taken',
    body: { responses: [one(1001, 501)], success: false, sent: 0 },
    expected: { accepted: false, reason: '0/1' },
  },
])('reads a message to many: $says', ({ body, expected }) => {
  expect(fluxsms.moves['send-bulk-sms']?.read(body, { phones: [], text: 'x' })).toMatchObject(expected);
});

const delivery = {
  'response-code': 200,
  'message-id': '4400000012',
  'response-description': 'Success',
  'delivery-status': 32,
  'delivery-description': 'DeliveredToTerminal',
  'delivery-tat': '0.21 sec',
  'delivery-networkid': 1,
  'delivery-time': '2026-03-01 09:15:02',
};

test.each([
  ['DeliveredToTerminal', 'delivered'],
  ['pending', 'pending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['failed', 'failed'],
  ['unknown', 'unknown'],
  ['SenderName Blacklisted', 'unknown'],
])('a delivery that says %s is %s', (words, state) => {
  const read = fluxsms.questions['sms-status']?.read({ ...delivery, 'delivery-description': words }, { message: '' });
  expect(read).toEqual({ state, words, at: '2026-03-01 09:15:02' });
});

test.each([
  [{ success: true, sms_balance: 812 }, { messages: 812 }],
  [{ success: false, sms_balance: 0 }, null],
  [{ success: true, sms_balance: '812' }, null],
])('reads what is left from %j', (body, expected) => {
  expect(fluxsms.questions['sms-balance']?.read(body, undefined)).toEqual(expected);
});
