import { z } from 'zod';
import { Cents, Instant } from './words.ts';

/** A service's words put into ours. `completed` is said only of a final answer; *accepted* is `pending`. */
export const PaymentState = z.enum(['pending', 'completed', 'failed', 'cancelled', 'expired', 'unknown']);
export type PaymentState = z.infer<typeof PaymentState>;

/** What a code of a service's table means, where its document says so: a sentence of ours stands behind each. */
export const CodeMeaning = z.enum([
  'paid',
  'sent-to-phone',
  'being-processed',
  'not-enough-money',
  'cancelled-on-phone',
  'nobody-answered',
  'request-expired',
  'wrong-pin',
  /** The keys or the initiator of the owner's own account at the operator. */
  'own-keys-refused',
  'prompt-not-sent',
  'another-under-way',
  'failed',
]);
export type CodeMeaning = z.infer<typeof CodeMeaning>;

/** What was odd about an answer. Nothing odd is ever guessed at: the value is null and the note says why. */
export const AnswerNote = z.enum([
  'amount-unreadable',
  'date-unreadable',
  /** Printed as UTC by a service whose own document prints East Africa Time so; read as East Africa Time. */
  'zone-doubtful',
  /** The only time told is when the service wrote it down. */
  'time-of-record',
  'other-currency',
  'undocumented-word',
  'contradicts-itself',
]);
export type AnswerNote = z.infer<typeof AnswerNote>;

/** The names a service gave to a payment or a request: what it can be found by later. */
export const ProviderIds = z.partialRecord(
  z.enum([
    'request-id',
    'checkout-id',
    'merchant-id',
    'reference',
    'transaction-id',
    'conversation-id',
    'originator-id',
    'message-id',
  ]),
  z.string(),
);
export type ProviderIds = z.infer<typeof ProviderIds>;

/** What a service says of one payment, in a lookup, a list or a callback. Null is what it does not say. */
export const ProviderAnswer = z.object({
  state: PaymentState,
  /** Its own code or word for the state. */
  code: z.string().nullable(),
  /** What its document says of that code; null where it says nothing. */
  means: CodeMeaning.nullable().default(null),
  /** Its own sentence, as plain text. */
  reason: z.string().nullable(),
  /** Positive cents of Kenyan shillings. */
  amount: Cents.nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  receipt: z.string().nullable(),
  /** The owner's own reference. */
  reference: z.string().nullable(),
  phone: z.string().nullable(),
  party: z.string().nullable(),
  shortcode: z.string().nullable(),
  occurredAt: Instant.nullable(),
  ids: ProviderIds,
  notes: z.array(AnswerNote),
});
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;

/** A notice that was pushed or saved. A validation asks whether a payment is welcome: it is not a payment. */
export const CallbackValues = ProviderAnswer.extend({
  kind: z.enum(['result', 'c2b-confirmation', 'c2b-validation']),
});
export type CallbackValues = z.infer<typeof CallbackValues>;

/** What a service says to an order: taken or refused. *Taken* is not *done*. */
export const Acceptance = z.object({
  accepted: z.boolean(),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  ids: ProviderIds,
});
export type Acceptance = z.infer<typeof Acceptance>;

/** Every way a request can fail. */
export const HttpFailure = z.enum([
  /** No connection was made: no network, no such host, nobody listening. A state, not an error. */
  'unreachable',
  'timeout',
  'reset',
  'bad-certificate',
  'redirected',
  'too-large',
  'not-json',
  'too-deep',
  'duplicate-keys',
  'undocumented-answer',
  'bad-request',
  'unauthorised',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'server-error',
  /** The address is neither HTTPS nor an allowed loopback one, or a value cannot be put into a request: nothing was sent. */
  'unsendable',
]);
export type HttpFailure = z.infer<typeof HttpFailure>;

/** One request and its answer as kept and shown: every secret is removed. */
export const Exchange = z.object({
  at: Instant,
  tookMs: z.int(),
  method: z.enum(['GET', 'POST']),
  url: z.string(),
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string().nullable(),
  status: z.int().nullable(),
  /** At most 16 384 characters. Null where none came whole. */
  answer: z.string().nullable(),
  failure: HttpFailure.nullable(),
});
export type Exchange = z.infer<typeof Exchange>;
