import { z } from 'zod';
import { accountKinds, kinds } from '#parser/kinds.ts';

/** Integer cents. Signed where a sentence says so; never a fraction. */
export const Cents = z.int();

/** `2026-03-15T14:30:00+03:00`: the zone is always written. */
export const Instant = z.string();

/** `2026-03-15` */
export const IsoDate = z.iso.date();

/** Which account money moved on. A portal statement's account is a till's or paybill's, or one of the organisation's inner ones. */
export const AccountKind = z.enum([...accountKinds, 'settlement', 'working', 'cash']);
export type AccountKind = z.infer<typeof AccountKind>;

export const Direction = z.enum(['in', 'out', 'none']);
export type Direction = z.infer<typeof Direction>;

/** Which witness told of a movement. */
export const Source = z.enum(['sms', 'statement', 'lookup', 'callback']);
export type Source = z.infer<typeof Source>;

/** A message's kind, or what only a statement tells: a charge on its own row, a sweep to the settlement account, anything else. */
export const MovementKind = z.enum([...kinds, 'charge', 'settlement', 'business_payment', 'statement_other']);
export type MovementKind = z.infer<typeof MovementKind>;

/**
 * How far a payment has climbed: *claimed* (a customer's screen, a typed code), *seen* (our own SMS), *confirmed* (a
 * statement row or a provider's final answer), *proved* (a row of a statement whose balances add up), *settled* (a part of
 * money that was swept to the bank, to the cent).
 * *Reversed* (all of it was taken back), *failed* and *disputed* have left the ladder.
 */
export const Standing = z.enum(['claimed', 'seen', 'confirmed', 'proved', 'settled', 'reversed', 'failed', 'disputed']);
export type Standing = z.infer<typeof Standing>;

/** What does not agree about a payment; what more can ask for a decision is in `decisions.ts`. */
export const ExceptionCode = z.enum([
  'not-on-statement',
  'no-message',
  'amounts-differ',
  'reversed-after-sale',
  'messages-conflict',
  'statements-conflict',
  'receipt-date-differs',
  'unread-message',
  'lookup-conflict',
  'lookup-inconclusive',
]);
export type ExceptionCode = z.infer<typeof ExceptionCode>;

/** By which pass the witnesses of a payment were joined, strongest first. */
export const Pass = z.enum(['receipt-and-amount', 'receipt-other-amount']);
export type Pass = z.infer<typeof Pass>;

/** What became of one line that was read. `read` is the sum of the four. */
export const Verdict = z.enum(['stored', 'duplicate', 'skipped', 'rejected']);
export type Verdict = z.infer<typeof Verdict>;

/** Money in and money out of the same rows, both positive. */
export const Totals = z.object({ in: Cents, out: Cents });
export type Totals = z.infer<typeof Totals>;

/** An account as lists name it. */
export const AccountName = z.object({ id: z.int(), name: z.string() });
