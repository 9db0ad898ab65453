import { z } from 'zod';
import { Account } from './account.ts';
import { Instant, IsoDate, Totals } from './words.ts';

/** The glance: what the book holds and what the last day in it brought. */
export const BookSummary = z.object({
  /** Where the file lies, to be shown; never to be sent back. */
  path: z.string(),
  name: z.string(),
  /** True until something is stored. */
  empty: z.boolean(),
  /** True while the sample shop's files are in the book. */
  sample: z.boolean(),
  messages: z.int(),
  unread: z.int(),
  payments: z.int(),
  imports: z.int(),
  accounts: z.array(Account),
  /** The newest day that has a payment, with what came in and went out on it. */
  lastDay: z.object({ date: IsoDate, totals: Totals, count: z.int() }).nullable(),
  /** The newest fourteen days with payments, oldest first. */
  days: z.array(z.object({ date: IsoDate, totals: Totals, count: z.int() })),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
});
export type BookSummary = z.infer<typeof BookSummary>;

/** The owner's choices, kept in the book. */
export const Settings = z.object({
  language: z.enum(['en', 'sw']).default('en'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['compact', 'normal', 'roomy']).default('normal'),
});
export type Settings = z.infer<typeof Settings>;

/** Work under way, as the strip under the top bar shows it. Null when nothing runs. */
export const Work = z.object({
  name: z.enum(['preview', 'import', 'undo', 'reconcile']),
  /** The file's name where there is one. */
  subject: z.string().nullable(),
  /** Bytes of the source, or rows where bytes are not known; null when not known beforehand. */
  done: z.number(),
  total: z.number().nullable(),
  rows: z.int(),
  startedAt: z.number(),
});
export type Work = z.infer<typeof Work>;

/** What every window is told; `turned`: another book is open, and nothing of the one before holds. */
export type BookEvent = { kind: 'changed' } | { kind: 'turned' } | { kind: 'work'; work: Work | null };
