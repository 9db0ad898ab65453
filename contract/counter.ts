import { z } from 'zod';
import { query } from './define.ts';
import { Payment } from './payment.ts';
import { Sale } from './sales.ts';
import { AccountName, Cents, Instant, IsoDate } from './words.ts';

/**
 * What the counter check answers, the first that applies. *not-income*: money that left, a loan, or the owner's own money
 * moving. *already-used*: a confirmed match has it. *taken-back*, *part-taken-back*: it was
 * reversed, all of it or a part. *amount-differs*, *date-differs*: from
 * what was typed or from what the message pasted says. *not-on-statement*: a proved statement covers the time and does not
 * have it. *disputed*: its witnesses contradict one another. *other-receipt*: only a receipt one slip away is in the book.
 * *confirmed*: on a statement or told by a provider. *seen*: in our own messages only. *not-confirmed*: nothing in the
 * book has it. *no-receipt*: the text holds none.
 */
export const CounterVerdict = z.enum([
  'not-income',
  'already-used',
  'taken-back',
  'part-taken-back',
  'amount-differs',
  'date-differs',
  'not-on-statement',
  'disputed',
  'other-receipt',
  'confirmed',
  'seen',
  'not-confirmed',
  'no-receipt',
]);
export type CounterVerdict = z.infer<typeof CounterVerdict>;

export const CounterAnswer = z.object({
  verdict: CounterVerdict,
  /** What was understood: from the receipt typed, or from the message pasted. */
  receipt: z.string().nullable(),
  /** The amount typed, else the message's; positive cents. */
  amount: Cents.nullable(),
  /** The day the message prints, and the day its receipt stands for. */
  at: Instant.nullable(),
  receiptDate: IsoDate.nullable(),
  /** The payments found, the surest first; `slip`: its receipt is one slip of the hand from what was typed. */
  found: z.array(
    z.object({
      payment: Payment,
      slip: z.boolean(),
      /** Cents by which it differs from the amount asked for, signed; null where none was asked for. */
      differsBy: Cents.nullable(),
      usedFor: z.object({ match: z.int(), sales: z.array(Sale) }).nullable(),
    }),
  ),
  /** Nothing was found, and a message that names the receipt could not be read. */
  unread: z.boolean(),
  /** How far each account's witnesses reach, so that nothing found can be understood. */
  coverage: z.array(
    z.object({ account: AccountName, statementTo: Instant.nullable(), messagesTo: Instant.nullable() }),
  ),
});
export type CounterAnswer = z.infer<typeof CounterAnswer>;

/** Has this payment come? */
export const counterEntries = {
  'counter.check': query(
    z.object({ text: z.string().max(4_000), amountCents: Cents.positive().nullable().default(null) }).strict(),
    CounterAnswer,
  ),
} as const;
