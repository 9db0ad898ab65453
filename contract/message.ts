import { z } from 'zod';
import { Cents, Direction, Instant, MovementKind } from './words.ts';

/** One SMS text exactly as received, and what was read from it in brief. The page reads the text again for highlights. */
export const Message = z.object({
  id: z.int(),
  text: z.string(),
  sender: z.string().nullable(),
  /** When the phone says it came; null for pasted text. */
  receivedAt: Instant.nullable(),
  outcome: z.enum(['parsed', 'notice', 'unrecognised']),
  rule: z.string().nullable(),
  kind: MovementKind.nullable(),
  direction: Direction.nullable(),
  receipt: z.string().nullable(),
  amount: Cents.nullable(),
  party: z.string().nullable(),
  occurredAt: Instant.nullable(),
  importId: z.int(),
});
export type Message = z.infer<typeof Message>;

/** *when*: the time it tells, and where it tells none, when the phone had it. */
export const MessageSort = z.object({ by: z.enum(['when', 'amount', 'party', 'outcome']), descending: z.boolean() });
export type MessageSort = z.infer<typeof MessageSort>;
