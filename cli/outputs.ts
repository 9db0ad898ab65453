import { z } from 'zod';
import { ImportReport } from '#contract/import.ts';
import { Reconciliation } from '#contract/reconciliation.ts';
import { Report } from '#contract/report.ts';

/** What `risiti import --json` prints: one line a file that was read, in the order given. */
export const ImportOutput = z.object({
  files: z.array(
    ImportReport.pick({
      name: true,
      importer: true,
      rows: true,
      totals: true,
      opening: true,
      closing: true,
      verified: true,
    }),
  ),
});
export type ImportOutput = z.infer<typeof ImportOutput>;

/** Every `--json` output that has a schema, by the command that prints it. */
export const outputs = { import: ImportOutput, reconcile: Reconciliation, report: Report } as const;
export type OutputName = keyof typeof outputs;
export const outputNames: readonly OutputName[] = ['import', 'reconcile', 'report'];
