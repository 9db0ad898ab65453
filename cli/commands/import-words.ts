import type { ImportReport } from '#contract/import.ts';
import { counted, dateAndTime, figure, harmless, money } from '../print.ts';

/** What one file says and what became of its rows, as a terminal shows it. */
export function reportText(report: ImportReport): string {
  const { name, importer, mapped, account, period } = report;
  const lines = [
    `${harmless(name)} (${mapped ? `${mapped.use}, read as “${harmless(mapped.name)}”` : importer})`,
    account &&
      `  ${[account.kind, account.shortcode, account.holder]
        .filter(Boolean)
        .map((word) => harmless(String(word)))
        .join(' ')}`,
    period && `  ${dateAndTime(period.from)} to ${dateAndTime(period.to)}`,
    ...rowsText(report),
    report.undoneBefore && '  was imported and undone before',
    report.newAccounts.length > 0 &&
      `  new in this book: ${report.newAccounts.map(({ kind, shortcode }) => harmless([kind, shortcode].filter(Boolean).join(' '))).join(', ')}`,
    report.conflicting > 0 &&
      `  ${counted(report.conflicting, 'receipt')} the book has with another amount, the first: ${conflictOf(report)}`,
    ...proofOf(report),
    ...report.issues
      .filter(({ verdict }) => verdict === 'stored' || verdict === 'duplicate')
      .map(({ row, reason }) => `  row ${row}: ${harmless(reason)}`),
    ...report.issues
      .filter(({ verdict }) => verdict === 'rejected')
      .map(({ row, reason }) => `  row ${row} rejected: ${harmless(reason)}`),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}

function rowsText({ rows, totals, mapped }: ImportReport): string[] {
  const sold = mapped !== null && mapped.use !== 'payments';
  return [
    `  ${counted(rows.read, 'row')}: ${figure(rows.stored)} new, ${figure(rows.duplicate)} already there, ${figure(rows.skipped)} skipped, ${figure(rows.rejected)} rejected`,
    sold
      ? `  of the new ones: ${money(totals.in)} to be paid`
      : `  of the new ones: in ${money(totals.in)}, out ${money(totals.out)}`,
  ];
}

function conflictOf({ conflicts: [first] }: ImportReport): string {
  return first
    ? `${harmless(first.receipt)} in row ${first.row}, ${money(first.amount)} for ${money(first.known)}`
    : '';
}

const figures = {
  'total-in': 'total paid in',
  'total-out': 'total withdrawn',
  closing: 'closing balance',
  'running-balance': 'running balance',
};

function proofOf({ verified, checks, closing }: ImportReport): string[] {
  if (verified)
    return [`  proved: its totals and balances hold${closing === null ? '' : `, closing with ${money(closing)}`}`];
  return checks
    .filter(({ holds }) => !holds)
    .map(({ what, printed, found, row }) => {
      const where = row === null ? '' : ` at row ${row}`;
      return `  DOES NOT HOLD: the ${figures[what]}${where} is printed as ${money(printed)}, the rows give ${money(found)}`;
    });
}
