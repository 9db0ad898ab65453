import Papa from 'papaparse';
import { LedgerError } from '../errors.ts';

/** One record of a CSV. `row` counts records from 1, blank ones too, as a spreadsheet numbers them; `text` is the record as it stood. */
export type CsvRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly broken: boolean;
};

/** No honest record is longer: beyond it a quotation mark is open that nothing closes. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * Cuts a CSV's text into records as it arrives, quoted line breaks included. A batch for each piece of text.
 * Throws `unreadable-file` where a quotation mark never closes.
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

function records(text: string, { delimiter, newline, last, row }: Cut): { rows: CsvRow[]; read: number } {
  const rows: CsvRow[] = [];
  let read = 0;
  const parser = new Papa.Parser({
    delimiter,
    newline,
    step({ data, errors, meta }: Papa.ParseStepResult<string[][]>) {
      const cells = data[0] ?? [];
      rows.push({
        row: row + rows.length + 1,
        cells: trimmed(cells),
        text: body(text, read, meta.cursor),
        broken: errors.length > 0,
      });
      read = meta.cursor;
    },
  });
  parser.parse(text, 0, !last);
  return { rows, read };
}

const trimmed = (cells: readonly string[]) => cells.map((cell) => cell.trim());

/** The record without the line break that ends it. */
function body(text: string, start: number, end: number): string {
  let stop = end;
  while (stop > start && (text[stop - 1] === '\n' || text[stop - 1] === '\r')) stop -= 1;
  return text.slice(start, stop);
}

const unclosed = (row: number) => `Row ${row} opens a quotation mark that is never closed. Save the file as CSV again.`;
