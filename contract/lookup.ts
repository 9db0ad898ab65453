import { z } from 'zod';
import { HttpFailure, ProviderAnswer } from './provider-answer.ts';
import { LookupKey } from './provider.ts';
import { Cents } from './words.ts';

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
