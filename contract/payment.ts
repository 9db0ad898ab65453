import { z } from 'zod';
import {
  AccountName,
  Cents,
  Direction,
  ExceptionCode,
  Instant,
  MovementKind,
  Pass,
  Source,
  Standing,
  Totals,
} from './words.ts';

/** The event in the world: one per account and receipt. */
export const Payment = z.object({
  id: z.int(),
  account: AccountName,
  /** Null for the few movements that carry none. */
  receipt: z.string().nullable(),
  kind: MovementKind,
  direction: Direction,
  /** Signed cents: in positive, out negative. The statement's where there is one, else the message's. */
  amount: Cents,
  /** Charges that share the receipt, as a positive number of cents. */
  charges: Cents,
  /** What reversals took back of it, as a positive number of cents: all of it where it stands as reversed. */
  takenBack: Cents,
  occurredAt: Instant.nullable(),
  party: z.string().nullable(),
  phone: z.string().nullable(),
  accountRef: z.string().nullable(),
  standing: Standing,
  /** What does not agree about it, the most serious first; null where nothing is amiss. */
  exception: ExceptionCode.nullable(),
  /** What the messages say and what the statements say, signed cents; null where that witness is silent. */
  messageAmount: Cents.nullable(),
  statementAmount: Cents.nullable(),
  pass: Pass.nullable(),
});
export type Payment = z.infer<typeof Payment>;

/** One movement as one source tells it, with the original it came from. */
export const Witness = z.object({
  source: Source,
  kind: MovementKind,
  amount: Cents,
  fee: Cents.nullable(),
  balanceAfter: Cents.nullable(),
  occurredAt: Instant.nullable(),
  precision: z.enum(['second', 'minute', 'day']).nullable(),
  party: z.string().nullable(),
  phone: z.string().nullable(),
  shortcode: z.string().nullable(),
  accountRef: z.string().nullable(),
  linkedReceipt: z.string().nullable(),
  /** Null for what a linked account told; `file` is then its name, and `row` tells its tellings apart. */
  importId: z.int().nullable(),
  file: z.string(),
  row: z.int(),
  /** The message, the statement's row or the service's answer, exactly as it was read. */
  original: z.string(),
});
export type Witness = z.infer<typeof Witness>;

/** One field held side by side. Values are as stored (cents, instants, text): screens and terminals put them into words. */
export const Evidence = z.object({
  field: z.enum(['receipt', 'amount', 'time', 'party', 'phone', 'accountRef', 'charges']),
  message: z.union([z.string(), z.number()]).nullable(),
  statement: z.union([z.string(), z.number()]).nullable(),
  verdict: z.enum(['agree', 'differ', 'missing']),
});
export type Evidence = z.infer<typeof Evidence>;

/** Why a payment stands where it stands, what would lift it, and everything it rests on. */
export const PaymentStory = z.object({
  payment: Payment,
  witnesses: z.array(Witness),
  evidence: z.array(Evidence),
  /** The payment this one takes back, or that took this one back. */
  linked: z.object({ id: z.int(), receipt: z.string(), as: z.enum(['reverses', 'reversed-by']) }).nullable(),
});
export type PaymentStory = z.infer<typeof PaymentStory>;

/** The six signs of the reconcile screen, each payment in exactly one; `agree` gathers confirmed and proved. */
export const Finding = z.enum(['seen', 'agree', 'not-on-statement', 'no-message', 'amounts-differ', 'reversed']);
export type Finding = z.infer<typeof Finding>;

/** Why the two sources differ: the payments behind one line of the difference. */
export const DifferenceReason = z.enum([
  'no-message',
  'not-on-statement',
  'amounts-differ',
  'charges',
  'settlement',
  'reversal',
]);
export type DifferenceReason = z.infer<typeof DifferenceReason>;

export const PaymentFilter = z.object({
  account: z.int().nullable().default(null),
  finding: Finding.nullable().default(null),
  exception: ExceptionCode.nullable().default(null),
  reason: DifferenceReason.nullable().default(null),
  direction: z.enum(['in', 'out']).nullable().default(null),
  standing: Standing.nullable().default(null),
  /** What customers paid and nobody took back: all of it, or the part that is firm, only seen, or neither. Its totals count what stays. */
  takings: z.enum(['all', 'firm', 'seen', 'other']).nullable().default(null),
  /**
   * What one witness says came or went where both are compared; *apart*: where no statement covers it. *message* and
   * *statement* alone: what that witness tells of at all.
   */
  side: z
    .enum([
      'message',
      'statement',
      'message-in',
      'message-out',
      'statement-in',
      'statement-out',
      'apart-in',
      'apart-out',
    ])
    .nullable()
    .default(null),
  /** The hour of the day in East Africa, whatever the day. */
  hour: z.int().min(0).max(23).nullable().default(null),
  /** Receipt, name, phone, account reference or amount. */
  search: z.string().max(200).default(''),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

export const PaymentSort = z.object({
  by: z.enum(['occurredAt', 'amount', 'party', 'standing', 'receipt']),
  descending: z.boolean(),
});
export type PaymentSort = z.infer<typeof PaymentSort>;

/** Rows of an ordered list by their places, both ends included. */
export const RowRange = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type RowRange = z.infer<typeof RowRange>;

/** A window of a long list, with the totals of all of it. */
export const PaymentPage = z.object({ total: z.int(), totals: Totals, rows: z.array(Payment) });
export type PaymentPage = z.infer<typeof PaymentPage>;
