import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import { dateText, isDateFormat, type SheetRow, sheetRow } from './sheet.ts';
import { type ZipEntry, zipEntries } from './zip.ts';

const LARGEST_TEXT = 32_767;
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/**
 * The rows of a workbook's first sheet, every cell as the text it stands for: numbers as they are written, dates as
 * `2026-03-05 09:12:44`. In batches. Throws `unreadable-file` for what is no workbook, for a document type and for
 * archives made to do harm.
 */
export function* xlsxRows(bytes: Uint8Array, name: string): Generator<SheetRow[]> {
  const parts = new Map(zipEntries(bytes, name).map((entry) => [entry.name.replace(/^\//, ''), entry]));
  const text = (part: string) => partText(parts.get(part), name);
  const sheet = text(firstSheet(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels')));
  if (!sheet) throw new LedgerError('unreadable-file', say('no-sheet', { name }));
  const book: Book = {
    strings: strings(text('xl/sharedStrings.xml')),
    isDate: dateStyles(text('xl/styles.xml')),
    from1904: /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(text('xl/workbook.xml')),
  };
  yield* rowsOf(sheet, book);
}

type Book = { readonly strings: readonly string[]; readonly isDate: readonly boolean[]; readonly from1904: boolean };

function partText(entry: ZipEntry | undefined, name: string): string {
  if (!entry) return '';
  const text = new TextDecoder().decode(entry.read());
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new LedgerError('unreadable-file', say('sheet-document-type', { name }));
  return text;
}

/** The part that holds the sheet which a person sees first. */
function firstSheet(workbook: string, relations: string): string {
  const id = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(workbook)?.[1];
  const relation = Array.from(elements(relations, tag('Relationship')), ([open]) => open).find(
    (open) => attribute(open, 'Id') === id,
  );
  const target = relation && attribute(relation, 'Target');
  return target ? `xl/${target.replace(/^\/?(?:xl\/)?/, '')}` : 'xl/worksheets/sheet1.xml';
}

const attribute = (open: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(open)?.[1];

/** Where elements of a name begin. Attributes hold no angle bracket, so that no search runs further than a tag. */
const tag = (name: string) => new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?>`, 'g');

/** The elements of one name: the tag, and all that follows up to the next of them. */
function* elements(xml: string, pattern: RegExp): Generator<readonly [string, string]> {
  const tags = new RegExp(pattern);
  for (let open = tags.exec(xml); open;) {
    const from = tags.lastIndex;
    const next = tags.exec(xml);
    yield [open[0], open[0].endsWith('/>') ? '' : xml.slice(from, next?.index)];
    open = next;
  }
}

const strings = (xml: string): string[] => Array.from(elements(xml, tag('si')), ([, inside]) => runs(inside));

const runTags = /<(\/?)(?:\w+:)?(t|rPh)(?:\s[^<>]*)?>/g;

/** The text of an item's runs; how a word is pronounced (`rPh`) is not part of it. */
function runs(xml: string): string {
  let text = '';
  let from = -1;
  let pronounced = false;
  for (const { 0: whole, 1: closing, 2: name, index } of xml.matchAll(runTags)) {
    if (name === 'rPh') pronounced = !closing;
    else if (closing) {
      if (from >= 0 && !pronounced) text += plain(xml.slice(from, index));
      from = -1;
    } else if (!whole.endsWith('/>')) from = index + whole.length;
  }
  return text;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml.includes('&')
    ? xml.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name !== undefined) return named[name] ?? whole;
          const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : xml;

/** For each cell style whether it shows a date. */
function dateStyles(xml: string): boolean[] {
  const formats = Array.from(
    elements(xml, tag('numFmt')),
    ([open]) => [numberFormat(open), plain(attribute(open, 'formatCode') ?? '')] as const,
  );
  const codes = new Map(formats);
  const [cells = ''] = Array.from(
    elements(xml, tag('cellXfs')),
    ([, inside]) => inside.split(/<\/(?:\w+:)?cellXfs>/)[0],
  );
  return Array.from(elements(cells, tag('xf')), ([open]) =>
    isDateFormat(numberFormat(open), codes.get(numberFormat(open))),
  );
}

const numberFormat = (open: string) => Number(attribute(open, 'numFmtId') ?? 0);

const BATCH = 500;

/** Rows are cut out one by one, so that a sheet of a hundred thousand needs no tree. */
function* rowsOf(sheet: string, book: Book): Generator<SheetRow[]> {
  let batch: SheetRow[] = [];
  let row = 0;
  for (const [open, inside] of elements(sheet, tag('row'))) {
    row = Number(/\sr="(\d{1,7})"/.exec(open)?.[1] ?? row + 1);
    if (row > MOST_ROWS) break;
    batch.push(sheetRow(row, cellsOf(inside, book)));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const cellTag = tag('c');

function cellsOf(row: string, book: Book): string[] {
  const cells: string[] = [];
  for (const [open, inside] of elements(row, cellTag)) {
    const at = columnOf(open) ?? cells.length;
    if (at >= MOST_COLUMNS) continue;
    while (cells.length < at) cells.push('');
    cells[at] = valueOf(open, inside, book).slice(0, LARGEST_TEXT);
  }
  return cells;
}

/** `AB12` → 27. */
function columnOf(open: string): number | null {
  const letters = /\sr="([A-Z]{1,3})/.exec(open)?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(open: string, inside: string, { strings: shared, isDate, from1904 }: Book): string {
  const kind = /\st="(\w+)"/.exec(open)?.[1] ?? 'n';
  if (kind === 'inlineStr') return runs(inside);
  const value = plain(/<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)/.exec(inside)?.[1] ?? '');
  if (kind === 's') return shared[Number(value)] ?? '';
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (kind !== 'n' || value === '') return value;
  const style = Number(/\ss="(\d+)"/.exec(open)?.[1] ?? -1);
  return isDate[style] ? dateText(Number(value), from1904) : decimal(value);
}

/** A spreadsheet writes `1.5E4` for what it shows as 15000; within a cent's reach both are the same number. */
const decimal = (value: string): string =>
  /e/i.test(value) && Math.abs(Number(value)) < 1e15 ? String(Number(value)) : value;
