import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPLICATION_ID, pragmaNumber } from '#ledger/db/migrate.ts';
import { migrations } from '#ledger/db/migrations/index.ts';
import { openBook, openReader } from '#ledger/db/open.ts';
import { LedgerError } from '#ledger/errors.ts';
import { folder } from '../shop.ts';

let dir: ReturnType<typeof folder>;
let path: string;
beforeEach(() => {
  dir = folder();
  path = join(dir.path, 'book.risiti');
});
afterEach(() => dir.remove());

const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  application_id: APPLICATION_ID,
  user_version: migrations.length,
};
const settingsOf = (db: Database.Database) =>
  Object.fromEntries(Object.keys(settings).map((name) => [name, db.pragma(name, { simple: true }) ?? 0]));

const makeBook = () => openBook(path).close();
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

function codeOf(run: () => unknown): unknown {
  try {
    run();
    return 'opened';
  } catch (error) {
    return error instanceof LedgerError ? error.code : error;
  }
}

describe('settings', () => {
  test.each(['first', 'second', 'third'])('hold on the %s open', (open) => {
    for (const before of ['first', 'second', 'third'].slice(0, ['first', 'second', 'third'].indexOf(open))) {
      expect(before).toBeTruthy();
      makeBook();
    }
    const db = openBook(path);
    expect(settingsOf(db)).toEqual(settings);
    db.close();
  });

  test('hold for the reader, which cannot write', () => {
    makeBook();
    const reader = openReader(path);
    expect(settingsOf(reader)).toEqual(settings);
    expect(() => reader.exec('DELETE FROM setting')).toThrow(/readonly/);
    reader.close();
  });

  test('a new book is for its owner alone', () => {
    makeBook();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('SQLite has the fix for the log that was reset too early', () => {
    const db = new Database(':memory:');
    const [major, minor, patch] = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
    expect(major! * 1e6 + minor! * 1e3 + patch!).toBeGreaterThanOrEqual(3_051_003);
    db.close();
  });
});

describe('refusals leave the file as it was', () => {
  const sqlite = (applicationId: number, version: number) => () => {
    const db = new Database(path);
    db.exec('CREATE TABLE other (a)');
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${version}`);
    db.close();
  };
  test.each<[string, string, () => void]>([
    ['a book of a newer Risiti', 'newer-book', sqlite(APPLICATION_ID, migrations.length + 1)],
    ["another program's database", 'not-a-book', sqlite(0x1234, 1)],
    ['a database of nobody', 'not-a-book', sqlite(0, 0)],
    ['a text', 'not-a-book', () => writeFileSync(path, 'Dear diary, '.repeat(50))],
    ['a few bytes', 'not-a-book', () => writeFileSync(path, 'hi')],
    [
      'a book that lost its end',
      'book-damaged',
      () => {
        makeBook();
        truncateSync(path, statSync(path).size - 4_096);
      },
    ],
    [
      'a book with a page of rubbish',
      'book-damaged',
      () => {
        makeBook();
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0x5a, 4_096, 12_288));
      },
    ],
  ])('%s: %s', (_, code, make) => {
    make();
    const before = digest(path);
    expect(codeOf(() => openBook(path))).toBe(code);
    expect(digest(path)).toBe(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  test('a newer version that only the log knows of', () => {
    const db = openBook(path);
    db.pragma('wal_autocheckpoint = 0');
    db.pragma(`user_version = ${migrations.length + 1}`);
    const copy = join(dir.path, 'copy.risiti');
    for (const end of ['', '-wal']) writeFileSync(copy + end, readFileSync(path + end));
    db.close();
    const before = digest(copy);
    expect(codeOf(() => openBook(copy))).toBe('newer-book');
    expect(digest(copy)).toBe(before);
  });

  test('a log whose book is gone is not played into a new book', () => {
    writeFileSync(`${path}-wal`, 'what is left');
    expect(codeOf(() => openBook(path))).toBe('book-damaged');
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['a folder in its place', () => mkdirSync(path)],
    ['a folder that is not there', () => (path = join(dir.path, 'nowhere', 'book.risiti'))],
  ])('%s: book-unavailable', (_, make) => {
    make();
    expect(codeOf(() => openBook(path))).toBe('book-unavailable');
  });
});

test('a half-made book of a killed start is made anew', () => {
  writeFileSync(`${path}.new`, 'half');
  const db = openBook(path);
  expect(pragmaNumber(db, 'user_version')).toBe(migrations.length);
  db.close();
  expect(existsSync(`${path}.new`)).toBe(false);
});
