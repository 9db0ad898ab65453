import { z } from 'zod';
import { HttpFailure, ProviderIds } from './provider-answer.ts';
import { Move, ServiceId } from './provider.ts';
import { Cents, Instant } from './words.ts';

const phone = z.string().regex(/^(?:254|0)[17]\d{8}$/);
const amount = Cents.min(100).max(100_000_000);
const words = z.string().trim().max(160);

/** What each move needs. Amounts are positive cents; phones are whole Kenyan numbers, `0712345678` or `254712345678`. */
export const moveInputs = {
  'request-payment': z.strictObject({ phone, amount, reference: words.min(1), description: words.default('') }),
  'send-money': z.strictObject({
    phone,
    amount,
    command: z.enum(['BusinessPayment', 'SalaryPayment', 'PromotionPayment']),
    remarks: words.default(''),
    occasion: words.default(''),
  }),
  'send-airtime': z.strictObject({ phone, amount }),
  /** The service's own number of the payment; the amount is what the person saw and pressed for. */
  reverse: z.strictObject({ transaction: z.string().regex(/^\d{1,18}$/), amount }),
  'send-sms': z.strictObject({ phone, text: z.string().min(1).max(1_530) }),
  'send-bulk-sms': z.strictObject({ phones: z.array(phone).min(1).max(500), text: z.string().min(1).max(1_530) }),
  simulate: z.strictObject({ phone, amount, reference: words.min(1) }),
} as const satisfies Record<Move, z.ZodType>;
export type MoveInput<M extends Move> = z.output<(typeof moveInputs)[M]>;

/** How far an order has come. `unknown`: it may or may not have been carried out; it is looked up and never resent. */
export const MoveState = z.enum([
  'sending',
  'accepted',
  'refused',
  'not-sent',
  'unknown',
  'completed',
  'failed',
  'cancelled',
  'expired',
]);
export type MoveState = z.infer<typeof MoveState>;

/** One press of a button that moves money, written down before anything is sent. */
export const MoveRecord = z.object({
  /** Made by the screen for one press: pressing twice with one id sends once. */
  id: z.uuid(),
  linkedAccount: z.int(),
  service: ServiceId,
  move: Move,
  /** What was confirmed on the screen, as JSON. */
  input: z.string(),
  amount: Cents.nullable(),
  state: MoveState,
  reason: z.string().nullable(),
  failure: HttpFailure.nullable(),
  ids: ProviderIds,
  receipt: z.string().nullable(),
  pressedAt: Instant,
  settledAt: Instant.nullable(),
});
export type MoveRecord = z.infer<typeof MoveRecord>;
