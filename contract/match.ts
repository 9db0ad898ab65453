import { z } from 'zod';
import { Cents, Instant, Pass } from './words.ts';

/**
 * By which rule records were put together, strongest first. `by-hand` is a person's word, and stronger than all.
 * *parts*: one sale paid in several payments, or several sales paid in one. *interchangeable*: as many equal sales as
 * equal payments on one day, which balance without saying which paid which.
 */
export const MatchRule = z.enum([
  'by-hand',
  ...Pass.options,
  'receipt-typo',
  'reference-and-amount',
  'amount-and-time',
  'parts',
  'interchangeable',
  'settlement',
]);
export type MatchRule = z.infer<typeof MatchRule>;

/**
 * *proposed*: waits for a person. *confirmed*: counts. *rejected*: a person said no, and it is not proposed again.
 * *revoked*: was confirmed and has been taken back, with a reason.
 */
export const MatchState = z.enum(['proposed', 'confirmed', 'rejected', 'revoked']);
export type MatchState = z.infer<typeof MatchState>;

/** Which side of a match a record stands on: what was expected, a payment, or a credit on the bank's statement. */
export const MatchSide = z.enum(['expected', 'payment', 'credit']);
export type MatchSide = z.infer<typeof MatchSide>;

/** One record's share in a match. `allocated` is in positive cents and never above what is open of the record. */
export const MatchItem = z.object({ side: MatchSide, id: z.int(), allocated: Cents });
export type MatchItem = z.infer<typeof MatchItem>;

/** One field held side by side, as stored (cents, instants, text); for a group the sums. Missing: a side is silent. */
export const MatchEvidence = z.object({
  field: z.enum(['receipt', 'amount', 'time', 'party', 'reference', 'account', 'charges', 'count']),
  left: z.union([z.string(), z.number()]).nullable(),
  right: z.union([z.string(), z.number()]).nullable(),
  verdict: z.enum(['agree', 'differ', 'missing']),
});
export type MatchEvidence = z.infer<typeof MatchEvidence>;

/** Records that belong together and everything that says so, before a book has numbered it. */
export const NewMatch = z.object({
  /** The same records under the same rule always have the same key, whatever order they were read in. */
  key: z.string(),
  rule: MatchRule,
  /** Goes up whenever the rule would judge differently, so that old matches say which rule made them. */
  ruleVersion: z.int().positive(),
  state: MatchState,
  items: z.array(MatchItem).min(2),
  evidence: z.array(MatchEvidence),
  /** How many times further off the next best candidate was. Null: there was no other. */
  margin: z.number().nullable(),
  /** Right side less left side, signed cents: positive is too much paid, negative too little. */
  residual: Cents,
});
export type NewMatch = z.infer<typeof NewMatch>;

/** A match in the book, with who decided and when; `by` is null where a rule did. */
export const Match = NewMatch.extend({
  id: z.int(),
  by: z.string().nullable(),
  at: Instant,
  reason: z.string().nullable(),
});
export type Match = z.infer<typeof Match>;

/** A pair that a person said no to. */
export const RejectedPair = z.object({ expected: z.int(), payment: z.int() });
export type RejectedPair = z.infer<typeof RejectedPair>;

/** One of at most three payments that might settle what is still open, best first. `score` only sorts. */
export const Suggestion = z.object({
  expected: z.int(),
  payment: z.int(),
  /** 0 to 1. */
  score: z.number(),
  evidence: z.array(MatchEvidence),
  residual: Cents,
});
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * Why a sale or a payment is still open; each open record is in exactly one exception, so their cents add up to all
 * that is unexplained. *to-confirm*: a proposal waits for a person. *receipt-contested*: so does one whose receipt and
 * amount fit, because the time does not, another sale has as good a claim, or the payment is disputed. *other-account*:
 * the receipt that was noted is of a payment to another account than the one it should have come to. *wrong-reference*:
 * an unpaid invoice and a payment of just its amount, by the same name or with its number mistyped, under another number.
 */
export const MatchExceptionCode = z.enum([
  'receipt-reused',
  'receipt-contested',
  'reversed-after-sale',
  'other-account',
  'wrong-reference',
  'amount-short',
  'amount-over',
  'ambiguous',
  'to-confirm',
  'expected-not-paid',
  'paid-not-expected',
]);
export type MatchExceptionCode = z.infer<typeof MatchExceptionCode>;

export const MatchException = z.object({
  code: MatchExceptionCode,
  expected: z.array(z.int()),
  payments: z.array(z.int()),
  /** What is open of the expected and of the payments in it, each in positive cents. */
  openExpected: Cents,
  openPayments: Cents,
});
export type MatchException = z.infer<typeof MatchException>;
