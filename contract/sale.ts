import { z } from 'zod';
import { Cents, IsoDate } from './words.ts';

/** A sale or an invoice that somebody should pay: what was expected, not what happened. */
export const ExpectedPayment = z.object({
  /** The row of the file it stands in. */
  row: z.int(),
  /** The invoice or order number, as printed. Null where the file has none. */
  reference: z.string().nullable(),
  /** Always positive. */
  amount: Cents,
  /** When it was sold or is due. */
  date: IsoDate.nullable(),
  party: z.string().nullable(),
  phone: z.string().nullable(),
  /** An M-PESA receipt that the seller noted beside the sale. */
  receipt: z.string().nullable(),
  details: z.string().nullable(),
});
export type ExpectedPayment = z.infer<typeof ExpectedPayment>;
