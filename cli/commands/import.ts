import { basename, resolve } from 'node:path';
import type { ImportReport } from '#contract/import.ts';
import { LedgerError } from '#ledger/errors.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { BOOK_HELP, bookOptions, bookPath, readWords } from '../options.ts';
import { ImportOutput } from '../outputs.ts';
import { counted, dateAndTime, figure, harmless, money } from '../print.ts';
import { progressLine } from '../progress.ts';

const help = `risiti import FILE… [--book PATH] [--dry-run] [--json]

Reads messages and statements into the book, one file after another. What the book has already is not added again.
A file is stored as a whole or, should it fail, not at all; the others are still read.

${BOOK_HELP}  --dry-run     read and report exactly as an import would, store nothing

Exit code 1: rows that could not be read, or printed totals that do not hold. 2: a file that could not be read at all.
`;

export const importFiles: Command = { name: 'import', summary: 'put messages and statements into the book', help, run };

/** What became of one file. */
type Outcome = { readonly report: ImportReport } | { readonly refused: LedgerError };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, { ...bookOptions, 'dry-run': { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('Name at least one file.');
  let stopping = false;
  let cancellable: Books | null = null;
  // Once only: a second Ctrl+C ends the program, and the transaction with it.
  process.once('SIGINT', () => {
    stopping = true;
    void cancellable?.ask('work.cancel', {});
  });
  const books = await openBooks(bookPath(values.book, terminal), { writer: writerThread, samples: null });
  cancellable = books;
  const show = progressLine(terminal.stderr);
  books.on((event) => {
    show(event);
    // The wish to stop may be older than the work.
    if (stopping && event.kind === 'work' && event.work) void books.ask('work.cancel', {});
  });
  try {
    const read = values['dry-run'] ? previewAll : importAll;
    const outcomes = await read(books, positionals);
    return tell(outcomes, values.json === true, terminal);
  } finally {
    await books.close();
  }
}

async function importAll(books: Books, paths: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const path of paths) {
    const outcome = await attempt(() => offered(books, 'imports.run', [path]));
    outcomes.push(...outcome);
    if (outcome.some((one) => 'refused' in one && one.refused.code === 'cancelled')) break;
  }
  return outcomes;
}

/**
 * All files together, so that one that repeats another says so. Where one cannot be read, each is tried alone to find
 * out which, and the others together again.
 */
async function previewAll(books: Books, paths: readonly string[]): Promise<Outcome[]> {
  const together = await attempt(() => offered(books, 'imports.preview', paths));
  if (together.every((one) => 'report' in one) || paths.length === 1) return together;
  const refused: Outcome[] = [];
  const readable: string[] = [];
  for (const path of paths) {
    const alone = await attempt(() => offered(books, 'imports.preview', [path]));
    if (alone.every((one) => 'report' in one)) readable.push(path);
    else refused.push(...alone);
  }
  return readable.length === 0 ? refused : [...(await previewAll(books, readable)), ...refused];
}

async function offered(
  books: Books,
  name: 'imports.run' | 'imports.preview',
  paths: readonly string[],
): Promise<ImportReport[]> {
  const sources = paths.map((path) => ({ token: books.offer({ path: resolve(path), name: basename(path) }).token }));
  return (await books.ask(name, { sources })).files;
}

/** A refusal of one file is an answer; anything else is not ours to swallow. */
async function attempt(read: () => Promise<ImportReport[]>): Promise<Outcome[]> {
  try {
    return (await read()).map((report) => ({ report }));
  } catch (error) {
    if (error instanceof LedgerError) return [{ refused: error }];
    throw error;
  }
}

function tell(outcomes: readonly Outcome[], json: boolean, { stdout, stderr }: Terminal): ExitCode {
  const reports = outcomes.flatMap((outcome) => ('report' in outcome ? [outcome.report] : []));
  const refusals = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []));
  if (json) stdout.write(`${JSON.stringify(ImportOutput.parse({ files: reports }))}\n`);
  else for (const report of reports) stdout.write(textOf(report));
  for (const refusal of refusals) stderr.write(`risiti import: ${harmless(refusal.message)}\n`);
  if (refusals.length > 0) return 2;
  return reports.some(needsAttention) ? 1 : 0;
}

const needsAttention = ({ rows, checks }: ImportReport) => rows.rejected > 0 || checks.some(({ holds }) => !holds);

function textOf(report: ImportReport): string {
  const { name, importer, rows, totals, account, period } = report;
  const lines = [
    `${harmless(name)} (${importer})`,
    account &&
      `  ${[account.kind, account.shortcode, account.holder]
        .filter(Boolean)
        .map((word) => harmless(String(word)))
        .join(' ')}`,
    period && `  ${dateAndTime(period.from)} to ${dateAndTime(period.to)}`,
    `  ${counted(rows.read, 'row')}: ${figure(rows.stored)} new, ${figure(rows.duplicate)} already there, ${figure(rows.skipped)} skipped, ${figure(rows.rejected)} rejected`,
    `  of the new ones: in ${money(totals.in)}, out ${money(totals.out)}`,
    ...proofOf(report),
    ...report.issues
      .filter(({ verdict }) => verdict === 'rejected')
      .map(({ row, reason }) => `  row ${row} rejected: ${harmless(reason)}`),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
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
