import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import { type BiffRecord, plainString, sharedStrings } from './biff-records.ts';
import { dateText, isDateFormat, type SheetRow, sheetRow } from './sheet.ts';

/** The kinds of record that are read; all others are passed over. */
const is = {
  beginning: 0x0809,
  end: 0x000a,
  encrypted: 0x002f,
  from1904: 0x0022,
  format: 0x041e,
  style: 0x00e0,
  strings: 0x00fc,
  sharedText: 0x00fd,
  text: 0x0204,
  number: 0x0203,
  shortNumber: 0x027e,
  shortNumbers: 0x00bd,
  formula: 0x0006,
  formulaText: 0x0207,
  truth: 0x0205,
};
const BIFF8 = 0x0600;
const SHEET = 0x0010;
const MOST_COLUMNS = 256;

/** What the first stretch of the stream says for all sheets. */
type Book = { strings: string[]; formats: Map<number, string>; styles: number[]; from1904: boolean };

/** What to do with a workbook that is locked: its lock is Excel's own affair. */
export const lockedSheet = (name: string): string => say('sheet-locked', { name });

/** Reads the first sheet of a workbook's records. Throws `unreadable-file` where they are encrypted. */
export function readBiffSheet(records: Iterable<BiffRecord>, name: string): SheetRow[] {
  const book: Book = { strings: [], formats: new Map(), styles: [], from1904: false };
  const sheet = sheetOf(book);
  let inSheet = false;
  for (const { type, pieces } of records) {
    const data = pieces[0] ?? Buffer.alloc(0);
    if (type === is.encrypted) throw new LedgerError('unreadable-file', lockedSheet(name));
    if (type === is.beginning) {
      if (data.readUInt16LE(0) !== BIFF8) throw new LedgerError('unreadable-file', say('sheet-too-old', { name }));
      inSheet = data.readUInt16LE(2) === SHEET;
    } else if (inSheet && type === is.end) break;
    else if (inSheet) sheet.take(type, data);
    else describe(book, type, data, pieces);
  }
  return sheet.rows();
}

function describe(book: Book, type: number, data: Buffer, pieces: readonly Buffer[]): void {
  if (type === is.strings) book.strings = sharedStrings(pieces);
  else if (type === is.from1904) book.from1904 = data.readUInt16LE(0) === 1;
  else if (type === is.format) book.formats.set(data.readUInt16LE(0), plainString(data, 2));
  else if (type === is.style) book.styles.push(data.readUInt16LE(2));
}

function sheetOf(book: Book) {
  const rows = new Map<number, string[]>();
  let waiting: ((text: string) => void) | null = null;

  const put = (row: number, column: number, text: string): void => {
    if (column >= MOST_COLUMNS) return;
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
    rows.set(row, cells);
  };
  const shown = (style: number, value: number): string => {
    const format = book.styles[style] ?? 0;
    return isDateFormat(format, book.formats.get(format)) ? dateText(value, book.from1904) : String(value);
  };

  function take(type: number, data: Buffer): void {
    if (type === is.formulaText) {
      waiting?.(plainString(data, 0));
      waiting = null;
      return;
    }
    if (!cellTypes.has(type)) return;
    const [row, column, style] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)];
    if (type === is.sharedText) put(row, column, book.strings[data.readUInt32LE(6)] ?? '');
    else if (type === is.text) put(row, column, plainString(data, 6));
    else if (type === is.number) put(row, column, shown(style, data.readDoubleLE(6)));
    else if (type === is.shortNumber) put(row, column, shown(style, shortNumber(data.readInt32LE(6))));
    else if (type === is.truth) put(row, column, data.readUInt8(7) ? '' : data.readUInt8(6) ? 'TRUE' : 'FALSE');
    else if (type === is.shortNumbers) {
      // Row, first column, then style and number for each, then the last column.
      for (let at = 4, to = column; at + 6 <= data.length - 2; at += 6, to += 1)
        put(row, to, shown(data.readUInt16LE(at), shortNumber(data.readInt32LE(at + 2))));
    } else if (data.readUInt16LE(12) !== 0xffff) put(row, column, shown(style, data.readDoubleLE(6)));
    // A formula whose outcome is a text has it in the record that follows.
    else waiting = data.readUInt8(6) === 0 ? (text) => put(row, column, text) : null;
  }

  return {
    take,
    rows: (): SheetRow[] => [...rows].toSorted(([a], [b]) => a - b).map(([row, cells]) => sheetRow(row + 1, cells)),
  };
}

const cellTypes = new Set([is.sharedText, is.text, is.number, is.shortNumber, is.shortNumbers, is.formula, is.truth]);

/** Thirty bits of an integer or of a float's beginning; one bit says which, one whether it is in hundredths. */
function shortNumber(packed: number): number {
  const half = Buffer.alloc(8);
  half.writeInt32LE(packed & ~3, 4);
  const value = packed & 2 ? packed >> 2 : half.readDoubleLE(0);
  return packed & 1 ? value / 100 : value;
}
