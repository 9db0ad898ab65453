import { basename, resolve } from 'node:path';
import { text as allOf } from 'node:stream/consumers';
import type { FileRefused, ImportReport, ImportSource } from '#contract/import.ts';
import { LedgerError } from '#ledger/errors.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { BOOK_HELP, bookOptions, bookPath, readWords } from '../options.ts';
import { ImportOutput } from '../outputs.ts';
import { counted, dateAndTime, figure, harmless, money } from '../print.ts';
import { progressLine } from '../progress.ts';

const help = `risiti import FILE… [--map PROFILE] [--password-stdin] [--again] [--book PATH] [--dry-run] [--json]

Reads messages and statements into the book, one file after another. What the book has already is not added again.
A file is stored as a whole or, should it fail, not at all; the others are still read.

${BOOK_HELP}  --dry-run     read and report exactly as an import would, store nothing
  --map PROFILE read the columns as this profile says, one that was saved on the Import screen
  --password-stdin
                the first line of standard input opens a locked document; it is kept nowhere
  --again       also what was imported and undone before

Exit code 1: rows that could not be read, or printed totals that do not hold. 2: a file that could not be read at all.
`;

export const importFiles: Command = { name: 'import', summary: 'put messages and statements into the book', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, {
    ...bookOptions,
    'dry-run': { type: 'boolean' },
    again: { type: 'boolean' },
    map: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('Name at least one file.');
  const said = await saidOf(values, terminal);
  let stopping = false;
  let cancellable: Books | null = null;
  // Once only: a second Ctrl+C ends the program, and the transaction with it.
  process.once('SIGINT', () => {
    stopping = true;
    void cancellable?.ask('work.cancel', {});
  });
  const books = await openBooks(bookPath(values.book, terminal), {
    writer: writerThread,
    samples: null,
    apart: forkApart,
  });
  cancellable = books;
  const show = progressLine(terminal.stderr);
  books.on((event) => {
    show(event);
    // The wish to stop may be older than the work.
    if (stopping && event.kind === 'work' && event.work) void books.ask('work.cancel', {});
  });
  try {
    const outcomes = await readAll(books, positionals, { dryRun: values['dry-run'] === true, said });
    return tell(outcomes, values.json === true, terminal);
  } finally {
    await books.close();
  }
}

/** What holds for every file named. */
type Said = { readonly profile?: string; readonly password?: string; readonly again?: true };

type Values = { readonly map?: string; readonly again?: boolean; readonly 'password-stdin'?: boolean };

async function saidOf(values: Values, { stdin }: Terminal): Promise<Said> {
  return {
    ...(values.map === undefined ? {} : { profile: values.map }),
    ...(values.again ? { again: true } : {}),
    ...(values['password-stdin'] ? { password: await firstLine(stdin) } : {}),
  };
}

async function firstLine(stdin: Terminal['stdin']): Promise<string> {
  const password = (await allOf(stdin)).split(/\r?\n/, 1)[0] ?? '';
  if (password === '') throw new UsageError('Standard input has no password.');
  return password;
}

type Outcome = { readonly ok: true; readonly report: ImportReport } | FileRefused;

/** As many sources as one command takes. */
const AT_ONCE = 200;

type Chosen = { readonly dryRun: boolean; readonly said: Said };

/** All files together, so that one that repeats another says so; each is stored, or refused, by itself. */
async function readAll(books: Books, paths: readonly string[], { dryRun, said }: Chosen): Promise<Outcome[]> {
  const outcomes: (Outcome | null)[] = paths.map(() => null);
  const sources: ImportSource[] = [];
  for (const [at, path] of paths.entries()) {
    try {
      sources.push({ token: books.offer({ path: resolve(path), name: basename(path) }).token, ...said });
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      outcomes[at] = { ok: false, name: basename(path), code: error.code, message: error.message, mappable: false };
    }
  }
  if (sources.length === 0) return outcomes.filter((outcome) => outcome !== null);
  const answers: Outcome[] = [];
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    const some = { sources: sources.slice(at, at + AT_ONCE) };
    answers.push(...(await books.ask(dryRun ? 'imports.preview' : 'imports.run', some)).files);
  }
  const answered = answers[Symbol.iterator]();
  return outcomes.flatMap((outcome) => outcome ?? answered.next().value ?? []);
}

function tell(outcomes: readonly Outcome[], json: boolean, { stdout, stderr }: Terminal): ExitCode {
  const reports = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.report] : []));
  const refusals = outcomes.filter((outcome) => !outcome.ok);
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
    report.undoneBefore && '  was imported and undone before',
    report.conflicting > 0 &&
      `  ${counted(report.conflicting, 'receipt')} the book has with another amount, the first: ${conflictOf(report)}`,
    ...proofOf(report),
    ...report.issues
      .filter(({ verdict }) => verdict === 'rejected')
      .map(({ row, reason }) => `  row ${row} rejected: ${harmless(reason)}`),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
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
