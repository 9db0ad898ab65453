import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ExportFormat, ExportWish } from '#contract/export.ts';
import { LedgerError } from '../errors.ts';
import { type AccountFacts, accountFacts } from './account-facts.ts';
import { camt053 } from './camt053.ts';
import { entriesOf, type Entry } from './entries.ts';
import { beancount, hledger, qif } from './journals.ts';
import { ofx } from './ofx.ts';
import { sheetPdf } from './pdf.ts';
import { layouts, programCsv } from './program-csv.ts';
import { sheetCsv, sheetXlsx, wordsOf } from './sheet-files.ts';
import { sheetOf } from './tables.ts';

/** Files written for one wish, by where they lie and what they should be called. */
export type Made = {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly rows: number;
  readonly head: readonly string[];
};

const HEAD_LINES = 20;
const endings: Partial<Record<ExportFormat, string>> = {
  xlsx: 'xlsx',
  pdf: 'pdf',
  ofx: 'ofx',
  qif: 'qif',
  camt053: 'xml',
  hledger: 'journal',
  beancount: 'beancount',
};

/** Formats that are of one account, with its number and its statements' balances. */
const ofOneAccount: Partial<Record<ExportFormat, (entries: Iterable<Entry>, facts: AccountFacts) => Iterable<string>>> =
  { ofx, camt053 };
const journals: Partial<Record<ExportFormat, (entries: Iterable<Entry>) => Iterable<string>>> = {
  qif,
  hledger,
  beancount,
};

/**
 * Writes what was wished for into a new private folder. `made` is the instant to be printed. Throws `not-exportable`
 * where the format does not take the subject, needs one account or a balance that no statement gave.
 */
export async function makeExport(db: Database, wish: ExportWish, made: string): Promise<Made> {
  if (wish.format === 'xlsx' || wish.format === 'pdf') return makeWhole(db, wish);
  if (wish.format === 'csv') return written(nameOf(wish), counted(sheetCsv(sheetOf(db, wish)), 1));
  if (wish.subject !== 'payments')
    throw new LedgerError(
      'not-exportable',
      `${wish.format} takes payments only; ${wish.subject} go to xlsx, pdf or csv.`,
    );
  let rows = 0;
  const count = function* () {
    for (const entry of entriesOf(db, wish)) {
      rows += 1;
      yield entry;
    }
  };
  const result = written(nameOf(wish), { lines: linesOf(db, wish, count(), made), rows: () => rows });
  return result;
}

function linesOf(db: Database, wish: ExportWish, entries: Iterable<Entry>, made: string): Iterable<string | null> {
  const { format } = wish;
  if (isProgram(format)) return programCsv(format, entries);
  const journal = journals[format];
  if (journal) return journal(entries);
  const facts = accountFacts(db, wish, made);
  if (!facts) throw new LedgerError('not-exportable', `${format} is of one account: choose it.`);
  if (format === 'camt053' && !facts.closing)
    throw new LedgerError('not-exportable', 'camt.053 needs a closing balance, and no statement of this time has one.');
  return ofOneAccount[format]?.(entries, facts) ?? [];
}

const isProgram = (format: ExportFormat): format is keyof typeof layouts => format in layouts;

/** `payments-2026-03-01-2026-03-31.xero.csv` */
function nameOf({ subject, format, from, to }: ExportWish): { stem: string; ending: string } {
  const stem = ['risiti', subject, from, to].filter(Boolean).join('-');
  const program = isProgram(format) ? `-${format}` : '';
  return { stem: `${stem}${program}`, ending: endings[format] ?? 'csv' };
}

const titleOf = ({ subject, from, to }: ExportWish): string =>
  `Risiti: ${subject}, ${from ?? 'the beginning'} to ${to ?? 'the end'}`;

type Lines = { readonly lines: Iterable<string | null>; readonly rows: () => number };

function counted(lines: Iterable<string>, titles: number): Lines {
  let count = 0;
  const passing = function* () {
    for (const line of lines) {
      count += 1;
      yield line;
    }
  };
  return { lines: passing(), rows: () => Math.max(0, count - titles) };
}

/** Writes lines as they come; a null begins the next file. */
export function written({ stem, ending }: { stem: string; ending: string }, { lines, rows }: Lines): Made {
  const folder = outbox();
  const files: { path: string; name: string }[] = [];
  const head: string[] = [];
  let file: number | null = null;
  try {
    for (const line of lines) {
      if (line === null && file !== null) {
        closeSync(file);
        file = null;
      }
      if (line === null) continue;
      if (file === null) {
        const name = `${stem}${files.length === 0 ? '' : `-${files.length + 1}`}.${ending}`;
        const path = join(folder, name);
        file = openSync(path, 'wx', 0o600);
        files.push({ path, name });
      }
      writeSync(file, line);
      if (head.length < HEAD_LINES) head.push(...line.split(/\r?\n/).filter(Boolean));
    }
  } finally {
    if (file !== null) closeSync(file);
  }
  return { files, rows: rows(), head: head.slice(0, HEAD_LINES) };
}

/** A workbook or a PDF: made in memory, written in one piece. */
async function makeWhole(db: Database, wish: ExportWish): Promise<Made> {
  const { stem, ending } = nameOf(wish);
  const sheet = sheetOf(db, wish);
  const head: string[] = [sheet.columns.map(({ title }) => title).join('\t')];
  const rows = function* () {
    for (const row of sheet.rows) {
      if (head.length < HEAD_LINES)
        head.push(sheet.columns.map((column, at) => wordsOf(row[at] ?? null, column)).join('\t'));
      yield row;
    }
  };
  const told = { columns: sheet.columns, rows: rows() };
  const { bytes, rows: count } =
    wish.format === 'pdf' ? sheetPdf(told, titleOf(wish)) : await sheetXlsx(told, wish.subject);
  const name = `${stem}.${ending}`;
  const path = join(outbox(), name);
  writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
  return { files: [{ path, name }], rows: count, head };
}

/** A folder of its own for every export, its name not to be guessed, for the owner alone. */
const outbox = (): string => mkdtempSync(join(tmpdir(), `risiti-export-${process.pid}-`));

/** Removes what this process has made: called when its book is closed, once everything is saved elsewhere. */
export function removeExports(): void {
  const own = readdirSync(tmpdir()).filter((name) => name.startsWith(`risiti-export-${process.pid}-`));
  for (const name of own) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}
