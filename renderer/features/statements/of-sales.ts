import type { ImportReport } from '#contract/import.ts';

/** Whether a file's rows are what should be paid, of which no account and no balance is told. */
export const isOfSales = ({ mapped }: Pick<ImportReport, 'mapped'>): boolean =>
  mapped !== null && mapped.use !== 'payments';
