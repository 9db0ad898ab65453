import Papa from 'papaparse';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';

/** One record of a CSV. `row` counts records from 1, blank ones too, as a spreadsheet numbers them; `text` is the record as it stood. */
export type CsvRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly broken: boolean;
};

const QUOTE = '"';

/** No honest record is longer: beyond it a quotation mark is open that nothing closes. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * Cuts a CSV's text into records as it arrives, quoted line breaks included. A batch for each piece of text. Where
 * quotation marks do not add up, every line is a record of its own. Throws `unreadable-file` where none closes for a
 * megabyte.
 */
export async function* csvRows(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  let pending = '';
  let newline: '\n' | '\r' | null = null;
  let row = 0;

  const cut = (last: boolean): CsvRow[] => {
    const { rows, read } = records(pending, { delimiter, newline: newline ?? '\n', last, row });
    pending = pending.slice(read);
    row += rows.length;
    if (pending.length > LONGEST_RECORD) throw new LedgerError('unreadable-file', unclosed(row + 1));
    return rows;
  };

  for await (const piece of pieces) {
    pending += piece;
    // Old Macs ended lines with a carriage return alone; everyone else has a line feed, with or without one before it.
    newline ??= pending.includes('\n') ? '\n' : /\r[^]/.test(pending) ? '\r' : null;
    if (newline) yield cut(false);
  }
  if (pending) yield cut(true);
}

/** The records of a text that may end within one; that last one is left out. */
export const csvHead = (text: string, delimiter: string): CsvRow[] =>
  records(text, { delimiter, newline: text.includes('\n') ? '\n' : '\r', last: false, row: 0 }).rows;

type Cut = { readonly delimiter: string; readonly newline: '\n' | '\r'; readonly last: boolean; readonly row: number };

type Records = { readonly rows: CsvRow[]; readonly read: number };

const records = (text: string, cut: Cut): Records => (text.includes(QUOTE) ? quoted(text, cut) : plain(text, cut));

/** Without a quotation mark every line is a record and every separator parts two cells. */
function plain(text: string, { delimiter, newline, last, row }: Cut): Records {
  const end = last ? text.length : text.lastIndexOf(newline) + 1;
  const lines = text.slice(0, end).split(newline);
  if (lines.at(-1) === '') lines.pop();
  const rows = lines.map((line, at) => ({
    row: row + at + 1,
    cells: trimmed(line.split(delimiter)),
    text: body(line, 0, line.length),
    broken: false,
  }));
  return { rows, read: end };
}

/** Line by line, as long as each is a record by itself; from a line that is not, some records are read by the library. */
function quoted(text: string, cut: Cut): Records {
  const { delimiter, newline, last, row } = cut;
  const rows: CsvRow[] = [];
  let read = 0;
  const alone = (line: string): CsvRow[] => {
    const own = { delimiter, newline, last: true, row: row + rows.length };
    // A line of nothing counts too.
    return line === '' ? plain(newline, own).rows : records(line, own).rows;
  };
  const take = (cells: string[], end: number, broken: boolean): void => {
    const record = body(text, read, end);
    read = end;
    if (!broken || !record.includes(newline))
      rows.push({ row: row + rows.length + 1, cells: trimmed(cells), text: record, broken });
    // A quotation mark that was never closed has taken the lines behind it along.
    else for (const line of record.split(newline)) rows.push(...alone(line));
  };
  while (read < text.length) {
    const end = text.indexOf(newline, read);
    if (end < 0 && !last) break;
    const line = body(text, read, end < 0 ? text.length : end);
    const cells = line.includes(QUOTE) ? simpleCells(line, delimiter) : line.split(delimiter);
    if (cells) {
      take(cells, end < 0 ? text.length : end + 1, false);
      continue;
    }
    const from = read;
    const found = byLibrary(text.slice(from), cut);
    for (const record of found) take(record.cells, from + record.end, record.broken);
    if (found.length === 0) break;
  }
  return { rows, read };
}

/** The cells of a line whose quotation marks stand around whole cells and nowhere else; null where it is any harder. */
function simpleCells(line: string, delimiter: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const isQuoted = line[at] === QUOTE;
    const end = isQuoted ? line.indexOf(QUOTE, at + 1) + 1 : line.indexOf(delimiter, at);
    if (isQuoted && (end === 0 || (end < line.length && line[end] !== delimiter))) return null;
    const stop = end < 0 ? line.length : end;
    const cell = isQuoted ? line.slice(at + 1, stop - 1) : line.slice(at, stop);
    if (cell.includes(QUOTE)) return null;
    cells.push(cell);
    if (stop >= line.length) return cells;
    at = stop + 1;
  }
}

/** Hard records seldom come alone, and the library is quicker with several than with each. */
const AT_ONCE = 200;

type Found = { readonly cells: string[]; readonly broken: boolean; readonly end: number };

/** The records that a text begins with; none where the text ends within the first. */
function byLibrary(text: string, { delimiter, newline, last }: Cut): readonly Found[] {
  const found: Found[] = [];
  const parser = new Papa.Parser({
    delimiter,
    newline,
    step({ data, errors, meta }: Papa.ParseStepResult<string[][]>) {
      found.push({ cells: data[0] ?? [], broken: errors.length > 0, end: meta.cursor });
      if (found.length === AT_ONCE) parser.abort();
    },
  });
  parser.parse(text, 0, !last);
  return found;
}

/** In place: the cells are nobody else's yet. */
function trimmed(cells: string[]): string[] {
  for (let at = 0; at < cells.length; at += 1) cells[at] = cells[at]!.trim();
  return cells;
}

/** The record without the line break that ends it. */
function body(text: string, start: number, end: number): string {
  let stop = end;
  while (stop > start && (text[stop - 1] === '\n' || text[stop - 1] === '\r')) stop -= 1;
  return text.slice(start, stop);
}

const unclosed = (row: number) => say('unclosed-quote', { row });
