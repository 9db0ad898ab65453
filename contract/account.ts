import { z } from 'zod';
import { AccountKind, Cents, Instant } from './words.ts';

/** One till, paybill, Pochi, wallet, bank or cash box of the owner. */
export const Account = z.object({
  id: z.int(),
  kind: AccountKind,
  /** Null until a statement or the owner says it. */
  shortcode: z.string().nullable(),
  holder: z.string().nullable(),
  /** `Till 5123456`, `M-PESA wallet`: what a list shows. English; screens build their own words from kind and shortcode. */
  name: z.string(),
  messages: z.int(),
  statementRows: z.int(),
  /** The stretches of time that imported statements cover, joined where they touch. */
  covered: z.array(z.object({ from: Instant, to: Instant, proved: z.boolean() })),
  lastBalance: z.object({ amount: Cents, at: Instant, source: z.enum(['sms', 'statement']) }).nullable(),
});
export type Account = z.infer<typeof Account>;
