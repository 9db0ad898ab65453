import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';
import { consumerTable } from './consumer-table.ts';
import type { Importer, Read, ReadOptions, SourceFile } from './importer.ts';
import { mappedTable } from './mapper/mapped-table.ts';
import { titleRow } from './mapper/titles.ts';
import { portalNew } from './portal-new.ts';
import { portalStores } from './portal-stores.ts';
import { portalTable } from './portal-table.ts';
import { beginsLike, latin1 } from './readers/magic.ts';
import { wholeBytes } from './readers/whole.ts';
import { xlsRows } from './readers/xls.ts';
import { xlsxRows } from './readers/xlsx.ts';
import { HEAD_ROWS, type TableFormat, type TableRow } from './table.ts';

const LARGEST = 64 * 1024 * 1024;

/** Every layout that a sheet may have. The order means nothing: a sheet that two of them claim is refused. */
const tableFormats: readonly TableFormat[] = [portalTable, portalNew, portalStores, consumerTable, mappedTable];

/** A workbook of Excel 2007 and later, whatever stands on its first sheet. */
export const workbookXlsx: Importer = {
  id: 'workbook-xlsx',
  version: 1,
  // A ZIP names its first file after thirty bytes; a workbook's may be any of these.
  recognises: ({ head }) =>
    beginsLike('zip', head) &&
    /^(?:\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/|customXml\/)/.test(latin1(head, 30, 64)),
  read: (file, options = {}) => readSheet(file, options, (bytes) => xlsxRows(bytes, file.name)),
};

/** A workbook of Excel 97 to 2003, as the portal still writes them. */
export const workbookXls: Importer = {
  id: 'workbook-xls',
  version: 1,
  recognises: ({ head }) => beginsLike('ole', head),
  read: (file, options = {}) => readSheet(file, options, (bytes) => [xlsRows(bytes, file.name)]),
};

/** The first rows of a workbook's first sheet; null where the source is no workbook. */
export async function sheetHead(file: SourceFile): Promise<TableRow[] | null> {
  const reading = [workbookXlsx, workbookXls].find((one) => one.recognises(file));
  if (!reading) return null;
  const bytes = await wholeBytes(file, LARGEST);
  const batches = reading === workbookXlsx ? xlsxRows(bytes, file.name) : [xlsRows(bytes, file.name)];
  return firstRows(batches[Symbol.iterator](), HEAD_ROWS);
}

type Rows = (bytes: Uint8Array) => Iterable<TableRow[]>;

async function* readSheet(file: SourceFile, options: ReadOptions, rowsOf: Rows): AsyncGenerator<readonly Read[]> {
  const bytes = await wholeBytes(file, LARGEST);
  const batches = rowsOf(bytes)[Symbol.iterator]();
  const first = firstRows(batches, HEAD_ROWS);
  const head = first.slice(0, HEAD_ROWS);
  const format = formatOf(head, file.name, options);
  yield* format.read({ name: file.name, head, rows: following(first, batches) }, options);
}

function firstRows(batches: Iterator<TableRow[]>, count: number): TableRow[] {
  const first: TableRow[] = [];
  while (first.length < count) {
    const next = batches.next();
    if (next.done) break;
    first.push(...next.value);
  }
  return first;
}

async function* following(first: TableRow[], others: Iterator<TableRow[]>): AsyncGenerator<readonly TableRow[]> {
  yield first;
  for (let next = others.next(); !next.done; next = others.next()) yield next.value;
}

function formatOf(head: readonly TableRow[], name: string, options: ReadOptions): TableFormat {
  const [format, ...others] = tableFormats.filter((candidate) => candidate.fits(head, name, options));
  if (format === undefined)
    throw new LedgerError('unrecognised-file', unknownSheet(head, name), { mappable: titleRow(head) !== null });
  if (others.length === 0) return format;
  throw new LedgerError(
    'ambiguous-file',
    `“${name}” is claimed by more than one layout: ${[format, ...others].map(({ id }) => id).join(', ')}.`,
  );
}

function unknownSheet(head: readonly TableRow[], name: string): string {
  const titles = head
    .find(({ cells }) => cells.filter(Boolean).length > 2)
    ?.cells.filter(Boolean)
    .slice(0, 6);
  return titles ? say('sheet-unknown', { name, titles: titles.join(', ') }) : say('sheet-empty', { name });
}
