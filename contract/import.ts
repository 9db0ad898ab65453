import { z } from 'zod';
import { AccountKind, Cents, Instant, Totals, Verdict } from './words.ts';

/** A file the host has taken in and handed a token for. The page never names a path. */
export const FileToken = z.object({
  token: z.string().min(1).max(64),
  name: z.string().max(512),
  size: z.int().nonnegative(),
});
export type FileToken = z.infer<typeof FileToken>;

/** What to read: a file by its token, with the password of a locked document where it has one, or pasted text. */
export const ImportSource = z.union([
  z.object({ token: z.string().min(1).max(64), password: z.string().max(200).optional() }),
  z.object({ text: z.string().min(1).max(8_000_000) }),
]);
export type ImportSource = z.infer<typeof ImportSource>;

export const RowCounts = z.object({
  /** The other four added up. */
  read: z.int(),
  stored: z.int(),
  duplicate: z.int(),
  /** Rows that say themselves that no money moved, or texts that are no payment. */
  skipped: z.int(),
  rejected: z.int(),
});
export type RowCounts = z.infer<typeof RowCounts>;

/** One printed figure held against what the rows add up to. */
export const Check = z.object({
  what: z.enum(['total-in', 'total-out', 'closing', 'running-balance']),
  printed: Cents,
  found: Cents,
  holds: z.boolean(),
  /** For a running balance that breaks: the row where it first does. */
  row: z.int().nullable(),
});
export type Check = z.infer<typeof Check>;

/** A row that was not stored, with its reason in a sentence that says what to do. */
export const RowIssue = z.object({ row: z.int(), verdict: Verdict, reason: z.string(), text: z.string() });
export type RowIssue = z.infer<typeof RowIssue>;

/** What one file says and what became of its rows; a preview and a finished import have the same shape and the same counts. */
export const ImportReport = z.object({
  name: z.string(),
  /** The importer's id, `mpesa-portal-csv`. */
  importer: z.string(),
  account: z.object({ kind: AccountKind, shortcode: z.string().nullable(), holder: z.string().nullable() }).nullable(),
  period: z.object({ from: Instant, to: Instant }).nullable(),
  rows: RowCounts,
  /** Of the rows stored. */
  totals: Totals,
  /** As printed in the file; null where it prints none. */
  opening: Cents.nullable(),
  closing: Cents.nullable(),
  /** True only where the file's printed totals and balances were checked and hold. */
  verified: z.boolean(),
  checks: z.array(Check),
  /** The first rows that were skipped or rejected, at most 200; `imports.rows` has all. */
  issues: z.array(RowIssue),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** The report, and the import's number in the book. */
export const ImportDone = ImportReport.extend({ id: z.int() });
export type ImportDone = z.infer<typeof ImportDone>;

/** A line of the list of imports. */
export const ImportSummary = ImportReport.omit({ issues: true }).extend({
  id: z.int(),
  importedAt: Instant,
  undoneAt: Instant.nullable(),
  sample: z.boolean(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** One line as it was read, and what became of it. */
export const ImportRow = z.object({ row: z.int(), verdict: Verdict, reason: z.string().nullable(), text: z.string() });
export type ImportRow = z.infer<typeof ImportRow>;
