import type { ImportReport, RowCounts } from '#contract/import.ts';

/** The rows of several files added up. */
export function sumOf(reports: readonly Pick<ImportReport, 'rows' | 'conflicting'>[]) {
  const rows: RowCounts = { read: 0, stored: 0, duplicate: 0, skipped: 0, rejected: 0 };
  let conflicting = 0;
  for (const report of reports) {
    rows.read += report.rows.read;
    rows.stored += report.rows.stored;
    rows.duplicate += report.rows.duplicate;
    rows.skipped += report.rows.skipped;
    rows.rejected += report.rows.rejected;
    conflicting += report.conflicting;
  }
  return { rows, conflicting };
}
