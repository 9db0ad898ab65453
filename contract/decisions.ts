import { z } from 'zod';
import { Ids, pageOf, Reason, Window } from './asked.ts';
import { command, query } from './define.ts';
import { Stepped } from './history.ts';
import { Match, MatchExceptionCode } from './match.ts';
import { SuggestedPayment } from './matches.ts';
import { Payment } from './payment.ts';
import { Sale } from './sales.ts';
import { AccountName, Cents, ExceptionCode, Instant, IsoDate } from './words.ts';

/**
 * Everything that can ask for a decision. The first come from payments, the next from sales; then: *balance-gap*, the
 * balances of a statement or of the messages stop adding up; *settlement-differs*, what left a till for the bank is not
 * what arrived, or a bank credit is not what its payments come to; *charge-differs*, a payment was charged otherwise than
 * all others like it, or than the tariff; *receipt-typo-fixed*, a match was confirmed over a slip of
 * the hand (for information); *in-transit*, messages newer than the last statement (no error); *late-change*, a closed
 * month is no longer what was sealed.
 */
export const DecisionCode = z.enum([
  ...ExceptionCode.options,
  ...MatchExceptionCode.exclude(['reversed-after-sale']).options,
  'balance-gap',
  'settlement-differs',
  'charge-differs',
  'late-change',
  'receipt-typo-fixed',
  'in-transit',
]);
export type DecisionCode = z.infer<typeof DecisionCode>;

/** Codes that inform and ask for nothing: no money is at risk, and they are not counted as amiss. */
export const informing: readonly DecisionCode[] = ['receipt-typo-fixed', 'in-transit'];

export const DecisionState = z.enum([
  'open',
  'snoozed',
  'waiting-statement',
  'waiting-provider',
  'resolved',
  'written-off',
]);
export type DecisionState = z.infer<typeof DecisionState>;

/** One thing that does not agree, with the money at risk and what was decided about it. Its id stays for as long as the book. */
export const Decision = z.object({
  id: z.int(),
  code: DecisionCode,
  state: DecisionState,
  /** Money at risk, positive cents; 0 for what only informs. */
  cents: Cents,
  /** Null where several accounts, or none yet, are concerned. */
  account: AccountName.nullable(),
  /** When what it is about happened: its age is counted from here. */
  at: Instant.nullable(),
  /** What a list shows: a name, a customer or the message's first words; null where nobody is named. */
  subject: z.string().nullable(),
  receipt: z.string().nullable(),
  /** How many sales and payments it concerns. */
  expected: z.int(),
  payments: z.int(),
  /** The proposal that waits for a person, where there is one: what `matches.accept` and `matches.reject` take. */
  match: z.int().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** For a snoozed one: it is open again from this moment on. */
  until: Instant.nullable(),
  decidedAt: Instant.nullable(),
  /** It was settled or put off, and its money or its records have changed since: `reason` and `decidedAt` tell of then. */
  reopened: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

/** Where balances stop adding up, to the cent, and what the row or message that is missing would have to say. */
export const BalanceBreak = z.object({
  account: AccountName,
  source: z.enum(['sms', 'statement']),
  /** The payments on either side; null at an end. `payments.story` has their originals. */
  after: z.object({ payment: z.int(), receipt: z.string().nullable(), at: Instant.nullable() }).nullable(),
  before: z.object({ payment: z.int(), receipt: z.string().nullable(), at: Instant.nullable() }).nullable(),
  expected: Cents,
  printed: Cents,
  /** Printed less expected, signed. */
  gap: Cents,
  missing: z.object({
    what: z.enum(['movement', 'fuliza']),
    direction: z.enum(['in', 'out']),
    amount: Cents,
    after: Instant.nullable(),
    before: Instant.nullable(),
    from: Cents,
    to: Cents,
  }),
  /** Payments between the two rows that the other source tells and that come to the very gap. Empty: nothing explains it. */
  explainedBy: z.array(z.int()),
});
export type BalanceBreak = z.infer<typeof BalanceBreak>;

/** A decision with all that helps to take it. */
export const DecisionStory = z.object({
  decision: Decision,
  /** It no longer asks, because what it was about has changed; the rest is as it was last. */
  gone: z.boolean(),
  sales: z.array(Sale),
  payments: z.array(Payment),
  /** At most three for a sale that is open, best first. Numbered 1–3 on the screen. */
  suggestions: z.array(SuggestedPayment),
  match: Match.nullable(),
  /** For a balance gap. */
  break: BalanceBreak.nullable(),
  /** For an unread message: its text as received. */
  message: z.string().nullable(),
  /** For a charge that differs: what was charged, what the others like it are charged, and by which tariff (a share or a list). */
  charge: z.object({ charged: Cents, usual: Cents, tariff: z.string() }).nullable(),
});
export type DecisionStory = z.infer<typeof DecisionStory>;

const NewState = z
  .object({
    ids: Ids,
    state: DecisionState,
    /** Required to resolve and to write off. */
    reason: Reason.nullable().default(null),
    note: z.string().trim().max(2_000).nullable().default(null),
    /** Required to snooze. */
    until: Instant.nullable().default(null),
  })
  .strict()
  .refine(({ state, reason }) => !['resolved', 'written-off'].includes(state) || reason !== null, 'Say why.')
  .refine(({ state, until }) => state !== 'snoozed' || until !== null, 'Say until when.');

/** What asks for a decision, and what was decided. */
export const decisionEntries = {
  /** Most money at risk first. Without a state: all that still ask, which are open, waiting, or snoozed until now. */
  'decisions.page': query(
    z.object({
      code: DecisionCode.nullable().default(null),
      state: DecisionState.nullable().default(null),
      /** Of what happened that day. */
      date: IsoDate.optional(),
      account: z.int().nullable().default(null),
      search: z.string().max(200).default(''),
      ...Window.shape,
    }),
    pageOf(Decision).extend({
      /** What still asks, by code, whatever the filter; codes of which there is none are left out. */
      codes: z.array(z.object({ code: DecisionCode, count: z.int(), cents: Cents })),
    }),
  ),
  'decisions.one': query(z.object({ id: z.int().positive() }).strict(), DecisionStory),
  'decisions.set': command(NewState, Stepped),
} as const;
