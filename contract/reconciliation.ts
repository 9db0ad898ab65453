import { z } from 'zod';
import { DecisionCode } from './decisions.ts';
import { MatchRule } from './match.ts';
import { DifferenceReason, Finding } from './payment.ts';
import { AccountName, Cents, Instant, Pass, Standing } from './words.ts';

const Sum = z.object({ count: z.int(), cents: Cents });

const Tally = z.object({ count: z.int(), in: Cents, out: Cents });

/** Why the two sources differ. Every line is `statement − messages`, signed cents; the lines add up to the difference, to the cent. */
export const DifferenceLine = z.object({
  reason: DifferenceReason,
  count: z.int(),
  cents: Cents,
});
export type DifferenceLine = z.infer<typeof DifferenceLine>;

/** One account's two witnesses over the time that its statements cover. */
export const AccountReconciliation = z.object({
  account: AccountName,
  covered: z.array(z.object({ from: Instant, to: Instant, proved: z.boolean() })),
  messages: Tally,
  statement: Tally,
  /** Net of the statement less net of the messages, signed cents. */
  difference: Cents,
  explanation: z.array(DifferenceLine),
  /** Messages outside the covered time: seen, not compared yet. */
  notCompared: Tally,
});
export type AccountReconciliation = z.infer<typeof AccountReconciliation>;

/** What every payment stands on and everything that does not agree. The golden summary of a book. */
export const Reconciliation = z.object({
  payments: Tally,
  by_standing: z.record(Standing, Tally),
  by_finding: z.record(Finding, Tally),
  by_pass: z.record(Pass, Tally),
  /** What still asks for a decision; `cents` is the money at risk, never negative. */
  by_exception: z.record(DecisionCode, Sum),
  /** Which of the sales are paid: what is due, and by each pass what is confirmed and what waits for a person. */
  allocation: z.object({
    sales: Sum,
    paid: Sum,
    by_pass: z.record(MatchRule, z.object({ confirmed: Sum, proposed: Sum })),
  }),
  accounts: z.array(AccountReconciliation),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
