import { z } from 'zod';
import type { AnswerNote, ProviderAnswer } from '#contract/provider-answer.ts';
import { accepted, type CodeTable, reading, refused, silent, stateOf } from './answers.ts';
import { get, post, type Link, type Provider } from './provider.ts';
import { noteAmount, present, Text, Word } from './values.ts';

/** Its six statuses. */
const states: CodeTable = {
  initiated: ['pending', 'sent-to-phone'],
  processing: ['pending', 'being-processed'],
  completed: ['completed', 'paid'],
  failed: ['failed', 'failed'],
  cancelled: ['cancelled', 'cancelled-on-phone'],
  expired: ['expired', 'request-expired'],
};

/** The most that may be asked for, in cents. */
const limits: Readonly<Record<string, number>> = { production: 15_000_000, sandbox: 5_000 };

const Credentials = z.strictObject({
  secret_key: z.string().regex(/^sk_[\x21-\x7e]{3,500}$/),
  public_key: z.string().regex(/^pk_[\x21-\x7e]{3,500}$/),
  environment: z.enum(['production', 'sandbox']),
});

/** The secret key is sent to start a payment and for nothing else. */
const secretKey = ({ credentials }: Link) => ({ 'x-api-key': credentials['secret_key'] ?? '' });
const publicKey = ({ credentials }: Link) => ({ 'x-api-key': credentials['public_key'] ?? '' });

const Payment = z.object({
  reference: Word,
  checkout_request_id: Text,
  amount: Text,
  phone: Text,
  status: Word,
});
const Refusal = z.object({ success: z.literal(false), message: Text.optional() });
const Told = z.union([z.object({ success: z.literal(true), data: Payment }), Refusal]);

type Ids = { readonly reference: string; readonly checkout_request_id: string | null };
const idsOf = ({ reference, checkout_request_id: checkout }: Ids) => present({ reference, 'checkout-id': checkout });

/** A status answer is documented as the payment that the first answer showed. It tells no receipt. */
const readStatus = reading(z.object({ success: z.literal(true), data: Payment }), ({ data }): ProviderAnswer => {
  const { state, notes: odd, ...said } = stateOf(states, data.status);
  const notes: AnswerNote[] = [...odd];
  const amount = noteAmount(data.amount, notes);
  return { ...silent, ...said, state, amount, direction: 'in', phone: data.phone, ids: idsOf(data), notes };
});

const readStarted = reading(Told, (told) => {
  if (!told.success) return refused(null, told.message ?? null);
  const { status } = told.data;
  const taken = Object.hasOwn(states, status) && !['failed', 'cancelled', 'expired'].includes(status);
  return taken ? accepted(status, null, idsOf(told.data)) : refused(status, null, idsOf(told.data));
});

const Phone = z.object({
  success: z.literal(true),
  data: z.object({ original: Text, normalized: Text, valid: z.boolean(), provider: Text }),
});

const validate = (phone: string, link: Link) => post('/mpesa/validate-phone', publicKey(link), { phone });

/** Whether PayNexus takes this amount: whole shillings within the limits of its environment. `amount` in cents. */
export const payNexusTakes = (amount: number, environment: string): boolean =>
  amount % 100 === 0 && amount >= 100 && amount <= (limits[environment] ?? 0);

/** PayNexus: payments by reference or checkout id; the key that starts payments is apart from the key that asks. */
export const paynexus: Provider = {
  id: 'paynexus',
  label: 'PayNexus',
  baseUrl: 'https://paynexus.co.ke/api',
  credentials: Credentials,
  secrets: ['secret_key', 'public_key'],
  spacing: 1000,
  probe: (link) => validate('0700000000', link),
  lookUp: {
    reference: {
      request: (reference, link) => get(`/payments/${encodeURIComponent(reference)}`, publicKey(link)),
      read: readStatus,
    },
    'checkout-id': {
      request: (id, link) => post('/payments/status-by-checkout-id', publicKey(link), { checkout_request_id: id }),
      read: readStatus,
    },
  },
  questions: {
    'validate-phone': {
      request: ({ phone }, link) => validate(phone, link),
      read: reading(Phone, ({ data: { valid, normalized } }) => ({ valid, normalized })),
    },
  },
  moves: {
    'request-payment': {
      refuses: ({ amount }, { credentials }) => !payNexusTakes(amount, credentials['environment'] ?? ''),
      request: ({ phone, amount, description }, link) =>
        post('/mpesa/payment/initiate', secretKey(link), {
          amount: amount / 100,
          phone,
          ...(description === '' ? {} : { description }),
        }),
      read: readStarted,
    },
  },
};
