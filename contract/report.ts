import { z } from 'zod';
import { Account } from './account.ts';
import { ImportSummary } from './import.ts';
import { Payment } from './payment.ts';
import { Cents, ExceptionCode, Instant, IsoDate, MovementKind, Standing } from './words.ts';

const Tally = z.object({ count: z.int(), in: Cents, out: Cents });

/** Everything a book holds, added up. Pockets of the owner's own are neither in nor out. */
export const Report = z.object({
  /** From the first payment to the last; null where no payment has a time. */
  period: z.object({ from: Instant, to: Instant }).nullable(),
  payments: Tally.extend({ charges: Cents }),
  accounts: z.array(
    Account.omit({ messages: true, statementRows: true }).extend({
      payments: Tally.extend({ charges: Cents }),
      /** The most frequent first. */
      kinds: z.array(Tally.extend({ kind: MovementKind })),
    }),
  ),
  /** Every day that has a payment, oldest first. */
  days: z.array(Tally.extend({ date: IsoDate })),
  by_standing: z.record(Standing, Tally),
  /** Every payment that does not agree, oldest first. */
  exceptions: z.array(Payment.extend({ exception: ExceptionCode })),
  /** Messages of M-PESA that could not be read, exactly as received. */
  unread: z.array(z.string()),
  /** What the book was filled from, oldest first. */
  imports: z.array(
    ImportSummary.pick({
      name: true,
      importer: true,
      importedAt: true,
      period: true,
      rows: true,
      opening: true,
      closing: true,
      verified: true,
    }),
  ),
});
export type Report = z.infer<typeof Report>;
