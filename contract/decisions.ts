import { z } from 'zod';
import { command, query } from './define.ts';
import { Match, MatchEvidence, MatchExceptionCode, MatchItem, MatchRule, MatchState } from './match.ts';
import { Payment } from './payment.ts';
import { ExpectedPayment, NewExpectedPayment } from './sale.ts';
import { Cents, ExceptionCode, Instant, IsoDate } from './words.ts';

const Window = { offset: z.int().nonnegative(), limit: z.int().min(1).max(500) };
const none = z.object({}).strict();
const ids = z.array(z.int().positive()).min(1).max(5_000);
const Reason = z.string().trim().min(1).max(500);

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
  account: z.object({ id: z.int(), name: z.string() }).nullable(),
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

/** A sale or an invoice with what is still open of it. */
export const Sale = ExpectedPayment.extend({
  /** Positive cents; what confirmed matches have not paid. */
  open: Cents,
  /** *proposed*: a match waits for a person. */
  state: z.enum(['paid', 'part-paid', 'proposed', 'open']),
  /** The match that pays it or might, confirmed or proposed. */
  match: z.int().nullable(),
});
export type Sale = z.infer<typeof Sale>;

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

/** Where balances stop adding up, to the cent, and what the row or message that is missing would have to say. */
export const BalanceBreak = z.object({
  account: z.object({ id: z.int(), name: z.string() }),
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

const page = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), cents: Cents, rows: z.array(row) });

const NewState = z
  .object({
    ids,
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

/** One line of what was done, newest first. `undone` ones can be done again until something new is done. */
export const HistoryStep = z.object({
  id: z.int(),
  /** The order that did it, `matches.accept`; `imports.run` for an import. */
  name: z.string(),
  at: Instant,
  /** How many records it touched: a bulk action is one step. */
  count: z.int(),
  /** A file's name, a month, a reason: whatever names the step. */
  subject: z.string().nullable(),
  undone: z.boolean(),
});
export type HistoryStep = z.infer<typeof HistoryStep>;

/** Two tellings of a sale: certainly one, or one or two, which only their owner knows. */
export const SaleLikeness = z.enum(['same', 'like']);
export type SaleLikeness = z.infer<typeof SaleLikeness>;

const Stepped = z.object({ step: HistoryStep });

/** Decisions, sales and matches, and the steps that changed them. `cents` of a page are of all it lets through. */
export const decisionEntries = {
  /** Writes sales or invoices into the book, typed or read by `sales.read`; one step. Answers their ids. */
  'sales.add': command(
    z.object({ sales: z.array(NewExpectedPayment).min(1).max(20_000) }).strict(),
    z.object({ ids: z.array(z.int()) }),
  ),
  'sales.remove': command(z.object({ ids }).strict(), none),
  /** Reads a list of sales (CSV or tabs, a line of titles first), stores nothing. Rows it cannot take are named. */
  'sales.read': query(
    z.object({ text: z.string().min(1).max(8_000_000) }).strict(),
    z.object({
      sales: z.array(NewExpectedPayment),
      issues: z.array(z.object({ row: z.int(), reason: z.string(), text: z.string() })),
    }),
  ),
  /**
   * Which of these the book has already, by their place in the list: the same, or one that may be the same and may be
   * another. Each is held against another sale of the book. `sale` is that sale in a line.
   */
  'sales.alike': query(
    z.object({ sales: z.array(NewExpectedPayment).min(1).max(20_000) }).strict(),
    z.array(z.object({ index: z.int(), as: SaleLikeness, sale: z.string() })),
  ),
  'sales.page': query(
    z.object({
      state: z.enum(['paid', 'part-paid', 'proposed', 'open']).nullable().default(null),
      date: IsoDate.optional(),
      search: z.string().max(200).default(''),
      ...Window,
    }),
    page(Sale),
  ),

  /** Most money at risk first. Without a state: all that still ask, which are open, waiting, or snoozed until now. */
  'decisions.page': query(
    z.object({
      code: DecisionCode.nullable().default(null),
      state: DecisionState.nullable().default(null),
      /** Of what happened that day. */
      date: IsoDate.optional(),
      account: z.int().nullable().default(null),
      search: z.string().max(200).default(''),
      ...Window,
    }),
    page(Decision).extend({
      /** What still asks, by code, whatever the filter; codes of which there is none are left out. */
      codes: z.array(z.object({ code: DecisionCode, count: z.int(), cents: Cents })),
    }),
  ),
  'decisions.one': query(z.object({ id: z.int().positive() }).strict(), DecisionStory),
  'decisions.set': command(NewState, Stepped),

  'matches.page': query(
    z.object({
      state: MatchState.nullable().default(null),
      rule: MatchRule.nullable().default(null),
      search: z.string().max(200).default(''),
      ...Window,
    }),
    page(MatchStory),
  ),
  /** One match with its records; refused as `not-found`. */
  'matches.one': query(z.object({ id: z.int().positive() }).strict(), MatchStory),
  /** Confirms proposals. */
  'matches.accept': command(z.object({ ids }).strict(), Stepped),
  /** These records do not belong together: not proposed again. */
  'matches.reject': command(z.object({ ids, reason: Reason.nullable().default(null) }).strict(), Stepped),
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
  'matches.revoke': command(z.object({ ids, reason: Reason }).strict(), Stepped),
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

  'history.page': query(
    z.object({ ...Window }),
    z.object({ total: z.int(), rows: z.array(HistoryStep), canUndo: z.boolean(), canRedo: z.boolean() }),
  ),
  /** Takes back the newest step. Refused as `nothing-to-undo`. */
  'history.undo': command(none, Stepped),
  'history.redo': command(none, Stepped),
} as const;
