import { z } from 'zod';
import { LookupRow } from '#contract/links.ts';
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

/** What `risiti lookup --json` prints. `open`: how many of the whole queue wait to be asked again. */
export const LookupOutput = z.object({
  added: z.int(),
  already: z.int(),
  impossible: z.int(),
  open: z.int(),
  lookups: z.array(
    LookupRow.pick({
      id: true,
      service: true,
      key: true,
      expected: true,
      state: true,
      failure: true,
      answer: true,
      outcome: true,
    }),
  ),
});

/** Every `--json` output that has a schema, by the command that prints it. */
export const outputs = {
  import: ImportOutput,
  lookup: LookupOutput,
  reconcile: Reconciliation,
  report: Report,
} as const;
export type OutputName = keyof typeof outputs;
export const outputNames: readonly OutputName[] = ['import', 'lookup', 'reconcile', 'report'];
