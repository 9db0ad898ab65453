import { z } from 'zod';
import { Ids, pageOf, Reason, Window } from './asked.ts';
import { command, query } from './define.ts';
import { HistoryStep, Stepped } from './history.ts';
import { Match, MatchEvidence, MatchItem, MatchRule, MatchState } from './match.ts';
import { Payment } from './payment.ts';
import { Sale } from './sales.ts';
import { Cents } from './words.ts';

/**
 * A match as screens show it: its records in full beside its items. Of a settlement in a list the credits alone; `matches.one`
 * has its payments as well.
 */
export const MatchStory = z.object({ match: Match, sales: z.array(Sale), payments: z.array(Payment) });
export type MatchStory = z.infer<typeof MatchStory>;

/** A payment that might settle a sale; `score`, 0 to 1, only sorts. */
export const SuggestedPayment = z.object({
  expected: z.int(),
  payment: Payment,
  score: z.number(),
  evidence: z.array(MatchEvidence),
  residual: Cents,
});
export type SuggestedPayment = z.infer<typeof SuggestedPayment>;

/** Records that belong together: proposals taken or refused, matches made by hand and taken back. */
export const matchEntries = {
  'matches.page': query(
    z.object({
      state: MatchState.nullable().default(null),
      rule: MatchRule.nullable().default(null),
      search: z.string().max(200).default(''),
      ...Window.shape,
    }),
    pageOf(MatchStory),
  ),
  /** One match with its records; refused as `not-found`. */
  'matches.one': query(z.object({ id: z.int().positive() }).strict(), MatchStory),
  /** Confirms proposals. */
  'matches.accept': command(z.object({ ids: Ids }).strict(), Stepped),
  /** These records do not belong together: not proposed again. */
  'matches.reject': command(z.object({ ids: Ids, reason: Reason.nullable().default(null) }).strict(), Stepped),
  /** The same for suggestions: N for none of them. */
  'matches.rejectPairs': command(
    z
      .object({
        pairs: z
          .array(z.object({ expected: z.int(), payment: z.int() }))
          .min(1)
          .max(5_000),
      })
      .strict(),
    Stepped,
  ),
  /** Takes back what was confirmed, by a rule or by hand. */
  'matches.revoke': command(z.object({ ids: Ids, reason: Reason }).strict(), Stepped),
  /**
   * By hand: one or many sales and payments (a split, one payment for several sales, several for one), or two payments of
   * the owner's own accounts (a transfer, no sale). A reason where the sides do not come to the same. Refused as
   * `already-matched` where a record is in a confirmed match, `does-not-add-up` where more is allocated than a record has.
   */
  'matches.make': command(
    z
      .object({
        items: z
          .array(MatchItem.extend({ side: z.enum(['expected', 'payment']) }))
          .min(2)
          .max(200),
        reason: Reason.nullable().default(null),
      })
      .strict(),
    z.object({ id: z.int(), step: HistoryStep }),
  ),
} as const;
