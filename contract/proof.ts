import { z } from 'zod';
import { none, Reason } from './asked.ts';
import { BalanceBreak } from './decisions.ts';
import { command, query } from './define.ts';
import { AccountName, Cents, Instant, IsoDate } from './words.ts';

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

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

/** One account's month. */
export const Period = z.object({
  account: AccountName,
  month: Month,
  /** The first balance and the last, cents; null where no row prints one. A closed month's closing opens the next. */
  opening: Cents.nullable(),
  closing: Cents.nullable(),
  payments: z.int(),
  /** What came and went: as the statement tells where it prints balances, else as any witness does. */
  in: Cents,
  out: Cents,
  charges: Cents,
  /**
   * What else moved on the statement, signed: charges, loans, and the owner's own moves. Where the month adds up,
   * opening + in − out + this = closing. Null without balances.
   */
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

/** What proves what, day by day and month by month, and whether the record of it all is whole. */
export const proofEntries = {
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
