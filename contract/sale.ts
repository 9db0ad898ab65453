import { z } from 'zod';
import { Cents, Instant } from './words.ts';

/**
 * What the owner expects to be paid for: a sale written down at the counter, or an invoice sent out. One row of a file
 * or one typed line; the payments that settle it are found by matching, never written here.
 */
export const ExpectedPayment = z.object({
  id: z.int(),
  /** A sale is paid on the spot; an invoice may be paid long after its date. */
  kind: z.enum(['sale', 'invoice']),
  /** The account it should be paid to. Null: any of the owner's. */
  account: z.int().nullable(),
  /** When it was written down. With `day` precision the time is midnight and says nothing. */
  at: Instant.nullable(),
  precision: z.enum(['second', 'minute', 'day']).nullable(),
  /** What is to be paid, in positive cents. */
  amount: Cents,
  customer: z.string().nullable(),
  /** The invoice or customer number a payer is asked to give as account. */
  reference: z.string().nullable(),
  /** The receipt exactly as a hand typed it, with whatever slips it has. Null where none was noted. */
  receipt: z.string().nullable(),
  /** Where it stands in the file it came from. Null where it was typed into the book. */
  source: z.object({ importId: z.int(), row: z.int() }).nullable(),
});
export type ExpectedPayment = z.infer<typeof ExpectedPayment>;

/** One as an importer reads it, before the book gives it a number. */
export const NewExpectedPayment = ExpectedPayment.omit({ id: true, account: true, source: true }).extend({
  /** The account it should be paid to, where only one will do. */
  account: z.int().positive().nullable().optional(),
});
export type NewExpectedPayment = z.infer<typeof NewExpectedPayment>;
