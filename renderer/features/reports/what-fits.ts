import type { ExportFormat, ExportSubject, ExportWish } from '#contract/export.ts';

/** The formats as a person would look for them. */
export const formatGroups = {
  groupTables: ['xlsx', 'pdf', 'csv'],
  groupPrograms: ['quickbooks-3', 'quickbooks-4', 'xero', 'sage', 'zoho', 'odoo', 'wave'],
  groupBank: ['ofx', 'qif', 'camt053'],
  groupJournals: ['hledger', 'beancount'],
} as const satisfies Record<string, readonly ExportFormat[]>;

/** Tables take every subject; a program is told payments only. */
export const takes = (format: ExportFormat, subject: ExportSubject): boolean =>
  subject === 'payments' || format === 'xlsx' || format === 'pdf' || format === 'csv';

/** A bank's file is of one account, and so is a reconciliation. */
export const needsAccount = ({ format, subject }: Pick<ExportWish, 'format' | 'subject'>): boolean =>
  format === 'ofx' || format === 'camt053' || subject === 'reconciliation';
