import { LedgerError } from '../errors.ts';
import { csvHead, type CsvRow, csvRows } from './csv-rows.ts';
import type { Importer, Read, ReadOptions, SourceFile } from './importer.ts';

/** A row of a table, wherever it stood: in a CSV, on a sheet or on a page; `grid` where no cell can slide into another. */
export type TableRow = CsvRow & { readonly grid?: true };

/** A table's first rows, all of its rows, and the name of the file it stands in. */
export type Table = {
  readonly name: string;
  readonly head: readonly TableRow[];
  readonly rows: AsyncIterable<readonly TableRow[]>;
};

/** One layout of columns: read the same from every kind of file that holds tables. */
export type TableFormat = {
  readonly id: string;
  /** Whether a table that begins like this has the layout; told by its titles. */
  readonly fits: (head: readonly TableRow[], name: string, options: ReadOptions) => boolean;
  readonly read: (table: Table, options: ReadOptions) => AsyncIterable<readonly Read[]>;
};

/** How many rows are looked at for titles. */
export const HEAD_ROWS = 60;
/** What may stand between the cells of a text. */
export const delimiters = [',', ';', '\t', '|'] as const;

/** The importer of a layout saved as CSV, whatever separates its cells. */
export const csvOf = (format: TableFormat, version = 1): Importer => ({
  id: `${format.id}-csv`,
  version,
  recognises: (file) => headOf(file, format, {}) !== null,
  read: (file, options = {}) => readCsv(file, format, options),
});

async function* readCsv(file: SourceFile, format: TableFormat, options: ReadOptions): AsyncGenerator<readonly Read[]> {
  const found = headOf(file, format, options);
  if (!found) throw new LedgerError('unreadable-file', `“${file.name}” has no column titles that belong to it.`);
  yield* format.read({ name: file.name, head: found.head, rows: csvRows(file.text(), found.delimiter) }, options);
}

/** The first rows under the delimiter that makes sense of them. */
function headOf({ headText, name }: SourceFile, format: TableFormat, options: ReadOptions) {
  // The head may be all there is, and end without a line break.
  const whole = `${headText}${headText.includes('\n') ? '\n' : '\r'}`;
  for (const delimiter of delimiters) {
    const head = csvHead(whole, delimiter).slice(0, HEAD_ROWS);
    if (format.fits(head, name, options)) return { delimiter, head };
  }
  return null;
}

/** The rows below the titles that hold anything. */
export async function* below(titlesAt: number, rows: AsyncIterable<readonly TableRow[]>): AsyncGenerator<TableRow[]> {
  for await (const batch of rows) yield batch.filter(({ row, cells }) => row > titlesAt && cells.some(Boolean));
}

/** The same rows, the first `count` of them in one batch: for what can only be told from several. */
export async function* lookAhead(
  count: number,
  rows: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  let waiting: TableRow[] | null = [];
  for await (const batch of rows) {
    if (waiting === null) {
      yield batch;
      continue;
    }
    waiting.push(...batch);
    if (waiting.length < count) continue;
    yield waiting;
    waiting = null;
  }
  if (waiting) yield waiting;
}
