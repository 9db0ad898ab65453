import { z } from 'zod';
import { accepted, reading, refused } from './answers.ts';
import { post, type Link, type Provider, type SmsDelivery } from './provider.ts';
import { Text, Word } from './values.ts';

const Credentials = z.strictObject({
  api_key: z.string().min(6).max(500),
  sender_id: z.string().min(1).max(11).default('fluxsms'),
});

const ask = (path: string, { credentials }: Link, body: object) =>
  post(path, {}, { api_key: credentials['api_key'], ...body });

const sender = ({ credentials }: Link) => ({ sender_id: credentials['sender_id'] ?? 'fluxsms' });

const Sent = z.object({ 'response-code': Word, 'response-description': Text, message_id: Text.optional() });

const readSent = reading(Sent, (told) => {
  const code = told['response-code'];
  const id = told.message_id ?? null;
  const words = told['response-description'];
  return code === '200' && id !== null ? accepted(code, words, { 'message-id': id }) : refused(code, words);
});

const SentMany = z.object({
  success: z.boolean(),
  sent: z.number().int(),
  responses: z.array(z.object({ 'response-code': Word, 'response-description': Text, messageid: Text.optional() })),
});

/** Taken where at least one number was: the reason says how many, and the ids are those of the numbers taken. */
const readSentMany = reading(SentMany, ({ success, sent, responses }) => {
  const taken = responses.filter((one) => one['response-code'] === '200');
  const ids = taken.flatMap(({ messageid }) => (messageid ? [messageid] : []));
  const words = `${taken.length}/${responses.length}`;
  return success && sent > 0 && taken.length > 0
    ? accepted('200', words, { 'message-id': ids.join(',') })
    : refused(null, words);
});

const Delivery = z.object({
  'response-code': Word,
  'delivery-status': Word,
  'delivery-description': Text,
  'delivery-time': Text,
});

/** The five words of its table, and the network's own for a message that reached the phone. */
const deliveries: Readonly<Record<string, SmsDelivery['state']>> = {
  pending: 'pending',
  sent: 'sent',
  delivered: 'delivered',
  deliveredtoterminal: 'delivered',
  failed: 'failed',
  unknown: 'unknown',
};

const readDelivery = reading(Delivery, (told): SmsDelivery => {
  const words = told['delivery-description'] ?? told['delivery-status'];
  const known = told['response-code'] === '200' ? deliveries[words.toLowerCase()] : undefined;
  return { state: known ?? 'unknown', words, at: told['delivery-time'] };
});

const Balance = z.object({ success: z.literal(true), sms_balance: z.number().int().nonnegative() });

/** The address is misspelt so in its document. */
const balance = (link: Link) => ask('/check_sms_balanace', link, {});

/** FluxSMS: messages to phones, their delivery, and how many are left. */
export const fluxsms: Provider = {
  id: 'fluxsms',
  label: 'FluxSMS',
  baseUrl: 'https://api.fluxsms.co.ke',
  credentials: Credentials,
  secrets: ['api_key'],
  spacing: 1000,
  probe: balance,
  lookUp: {},
  questions: {
    'sms-status': {
      request: ({ message }, link) => ask('/smsstatus', link, { message_id: message }),
      read: readDelivery,
    },
    'sms-balance': {
      request: (_, link) => balance(link),
      read: reading(Balance, ({ sms_balance: messages }) => ({ messages })),
    },
  },
  moves: {
    'send-sms': {
      request: ({ phone, text }, link) => ask('/sendsms', link, { phone, message: text, ...sender(link) }),
      read: readSent,
    },
    'send-bulk-sms': {
      request: ({ phones, text }, link) => ask('/bulksms', link, { phones, message: text, ...sender(link) }),
      read: readSentMany,
    },
  },
};
