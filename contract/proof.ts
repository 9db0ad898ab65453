import { z } from 'zod';
import { BalanceBreak, Sale } from './decisions.ts';
import { command, query } from './define.ts';
import { Payment } from './payment.ts';
import { Cents, Instant, IsoDate } from './words.ts';

const Window = { offset: z.int().nonnegative(), limit: z.int().min(1).max(500) };
const none = z.object({}).strict();
const Reason = z.string().trim().min(1).max(500);
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const Named = z.object({ id: z.int(), name: z.string() });

/**
 * What the counter check answers, the first that applies. *not-income*: money that left, a loan, or the owner's own money
 * moving. *already-used*: a confirmed match has it. *taken-back*: it was reversed. *amount-differs*, *date-differs*: from what was typed or from what the message pasted says. *not-on-statement*:
 * a proved statement covers the time and does not have it. *disputed*: its witnesses contradict one another. *other-receipt*: only a receipt one slip away is in the book.
 * *confirmed*: on a statement or told by a provider. *seen*: in our own messages only. *not-confirmed*: nothing in the
 * book has it. *no-receipt*: the text holds none.
 */
export const CounterVerdict = z.enum([
  'not-income',
  'already-used',
  'taken-back',
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
  /** How far each account's witnesses reach, so that nothing found can be understood. */
  coverage: z.array(z.object({ account: Named, statementTo: Instant.nullable(), messagesTo: Instant.nullable() })),
});
export type CounterAnswer = z.infer<typeof CounterAnswer>;

/** One day of one account and what proves it. */
export const CoverageDay = z.object({
  date: IsoDate,
  messages: z.int(),
  statementRows: z.int(),
  /** Money in and out of the account's payments of that day, positive cents. */
  in: Cents,
  out: Cents,
  /** What statements say of the whole day; a part of it counts as *part*. */
  statement: z.enum(['none', 'part', 'claimed', 'proved']),
  /** Whether the balances that the day's rows or messages print add up; *none*: they print none. */
  statementBalances: z.enum(['none', 'hold', 'break']),
  messageBalances: z.enum(['none', 'hold', 'break']),
  /** What still asks for a decision. */
  open: z.object({ count: z.int(), cents: Cents }),
});
export type CoverageDay = z.infer<typeof CoverageDay>;

/** The till at closing time, in cents. `unexplained` = counted − opening + spent + M-PESA + credit − takings. */
export const DayFigures = z.object({
  date: IsoDate,
  /** Payments of customers that came in by M-PESA that day and were not taken back. */
  mpesa: z.object({ count: z.int(), cents: Cents }),
  /** Of them, what is proved or confirmed, and what only messages tell. */
  proved: Cents,
  seen: Cents,
  /** Sales written into the book that day. */
  sales: z.object({ count: z.int(), cents: Cents, paid: Cents }),
  open: z.object({ count: z.int(), cents: Cents }),
});
export type DayFigures = z.infer<typeof DayFigures>;

const Counted = z.object({
  date: IsoDate,
  /** Cash in the drawer in the morning, at night, and taken out of it for expenses. */
  cashOpening: Cents.nonnegative(),
  cashCounted: Cents.nonnegative(),
  cashSpent: Cents.nonnegative(),
  /** Sold on credit: goods gone, no money yet. */
  credit: Cents.nonnegative(),
  /** All that was sold, by the till roll or the sales written down. */
  takings: Cents.nonnegative(),
  note: z.string().trim().max(2_000).nullable().default(null),
});

/** A day as it was closed: the figures then, and the seal over them. */
export const ClosedDay = Counted.extend({
  id: z.int(),
  figures: DayFigures,
  /** Signed cents: positive is too much, negative is missing. */
  unexplained: Cents,
  closedAt: Instant,
  /** SHA-256 over all of the above, as hexadecimal digits. */
  seal: z.string(),
  /** The seal still fits. */
  sealed: z.boolean(),
});
export type ClosedDay = z.infer<typeof ClosedDay>;

/** One account's month. */
export const Period = z.object({
  account: Named,
  month: Month,
  /** The first balance and the last, cents; null where no row prints one. A closed month's closing opens the next. */
  opening: Cents.nullable(),
  closing: Cents.nullable(),
  payments: z.int(),
  in: Cents,
  out: Cents,
  charges: Cents,
  /** What else moved, signed: charges, loans, and the owner's own moves, so that opening + in − out + this = closing. */
  besides: Cents.nullable(),
  /**
   * *holds*: opening + movements = closing on the statement, row by row, and statements cover the month to its end, from
   * its first day or the account's first payment. *breaks*: they do not add up. *uncovered*: days without a statement. *none*: no balances to go by.
   */
  proof: z.enum(['holds', 'breaks', 'uncovered', 'none']),
  /** *changed*: closed, and no longer what was sealed. */
  state: z.enum(['open', 'closed', 'changed']),
  closedAt: Instant.nullable(),
  reason: z.string().nullable(),
  /** SHA-256 of its rows when it was closed. */
  seal: z.string().nullable(),
  /** Whether what is kept under the seal still has it, and the record tells of it; null while open. */
  sealed: z.boolean().nullable(),
  /** Rows that came, went or changed since, and what they come to in money: its dated corrections. */
  corrections: z.array(
    z.object({
      payment: z.int().nullable(),
      key: z.string(),
      what: z.enum(['came', 'went', 'changed']),
      was: Cents.nullable(),
      is: Cents.nullable(),
    }),
  ),
});
export type Period = z.infer<typeof Period>;

/** What proves what, at the counter, day by day and month by month. */
export const proofEntries = {
  'counter.check': query(
    z.object({ text: z.string().max(4_000), amountCents: Cents.positive().nullable().default(null) }).strict(),
    CounterAnswer,
  ),
  'coverage.days': query(z.object({ account: z.int().positive(), month: Month }).strict(), z.array(CoverageDay)),
  'proof.breaks': query(
    z
      .object({
        account: z.int().positive().nullable().default(null),
        source: z.enum(['sms', 'statement']).nullable().default(null),
      })
      .strict(),
    z.array(BalanceBreak),
  ),

  /** What the book knows of a day, and how it was closed if it was. */
  'days.one': query(
    z.object({ date: IsoDate }).strict(),
    z.object({ figures: DayFigures, closed: ClosedDay.nullable() }),
  ),
  /** The days that are closed, newest first. */
  'days.page': query(z.object({ ...Window }), z.object({ total: z.int(), rows: z.array(ClosedDay) })),
  /** Refused as `period-closed` where the day is closed already. */
  'days.close': command(Counted.strict(), ClosedDay),
  'days.reopen': command(z.object({ date: IsoDate, reason: Reason }).strict(), none),

  /** Every month of every account that has payments, newest first. */
  'periods.list': query(z.object({ account: z.int().positive().nullable().default(null) }).strict(), z.array(Period)),
  /** Without a reason only where the proof holds: else refused as `reason-needed`. */
  'periods.close': command(
    z.object({ account: z.int().positive(), month: Month, reason: Reason.nullable().default(null) }).strict(),
    Period,
  ),
  'periods.reopen': command(z.object({ account: z.int().positive(), month: Month, reason: Reason }).strict(), Period),

  /**
   * What came of the walk over the audit that begins when the book is opened. Until `checked`, it is still under way. A
   * chain that is broken is said and stops nothing: everything can still be read.
   */
  'audit.state': query(
    none,
    z.object({ checked: z.boolean(), holds: z.boolean(), entries: z.int(), firstBroken: z.int().nullable() }),
  ),
  /** Walks the whole chain of the audit; `firstBroken` is where it first does not fit. */
  'audit.verify': query(
    none,
    z.object({ holds: z.boolean(), entries: z.int(), firstBroken: z.int().nullable(), head: z.string() }),
  ),
} as const;
