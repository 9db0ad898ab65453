/**
 * What importing a statement costs end to end (read, recognise, check, dedupe, store, derive payments, prove balances)
 * against putting the very same rows, already read and derived, into the same tables with all their indices. And what
 * reading a CSV costs against splitting it. Process CPU of all threads; the baselines run in turn with what they measure.
 */
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import Database from 'better-sqlite3';
import { openBook } from '#ledger/db/open.ts';
import { csvRows } from '#ledger/imports/csv-rows.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { openBooks, writerThread } from '#ledger/index.ts';
import { writeStatement } from './import/statement.ts';
import { cpuMs, interleaved, report, type Row } from './measure.ts';

const ROWS = Number(process.env['RISITI_BENCH_ROWS'] ?? 100_000);
const ROUNDS = 3;
const PART = 25_000;
const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));

let n = 0;
const fresh = () => join(folder, `${(n += 1)}.risiti`);

/** The import alone, between a book that is open and one that says it is done: CPU milliseconds. */
async function wholeImport(file: string, book = fresh()): Promise<number> {
  const books = await openBooks(book, { writer: writerThread, samples: null });
  const { token } = books.offer({ path: file, name: 'statement.csv' });
  let read = 0;
  const ms = await cpuMs(async () => {
    const [done] = (await books.ask('imports.run', { sources: [{ token }] })).files;
    read = done?.ok ? done.report.rows.read : 0;
  });
  await books.close();
  if (read !== ROWS) throw new Error('the import did not read every row');
  return ms;
}

/** The same with a preview before it, imported just so. */
async function previewedImport(file: string): Promise<number> {
  const books = await openBooks(fresh(), { writer: writerThread, samples: null });
  const { token } = books.offer({ path: file, name: 'statement.csv' });
  const ms = await cpuMs(async () => {
    const { files, book } = await books.ask('imports.preview', { sources: [{ token }] });
    const [seen] = files;
    if (!seen?.ok) throw new Error('the preview was refused');
    await books.ask('imports.run', { sources: [{ token, digest: seen.report.digest }], book });
  });
  await books.close();
  return ms;
}

let messages = 0;

/** One message more in a book that has all the rows: what follows must not depend on how many those are. */
async function oneMore(book: string): Promise<number> {
  const books = await openBooks(book, { writer: writerThread, samples: null });
  const paste = () => {
    const receipt = `UBZ${String((messages += 1)).padStart(7, '0')}`;
    const text = `${receipt} Confirmed.You have received Ksh500.00 from ASHA KIMANI 0722000111 on 20/2/26 at 9:05 AM  New M-PESA balance is Ksh1,500.00.`;
    return books.ask('imports.run', { sources: [{ text }] });
  };
  // The first in an open book looks at all of it once.
  await paste();
  const ms = await cpuMs(paste);
  await books.close();
  return ms;
}

type Filled = { readonly table: string; readonly columns: string; readonly rows: readonly unknown[][] };

/** Everything that an import has put into its book, in an order in which it can be put into another. */
function rowsOf(book: string): Filled[] {
  const db = new Database(book, { readonly: true });
  const filled = ['account', 'import', 'movement', 'import_row', 'payment', 'payment_movement'].map((table) => {
    // Without the columns that the table works out by itself.
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ');
    return { table, columns, rows: db.prepare<[], unknown[]>(`SELECT ${columns} FROM ${table}`).raw().all() };
  });
  db.close();
  return filled;
}

function insertAll(filled: readonly Filled[]): Promise<number> {
  const db = openBook(fresh());
  return cpuMs(() => {
    for (const { table, columns, rows } of filled) {
      const insert = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`);
      const part = db.transaction((some: readonly unknown[][]) => some.forEach((row) => insert.run(row)));
      for (let at = 0; at < rows.length; at += PART) part(rows.slice(at, at + PART));
    }
    db.close();
  });
}

/** As one would without a library: wrong where a cell is quoted, and the floor of what reading can cost. */
async function split(path: string): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let [cells, rest] = [0, ''];
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const lines = (rest + decoder.write(piece)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) cells += line.split(',').length;
  }
  if (cells < ROWS) throw new Error('the file was not read to its end');
}

async function csvStage(path: string): Promise<void> {
  let rows = 0;
  for await (const batch of csvRows((await fileSource(path, 'statement.csv')).text(), ',')) rows += batch.length;
  if (rows < ROWS) throw new Error('the file was not read to its end');
}

try {
  const file = join(folder, 'statement.csv');
  writeStatement(file, ROWS);
  const quoted = join(folder, 'quoted.csv');
  // As the new portal writes amounts: `"1,900.00"`.
  writeFileSync(quoted, readFileSync(file, 'utf8').replace(/,Completed,(\d+)\.\d,/g, ',Completed,"1,$1.00",'));
  const book = fresh();
  await wholeImport(file, book);
  const filled = rowsOf(book);
  const size = statSync(book).size;
  const cost = await interleaved(ROUNDS, {
    full: () => insertAll(filled),
    whole: () => wholeImport(file),
    again: () => wholeImport(file, book),
    previewed: () => previewedImport(file),
    more: () => oneMore(book),
    split: () => split(file),
    csv: () => csvStage(file),
    csvQuoted: () => csvStage(quoted),
  });
  const row = (name: string, ms: number, baseline: string, than: number, atMost?: number): Row => ({
    name,
    value: (ROWS / ms) * 1_000,
    unit: 'rows/s of CPU',
    baseline,
    ratio: ms / than,
    ratioIs: 'times the cost',
    goal: atMost === undefined ? null : { atMost },
  });
  report(`import: ${ROWS.toLocaleString('en')} statement rows, medians of ${ROUNDS} rounds`, [
    row('the same rows into the same tables', cost.full, '', cost.full),
    row('statement CSV, end to end', cost.whole, 'that', cost.full, 2),
    row('the same file again (all known)', cost.again, 'the first import', cost.whole, 0.6),
    row('previewed, then imported just so', cost.previewed, 'the import alone', cost.whole),
    {
      ...row('one message more in that book', cost.more, 'the first import', cost.whole),
      value: cost.more,
      unit: 'ms of CPU',
    },
    row('the file split at line ends and commas', cost.split, '', cost.split),
    row('CSV records, none quoted', cost.csv, 'the split', cost.split, 2.2),
    row('CSV records, an amount of each quoted', cost.csvQuoted, 'the split', cost.split, 2.2),
    {
      ...row('book size', 1, 'the statement file', 1),
      value: size / ROWS,
      unit: 'bytes a row',
      ratio: size / statSync(file).size,
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
