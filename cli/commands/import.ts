import { text as allOf } from 'node:stream/consumers';
import type { FileRefused, ImportReport } from '#contract/import.ts';
import { DateOrder, ProfileUse } from '#contract/profile.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { BOOK_HELP, bookOptions, bookPath, readWords } from '../options.ts';
import { ImportOutput } from '../outputs.ts';
import { harmless } from '../print.ts';
import { progressLine } from '../progress.ts';
import { filesIn, prepare, type Prepared, type Said } from './import-sources.ts';
import { reportText } from './import-words.ts';

const help = `risiti import FILE… [--as USE [--dates ORDER] | --map PROFILE] [--password-stdin] [--again] [--book PATH]
              [--dry-run] [--json]

Reads messages, statements and lists of sales into the book, one file after another; of a folder, every file in it.
What the book has already is not added again. A file is stored as a whole or, should it fail, not at all; the others
are still read.

${BOOK_HELP}  --dry-run     read and report exactly as an import would, store nothing
  --as USE      a table of sales, invoices or payments: its columns are read as their titles and cells suggest, and
                that is kept for the next file with the same titles
  --dates ORDER day-month-year, month-day-year, year-month-day or day-number (days as Excel counts them), where the
                dates of such a table read both ways
  --map PROFILE read the columns as this profile says, one that was kept before
  --password-stdin
                the first line of standard input opens a locked document; it is kept nowhere
  --again       also what was imported and undone before

Exit code 1: rows that could not be read, or printed totals that do not hold. 2: a file that could not be read at all.
`;

export const importFiles: Command = { name: 'import', summary: 'put messages and statements into the book', help, run };

const options = {
  ...bookOptions,
  'dry-run': { type: 'boolean' },
  again: { type: 'boolean' },
  map: { type: 'string' },
  as: { type: 'string' },
  dates: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, options);
  if (positionals.length === 0) throw new UsageError('Name at least one file.');
  const paths = filesIn(positionals);
  if (paths.length === 0) throw new UsageError('There is no file in there: name files, or a folder that has some.');
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
    const outcomes = await readAll(books, paths, { dryRun: values['dry-run'] === true, said });
    return tell(outcomes, values.json === true, terminal);
  } finally {
    await books.close();
  }
}

type Values = {
  readonly map?: string;
  readonly as?: string;
  readonly dates?: string;
  readonly again?: boolean;
  readonly 'password-stdin'?: boolean;
};

async function saidOf({ map, as, dates, again, 'password-stdin': locked }: Values, { stdin }: Terminal): Promise<Said> {
  if (map !== undefined && as !== undefined) throw new UsageError('--map and --as both say how columns are read.');
  if (dates !== undefined && as === undefined) throw new UsageError('--dates goes with --as.');
  return {
    map,
    as: oneOf('--as', as, ProfileUse.options),
    dates: oneOf('--dates', dates, DateOrder.options),
    ...(again ? { again: true } : {}),
    ...(locked ? { password: await firstLine(stdin) } : {}),
  };
}

function oneOf<Word extends string>(flag: string, word: string | undefined, words: readonly Word[]): Word | undefined {
  const found = words.find((one) => one === word);
  if (word !== undefined && found === undefined) throw new UsageError(`${flag} takes one of ${words.join(', ')}.`);
  return found;
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
  const prepared: Prepared[] = [];
  for (const path of paths) prepared.push(await prepare(books, path, said));
  const ready = prepared.filter((one) => one.ok);
  const answers: Outcome[] = [];
  for (let at = 0; at < ready.length; at += AT_ONCE) {
    const sources = ready.slice(at, at + AT_ONCE).map(({ source }) => source);
    answers.push(...(await books.ask(dryRun ? 'imports.preview' : 'imports.run', { sources })).files);
  }
  if (!dryRun) await keepProfiles(books, ready, answers);
  const answered = answers.values();
  return prepared.flatMap((one): Outcome | Outcome[] => (one.ok ? (answered.next().value ?? []) : one));
}

/** What read at least one row is kept for the next file with the same titles. */
async function keepProfiles(books: Books, ready: readonly Prepared[], answers: readonly Outcome[]): Promise<void> {
  for (const [at, one] of ready.entries()) {
    const answer = answers[at];
    if (!one.ok || one.profile === null || !answer?.ok) continue;
    if (answer.report.rows.rejected < answer.report.rows.read) await books.ask('profiles.save', one.profile);
  }
}

function tell(outcomes: readonly Outcome[], json: boolean, { stdout, stderr }: Terminal): ExitCode {
  const reports = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.report] : []));
  const refusals = outcomes.filter((outcome) => !outcome.ok);
  if (json) stdout.write(`${JSON.stringify(ImportOutput.parse({ files: reports }))}\n`);
  else for (const report of reports) stdout.write(reportText(report));
  for (const refusal of refusals) stderr.write(`risiti import: ${harmless(refusal.message)}\n`);
  if (refusals.length > 0) return 2;
  return reports.some(needsAttention) ? 1 : 0;
}

const needsAttention = ({ rows, checks }: ImportReport) => rows.rejected > 0 || checks.some(({ holds }) => !holds);
