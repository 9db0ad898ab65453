import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { LedgerError } from '../errors.ts';
import { amountText, csvLine, kindInWords, safeText } from './cells.ts';
import type { Column, Sheet, Value } from './tables.ts';

/** A workbook is built in memory: beyond this it would be read by nobody, and CSV has no end. */
const MOST_ROWS = 100_000;

const time = (value: string) => value.slice(0, 19).replace('T', ' ');

/** A cell as words: amounts with two decimals, times as East Africa's clock shows them. */
export function wordsOf(value: Value, { as }: Column): string {
  if (value === null) return '';
  if (typeof value === 'number') return as === 'money' ? amountText(value) : String(value);
  if (as === 'kind') return kindInWords(value);
  return as === 'time' ? time(value) : safeText(value);
}

/** A sheet as CSV. */
export function* sheetCsv({ columns, rows }: Sheet): Generator<string> {
  yield csvLine(columns.map(({ title }) => title));
  for (const row of rows) yield csvLine(columns.map((column, at) => wordsOf(row[at] ?? null, column)));
}

/** A sheet as an Excel workbook: amounts are numbers, times and words are text. Throws `not-exportable` where it is too long. */
export async function sheetXlsx({ columns, rows }: Sheet, name: string): Promise<{ bytes: Buffer; rows: number }> {
  const data: Cell[][] = [columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }))];
  for (const row of rows) {
    data.push(columns.map((column, at) => cellOf(row[at] ?? null, column)));
    if (data.length > MOST_ROWS + 1)
      throw new LedgerError('not-exportable', `More than ${MOST_ROWS} rows: choose CSV or a shorter period.`);
  }
  const widths = columns.map(({ as }) => ({ width: as === 'text' || as === 'kind' ? 24 : as === 'time' ? 20 : 14 }));
  const bytes = await writeExcelFile(data, { sheet: name, columns: widths, stickyRowsCount: 1 }).toBuffer();
  return { bytes, rows: data.length - 1 };
}

function cellOf(value: Value, column: Column): Cell {
  if (value === null) return null;
  if (typeof value !== 'number') return { value: wordsOf(value, column), type: String };
  // Cents have two decimals at most, which the nearest double prints back exactly up to 90 thousand million shillings.
  return column.as === 'money' ? { value: value / 100, type: Number, format: '#,##0.00' } : { value, type: Number };
}
