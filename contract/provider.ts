import { z } from 'zod';
import { Instant } from './words.ts';

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
