import { z } from 'zod';
import { command } from './define.ts';
import { FileToken } from './import.ts';
import { IsoDate, Verdict } from './words.ts';

/** What can be handed on. `sales`: what was to be paid, with what is paid of it; `reconciliation`: one account and period on one page. */
export const ExportSubject = z.enum(['payments', 'movements', 'sales', 'exceptions', 'reconciliation']);
export type ExportSubject = z.infer<typeof ExportSubject>;

/** The programs and formats that payments can be written for; `xlsx`, `pdf` and `csv` take every subject, the others only payments. */
export const ExportFormat = z.enum([
  'xlsx',
  'pdf',
  'csv',
  'quickbooks-3',
  'quickbooks-4',
  'xero',
  'sage',
  'zoho',
  'odoo',
  'wave',
  'ofx',
  'qif',
  'camt053',
  'hledger',
  'beancount',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What is to be written. Days are East Africa's, both ends inclusive; null: without an end. */
export const ExportWish = z
  .object({
    subject: ExportSubject,
    format: ExportFormat,
    /** Null: every account; `ofx` and `camt053` name one. */
    account: z.int().positive().nullable(),
    from: IsoDate.nullable(),
    to: IsoDate.nullable(),
  })
  .strict();
export type ExportWish = z.infer<typeof ExportWish>;

/** Files made, each to be fetched by its token: `GET /downloads/<token>` in a browser, `save(token)` under Electron. */
export const ExportMade = z.object({
  files: z.array(FileToken),
  /** Rows in all of them. */
  rows: z.int(),
  /** The first lines, at most 20, cells of a workbook or a PDF parted by tabs. */
  head: z.array(z.string()),
});
export type ExportMade = z.infer<typeof ExportMade>;

export const exportEntries = {
  /** Throws `not-exportable` where the format does not take the subject or needs one account. */
  'exports.make': command(ExportWish, ExportMade),
  /** The rows of an import with one verdict, as CSV: to be put right in a spreadsheet. Throws `not-found`. */
  'exports.rows': command(z.object({ id: z.int().positive(), verdict: Verdict }).strict(), ExportMade),
} as const;
