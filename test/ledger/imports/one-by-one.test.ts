import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRefused } from '#contract/import.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { portalCsv } from '../portal-csv.ts';
import { folder } from '../shop.ts';

let dir: ReturnType<typeof folder>;
let books: Books;

beforeEach(async () => {
  dir = folder();
  books = await openBooks(join(dir.path, 'book.risiti'), { writer: writerThread, samples: null });
});
afterEach(async () => {
  await books.close();
  dir.remove();
});

const offer = (name: string, text: string) => {
  const path = join(dir.path, name);
  writeFileSync(path, text);
  return { token: books.offer({ path, name }).token };
};
const table = [
  'Paid on,Client,Sum,Code',
  '05/03/2026,ASHA KIMANI,1200.00,QC10000AA1',
  '06/03/2026,BEN OTIENO,350.50,QC20000AA2',
].join('\n');
type File<Report> = { ok: true; report: Report } | FileRefused;
const brief = <Report extends { rows: { stored: number; duplicate: number } }>(file: File<Report>) =>
  file.ok ? [file.report.rows.stored, file.report.rows.duplicate] : file.code;

describe('several sources at once', () => {
  test('answer one by one: what repeats another is there already, what nobody can read holds up none', async () => {
    const sources = [
      offer('a.csv', portalCsv(5)),
      offer('wages.csv', table),
      offer('b.csv', portalCsv(8)),
      offer('picture.png', '\u0089PNG'),
    ];
    const { files, book } = await books.ask('imports.preview', { sources });
    expect(files.map(brief)).toEqual([[5, 0], 'unrecognised-file', [3, 5], 'unrecognised-file']);
    expect(files.map((file) => !file.ok && file.mappable)).toEqual([false, true, false, false]);
    const done = await books.ask('imports.run', { sources, book });
    expect(done.files.map(brief)).toEqual(files.map(brief));
    expect(await books.ask('book.summary', {})).toMatchObject({ imports: 2, payments: 8 });
  });

  test('are imported as they were looked at, or not at all', async () => {
    const source = offer('a.csv', portalCsv(5));
    const { files, book } = await books.ask('imports.preview', { sources: [source] });
    const [file] = files;
    const digest = file?.ok ? file.report.digest : '';
    writeFileSync(join(dir.path, 'a.csv'), portalCsv(6));
    const run = (more: object) => books.ask('imports.run', { sources: [{ ...source, ...more }], book });
    expect((await run({ digest })).files.map(brief)).toEqual(['file-changed']);
    expect(await books.ask('book.summary', {})).toMatchObject({ empty: true, accounts: [] });
    expect((await run({})).files.map(brief)).toEqual([[6, 0]]);
    await expect(run({})).rejects.toMatchObject({ code: 'book-changed' });
  });

  test('that were undone come back only when asked for again', async () => {
    const source = offer('a.csv', portalCsv(5));
    const take = async (more: object) => (await books.ask('imports.run', { sources: [{ ...source, ...more }] })).files;
    expect((await take({})).map(brief)).toEqual([[5, 0]]);
    const [first] = await books.ask('imports.list', {});
    await books.ask('imports.undo', { id: first!.id });
    expect((await take({})).map(brief)).toEqual(['undone-before']);
    const { files } = await books.ask('imports.preview', { sources: [source] });
    expect(files[0]).toMatchObject({ ok: true, report: { undoneBefore: true } });
    expect((await take({ again: true })).map(brief)).toEqual([[5, 0]]);
    // It stands again: reading it once more repeats it and asks nothing.
    expect((await take({})).map(brief)).toEqual([[0, 5]]);
  });

  test('name the receipts that the book has with another amount', async () => {
    const first = portalCsv(3);
    const other = first.replace(
      /,(\d+)\.(\d\d?),,/,
      (_all, whole: string, cents: string) => `,${Number(whole) + 1}.${cents},,`,
    );
    expect(other).not.toBe(first);
    await books.ask('imports.run', { sources: [offer('a.csv', first)] });
    const { files } = await books.ask('imports.preview', { sources: [offer('b.csv', other)] });
    const [file] = files;
    expect(file?.ok && file.report).toMatchObject({ conflicting: 1, rows: { stored: 1, duplicate: 2 } });
    const [conflict] = file?.ok ? file.report.conflicts : [];
    expect(conflict!.amount - conflict!.known).toBe(100);
    expect(conflict).toMatchObject({ source: 'statement' });
  });
});

describe('a table that no importer knows', () => {
  test('is guessed at, explained once, and read by that from then on', async () => {
    const source = offer('clients.csv', table);
    const guess = await books.ask('mapper.guess', { source });
    expect(guess.columns.map(({ meaning }) => meaning)).toEqual(['date', 'party', 'amount', 'receipt']);
    expect(guess.undecidedDate).toMatchObject({ dayFirst: '2026-03-05', monthFirst: '2026-05-03' });
    const profile = { ...guess.profile, name: 'Clients', dateOrder: 'month-day-year' as const };
    const other = await books.ask('mapper.guess', { source, profile });
    expect(other.rows.map(({ read }) => read?.at?.slice(0, 10))).toEqual(['2026-05-03', '2026-06-03']);
    await books.ask('profiles.save', { ...profile, dateOrder: 'day-month-year' });
    await books.ask('profiles.save', { ...profile, name: 'Clients again', dateOrder: 'day-month-year' });
    expect((await books.ask('profiles.list', {})).map(({ name }) => name)).toEqual(['Clients again']);
    const run = (more: object) => books.ask('imports.run', { sources: [{ ...source, ...more }] });
    expect((await run({ profile: 'Clients' })).files.map(brief)).toEqual(['not-found']);
    expect((await run({ profile: 'Clients again' })).files.map(brief)).toEqual([[2, 0]]);
    expect((await run({})).files.map(brief)).toEqual([[0, 2]]);
    await books.ask('profiles.remove', { name: 'Clients again' });
    expect((await run({})).files.map(brief)).toEqual(['unrecognised-file']);
  });
});

test('a callback that was delivered twice, and an answer without a receipt that was asked for twice, are one each', async () => {
  const confirmed = (id: string) =>
    `{"TransactionType":"Pay Bill","TransID":"${id}","TransTime":"20260305091244","TransAmount":"2750.00",` +
    '"BusinessShortCode":"600771","BillRefNumber":"A1","OrgAccountBalance":"2750.00","MSISDN":"2547","FirstName":"B"}';
  const approved = (reference: string) =>
    `{"reference":"${reference}","status":"success","amount":300000,"gateway_response":"Approved","currency":"KES",` +
    '"paid_at":"2026-03-05T05:05:10.000Z"}';
  const lines = ['UC5QQ00001', 'UC5QQ00002', 'UC5QQ00001'].map(confirmed);
  const log = [...lines, ...['r-1', 'r-2', 'r-1'].map(approved)].join('\n');
  const { files } = await books.ask('imports.run', { sources: [offer('log.jsonl', log)] });
  expect(files.map(brief)).toEqual([[4, 2]]);
  expect(files[0]?.ok && files[0].report.totals).toEqual({ in: 2 * 275_000 + 2 * 300_000, out: 0 });
});

describe('an account', () => {
  test('is new on first sight, named by its owner, and added before any file tells of it', async () => {
    const { files } = await books.ask('imports.run', { sources: [offer('a.csv', portalCsv(3))] });
    const [file] = files;
    expect(file?.ok && file.report.newAccounts).toHaveLength(1);
    const [till] = await books.ask('accounts.list', {});
    expect(till).toMatchObject({ confirmed: false, ownName: null });
    await books.ask('accounts.rename', { id: till!.id, name: 'Front till' });
    expect(await books.ask('accounts.list', {})).toMatchObject([
      { confirmed: true, ownName: 'Front till', name: 'Front till' },
    ]);
    await books.ask('accounts.add', { kind: 'cash', shortcode: null, name: null });
    expect((await books.ask('accounts.list', {})).map(({ kind }) => kind).toSorted()).toEqual(
      ['cash', till!.kind].toSorted(),
    );
    const listed = await books.ask('accounts.list', {});
    expect(listed.filter(({ removable }) => removable).map(({ kind }) => kind)).toEqual(['cash']);
    await expect(books.ask('accounts.remove', { id: till!.id })).rejects.toMatchObject({ code: 'not-found' });
    await books.ask('accounts.remove', { id: listed.find(({ kind }) => kind === 'cash')!.id });
    expect(await books.ask('accounts.list', {})).toMatchObject([{ id: till!.id }]);
    await expect(books.ask('accounts.attach', { id: till!.id, to: null })).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('rows that were rejected are exported with their reasons', async () => {
  const broken = portalCsv(3).replace(/,Completed,\d+/, ',Completed,1.5E+04x');
  const { files } = await books.ask('imports.run', { sources: [offer('a.csv', broken)] });
  const [file] = files;
  expect(file?.ok && file.report.rows.rejected).toBe(1);
  const { files: made, rows } = await books.ask('exports.rows', {
    id: file?.ok ? file.report.id : 0,
    verdict: 'rejected',
  });
  expect(rows).toBe(1);
  const { path } = books.made(made[0]!.token);
  expect(readFileSync(path, 'utf8')).toMatch(/^Row,Reason,Text\r\n\d+,.*1\.5E\+04x/);
  expect(() => books.made('made-up')).toThrow(expect.objectContaining({ code: 'unknown-file' }));
});
