import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '#ledger/errors.ts';
import { dateText, isDateFormat } from '#ledger/imports/readers/sheet.ts';
import { xlsRows } from '#ledger/imports/readers/xls.ts';
import { xlsxRows } from '#ledger/imports/readers/xlsx.ts';
import { zipEntries } from '#ledger/imports/readers/zip.ts';

const golden = join(import.meta.dirname, '../../../golden/imports');

test.each([
  [46_119, false, '2026-04-07'],
  [46_119.778_854_166_67, false, '2026-04-07 18:41:33'],
  [46_119 - 1_462, true, '2026-04-07'],
  [46_118.999_999_999, false, '2026-04-07'],
  [1e300, false, '1e+300'],
])('%d days, from 1904: %s → %s', (days, from1904, text) => {
  expect(dateText(days, from1904)).toBe(text);
});

test.each([
  [14, undefined, true],
  [0, undefined, false],
  [164, 'dd\\-mm\\-yyyy hh:mm:ss', true],
  [165, '[$-409]d-mmm-yy;@', true],
  [166, '#,##0.00', false],
  [167, '"Day "0', false],
  [168, 'General', false],
  [169, '[Red]0.00', false],
])('format %d %s shows a date: %s', (id, code, expected) => {
  expect(isDateFormat(id, code)).toBe(expected);
});

const filled = (cells: readonly string[]) => cells.join('\t').trimEnd();

test('the same sheet as XLS and as XLSX reads the same', async () => {
  const xls = xlsRows(await readFile(join(golden, 'workbook-xls/classic-date-cells.xls')), 'a.xls').slice(0, -1);
  const xlsx = [
    ...xlsxRows(await readFile(join(golden, 'workbook-xlsx/classic-numbers-and-dates.xlsx')), 'a.xlsx'),
  ].flat();
  expect(xls.map(({ cells }) => filled(cells))).toEqual(xlsx.map(({ cells }) => filled(cells)));
});

/** An archive whose directory claims another size: 24 bytes after its mark. */
const claiming = (size: number) => {
  const archive = zipSync({ 'a.txt': randomBytes(4_000) });
  const directory = Buffer.from(archive).indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  new DataView(archive.buffer).setUint32(directory + 24, size, true);
  return archive;
};

describe('archives made to do harm', () => {
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`${n}.txt`, strToU8('x')]));
  test.each([
    { says: 'too many files', files: many, because: 'more than 1000 files' },
    { says: 'packed too tightly', files: { 'a.txt': new Uint8Array(1_000_000) }, because: '200 times' },
    { says: 'an archive inside', files: { 'a.ZIP': strToU8('PK') }, because: 'another archive' },
  ])('$says', ({ files, because }) => {
    const archive = zipSync(files, { level: 9 });
    expect(() => zipEntries(archive, 'bomb.zip')).toThrow(because);
    expect(() => zipEntries(archive, 'bomb.zip')).toThrow(LedgerError);
  });

  test('more than 100 MB', () => {
    expect(() => zipEntries(claiming(101 * 1024 * 1024), 'bomb.zip')).toThrow('100 MB');
  });

  test('an entry larger than the archive claims is not given more room', () => {
    const [entry] = zipEntries(claiming(100), 'liar.zip');
    expect(() => entry?.read()).toThrow('damaged');
  });
});

/** A sheet of cells none of which is closed. */
const unclosed = (cells: number) => {
  const text = Array.from({ length: cells }, (_, n) => `<c r="A${n}"><v${n} `).join('');
  return zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<row>${text}`) });
};

test('a sheet of unclosed cells takes time in proportion', () => {
  const book = unclosed(40_000);
  const start = process.cpuUsage();
  expect([...xlsxRows(book, 'a.xlsx')].flat()).toHaveLength(1);
  // Were it quadratic, this would take half a minute of the processor, whoever else is waiting for it.
  expect(process.cpuUsage(start).user).toBeLessThan(4_000_000);
});
