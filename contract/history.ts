import { z } from 'zod';
import { none, Window } from './asked.ts';
import { command, query } from './define.ts';
import { Instant } from './words.ts';

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

/** What an order that can be undone answers. */
export const Stepped = z.object({ step: HistoryStep });

/** What was done, and the way back one step at a time. */
export const historyEntries = {
  'history.page': query(
    z.object({ ...Window.shape }),
    z.object({ total: z.int(), rows: z.array(HistoryStep), canUndo: z.boolean(), canRedo: z.boolean() }),
  ),
  /** Takes back the newest step. Refused as `nothing-to-undo`. */
  'history.undo': command(none, Stepped),
  'history.redo': command(none, Stepped),
} as const;
