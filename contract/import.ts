import { z } from 'zod';
import { refusals } from './errors.ts';
import { Profile, ProfileUse } from './profile.ts';
import { AccountKind, Cents, Instant, Source, Totals, Verdict } from './words.ts';

/** A file the host has taken in and handed a token for. The page never names a path. */
export const FileToken = z.object({
  token: z.string().min(1).max(64),
  name: z.string().max(512),
  size: z.int().nonnegative(),
});
export type FileToken = z.infer<typeof FileToken>;

const said = {
  /** What the preview said of this source: refused as `file-changed` where it has become another since. */
  digest: z.string().max(64).optional(),
  /** Yes, although it was undone before. */
  again: z.boolean().optional(),
};

/**
 * What to read: a file by its token, with the password of a locked document where it has one and the profile to read it
 * by where that is not told by its titles, a kept one by its name; or pasted text.
 */
export const ImportSource = z.union([
  z.object({
    token: z.string().min(1).max(64),
    password: z.string().max(200).optional(),
    profile: z.union([z.string().max(100), Profile]).optional(),
    ...said,
  }),
  z.object({ text: z.string().min(1).max(8_000_000), ...said }),
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

/** A row that was not stored, or that may be a sale the book knows, with its reason in a sentence that says what to do. */
export const RowIssue = z.object({ row: z.int(), verdict: Verdict, reason: z.string(), text: z.string() });
export type RowIssue = z.infer<typeof RowIssue>;

/** A row that was stored although the book has the same receipt with another amount: one of the two is wrong. */
export const Conflict = z.object({
  row: z.int(),
  receipt: z.string(),
  /** Signed, as the row says. */
  amount: Cents,
  /** Signed, as the book has it, told by `source`. */
  known: Cents,
  source: Source,
});
export type Conflict = z.infer<typeof Conflict>;

/** What one file says and what became of its rows; a preview and a finished import have the same shape and the same counts. */
export const ImportReport = z.object({
  name: z.string(),
  /** The importer's id, `mpesa-portal-csv`. */
  importer: z.string(),
  /** The profile it was read by, and what its rows tell: money that moved, or sales or invoices to be paid. */
  mapped: z.object({ name: z.string(), use: ProfileUse }).nullable(),
  account: z.object({ kind: AccountKind, shortcode: z.string().nullable(), holder: z.string().nullable() }).nullable(),
  period: z.object({ from: Instant, to: Instant }).nullable(),
  rows: RowCounts,
  /** Of the rows stored; sales and invoices stand under `in`: what they should bring. */
  totals: Totals,
  /** As printed in the file; null where it prints none. */
  opening: Cents.nullable(),
  closing: Cents.nullable(),
  /** True only where the file's printed totals and balances were checked and hold. */
  verified: z.boolean(),
  checks: z.array(Check),
  /** The first rows that were skipped or rejected, or that a person should look at, at most 200; `imports.rows` has all. */
  issues: z.array(RowIssue),
  /** The first of them, at most 200, and how many there are. */
  conflicts: z.array(Conflict),
  conflicting: z.int(),
  /** Accounts that the book did not know before: to be confirmed by the owner. */
  newAccounts: z.array(z.object({ kind: AccountKind, shortcode: z.string().nullable() })),
  /** The very same source was imported and undone; it is imported again only when asked to. */
  undoneBefore: z.boolean(),
  /** SHA-256 of the source, in hex. */
  digest: z.string(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** The report, and the import's number in the book. */
export const ImportDone = ImportReport.extend({ id: z.int() });
export type ImportDone = z.infer<typeof ImportDone>;

/** A source that could not be read, by itself: the others are not held up. */
export const FileRefused = z.object({
  ok: z.literal(false),
  name: z.string(),
  code: z.enum(refusals),
  /** What the file looks like and what was looked for, or what else is wrong. English. */
  message: z.string(),
  /** A table whose columns `mapper.guess` can be asked about. */
  mappable: z.boolean(),
});
export type FileRefused = z.infer<typeof FileRefused>;

/** What an import would do with each source, in the order given. */
export const Preview = z.object({
  files: z.array(z.union([z.object({ ok: z.literal(true), report: ImportReport }), FileRefused])),
  /** The state of the book that it holds for; handed to `imports.run`, which refuses as `book-changed` in any other. */
  book: z.string(),
});
export type Preview = z.infer<typeof Preview>;

/** What became of each source, in the order given. */
export const ImportsDone = z.object({
  files: z.array(z.union([z.object({ ok: z.literal(true), report: ImportDone }), FileRefused])),
});
export type ImportsDone = z.infer<typeof ImportsDone>;

/** A line of the list of imports. */
export const ImportSummary = ImportReport.omit({
  mapped: true,
  issues: true,
  conflicts: true,
  conflicting: true,
  newAccounts: true,
  undoneBefore: true,
  digest: true,
}).extend({
  id: z.int(),
  importedAt: Instant,
  undoneAt: Instant.nullable(),
  sample: z.boolean(),
  /** Its rows are sales or invoices. */
  sales: z.boolean(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** One line as it was read, and what became of it. */
export const ImportRow = z.object({ row: z.int(), verdict: Verdict, reason: z.string().nullable(), text: z.string() });
export type ImportRow = z.infer<typeof ImportRow>;
