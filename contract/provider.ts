import { z } from 'zod';
import { Cents, Instant } from './words.ts';

/** Every service that Risiti can ask. The id is what the book stores. */
export const ServiceId = z.enum(['pesaflux', 'fluxsms', 'pexmon', 'daraja-platform', 'paynexus', 'payment-app']);
export type ServiceId = z.infer<typeof ServiceId>;

/** What a service can be asked or ordered. A screen shows a capability only where the service has it. */
export const Capability = z.enum([
  'look-up',
  'list',
  'fetch',
  'balance',
  'transaction-status',
  'validate-phone',
  'sms-status',
  'sms-balance',
  'instructions',
  'callbacks',
  'register-callbacks',
  'simulate',
  'request-payment',
  'send-money',
  'send-airtime',
  'reverse',
  'send-sms',
  'send-bulk-sms',
]);
export type Capability = z.infer<typeof Capability>;

/** The capabilities that move money or cost it: off until the owner enables them, one request a press, never resent. */
export const Move = Capability.extract([
  'simulate',
  'request-payment',
  'send-money',
  'send-airtime',
  'reverse',
  'send-sms',
  'send-bulk-sms',
]);
export type Move = z.infer<typeof Move>;

/** By what a payment can be looked up. `receipt` and `own-reference` walk the service's list until they find it. */
export const LookupKey = z.enum([
  'request-id',
  'checkout-id',
  'reference',
  'transaction-id',
  'request-transaction-id',
  'receipt',
  'own-reference',
]);
export type LookupKey = z.infer<typeof LookupKey>;

/** One thing to fill in when a service is linked. A secret is written once and never shown again. */
export const ServiceField = z.object({
  name: z.string(),
  secret: z.boolean(),
  required: z.boolean(),
  /** The allowed values, or null where any text will do. */
  choices: z.array(z.string()).nullable(),
});
export type ServiceField = z.infer<typeof ServiceField>;

/** A service as the page for linking shows it. */
export const Service = z.object({
  id: ServiceId,
  label: z.string(),
  /** Null where every customer has an own address, which is then asked for. */
  baseUrl: z.string().nullable(),
  fields: z.array(ServiceField),
  capabilities: z.array(Capability),
  lookupKeys: z.array(LookupKey),
});
export type Service = z.infer<typeof Service>;

/** A link to a service, without its secrets. */
export const LinkedAccount = z.object({
  id: z.int(),
  service: ServiceId,
  /** The owner's name for it. */
  label: z.string(),
  /** The book's account whose payments it knows; null for a service that knows none. */
  account: z.int().nullable(),
  /** The service's address where it is the owner's own or a simulator's. */
  baseUrl: z.string().nullable(),
  /** True for a simulator on this computer: plain HTTP is then allowed, to the loopback address only. */
  simulated: z.boolean(),
  secrets: z.enum(['keyring', 'memory', 'file', 'environment', 'missing']),
  /** The moves the owner has switched on. */
  enabled: z.array(Move),
  /** Whether what waits is looked up without being asked. */
  automatic: z.boolean(),
  linkedAt: Instant,
});
export type LinkedAccount = z.infer<typeof LinkedAccount>;

/** A service's words put into ours. `completed` is said only of a final answer; *accepted* is `pending`. */
export const PaymentState = z.enum(['pending', 'completed', 'failed', 'cancelled', 'expired', 'unknown']);
export type PaymentState = z.infer<typeof PaymentState>;

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

/** Why an answer does not confirm, or what it disagrees about. */
export const LookupReason = z.enum([
  'amount-agrees',
  'amount-differs',
  'amount-missing',
  'receipt-agrees',
  'receipt-differs',
  'reference-agrees',
  'reference-differs',
  'nothing-identifies',
  'not-final',
  'says-failed',
  'says-cancelled',
  'says-expired',
  'other-currency',
  'undocumented-answer',
  'contradicts-itself',
  'not-found',
  'gave-up',
  'refused',
]);
export type LookupReason = z.infer<typeof LookupReason>;

/** What a lookup found out. Only `confirmed` lifts a payment. */
export const LookupOutcome = z.object({
  verdict: z.enum(['confirmed', 'pending', 'not-paid', 'conflicting', 'inconclusive']),
  reasons: z.array(LookupReason),
});
export type LookupOutcome = z.infer<typeof LookupOutcome>;

/** One question to a service in the queue, which survives a restart. */
export const Lookup = z.object({
  id: z.string(),
  linkedAccount: z.int(),
  /** What it is about: a payment of the book, or a request of the owner's. At most one open lookup each. */
  about: z.object({ kind: z.enum(['payment', 'request']), id: z.union([z.int(), z.string()]) }),
  key: z.object({ by: LookupKey, value: z.string().min(1).max(100) }),
  /** What the book holds, to compare with. `seen`: a message or a statement has told of it. */
  expected: z.object({
    amount: Cents,
    receipt: z.string().nullable(),
    reference: z.string().nullable(),
    seen: z.boolean(),
  }),
  state: z.enum(['waiting', 'asking', 'offline', 'done', 'withdrawn']),
  /** Answers that were not final. */
  rounds: z.int(),
  /** Milliseconds since 1970; not before this. */
  notBefore: z.number(),
  failure: HttpFailure.nullable(),
  answer: ProviderAnswer.nullable(),
  outcome: LookupOutcome.nullable(),
});
export type Lookup = z.infer<typeof Lookup>;

const phone = z.string().regex(/^(?:254|0)[17]\d{8}$/);
const amount = Cents.min(100).max(100_000_000);
const words = z.string().trim().max(160);

/** What each move needs. Amounts are positive cents; phones are whole Kenyan numbers, `0712345678` or `254712345678`. */
export const moveInputs = {
  'request-payment': z.strictObject({ phone, amount, reference: words.min(1), description: words.default('') }),
  'send-money': z.strictObject({
    phone,
    amount,
    command: z.enum(['BusinessPayment', 'SalaryPayment', 'PromotionPayment']),
    remarks: words.default(''),
    occasion: words.default(''),
  }),
  'send-airtime': z.strictObject({ phone, amount }),
  /** The service's own number of the payment; the amount is what the person saw and pressed for. */
  reverse: z.strictObject({ transaction: z.string().regex(/^\d{1,18}$/), amount }),
  'send-sms': z.strictObject({ phone, text: z.string().min(1).max(1_530) }),
  'send-bulk-sms': z.strictObject({ phones: z.array(phone).min(1).max(500), text: z.string().min(1).max(1_530) }),
  simulate: z.strictObject({ phone, amount, reference: words.min(1) }),
} as const satisfies Record<Move, z.ZodType>;
export type MoveInput<M extends Move> = z.output<(typeof moveInputs)[M]>;

/** How far an order has come. `unknown`: it may or may not have been carried out; it is looked up and never resent. */
export const MoveState = z.enum([
  'sending',
  'accepted',
  'refused',
  'not-sent',
  'unknown',
  'completed',
  'failed',
  'cancelled',
  'expired',
]);
export type MoveState = z.infer<typeof MoveState>;

/** One press of a button that moves money, written down before anything is sent. */
export const MoveRecord = z.object({
  /** Made by the screen for one press: pressing twice with one id sends once. */
  id: z.uuid(),
  linkedAccount: z.int(),
  service: ServiceId,
  move: Move,
  /** What was confirmed on the screen, as JSON. */
  input: z.string(),
  amount: Cents.nullable(),
  state: MoveState,
  reason: z.string().nullable(),
  failure: HttpFailure.nullable(),
  ids: ProviderIds,
  receipt: z.string().nullable(),
  pressedAt: Instant,
  settledAt: Instant.nullable(),
});
export type MoveRecord = z.infer<typeof MoveRecord>;
