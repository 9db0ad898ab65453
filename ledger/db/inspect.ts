import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { LedgerError } from '../errors.ts';
import { APPLICATION_ID, pragmaNumber, versionOf } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** What stands at a path. `version` is how many migrations a book has seen. */
export type Found = { readonly kind: 'nothing' } | { readonly kind: 'book'; readonly version: number };

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/**
 * Looks at a file before anything may touch it, first at its bytes and only then with SQLite, read-only. Throws
 * `not-a-book`, `newer-book`, `book-damaged` or `book-unavailable`; the file stays as it is.
 */
export function inspectBook(path: string): Found {
  const header = readHeader(path);
  if (header === null) return nothing(path);
  checkHeader(header, path);
  // What was committed last may still lie in the write-ahead log; only SQLite reads that.
  return { kind: 'book', version: existsSync(`${path}-wal`) ? versionInLog(path) : header.userVersion };
}

function nothing(path: string): Found {
  // SQLite would play a log that outlived its book into whatever is made here next.
  if (existsSync(`${path}-wal`)) throw new LedgerError('book-damaged', `The book at ${path} is gone, its log is not.`);
  return { kind: 'nothing' };
}

type Header = { magic: boolean; whole: boolean; userVersion: number; applicationId: number };

/** Null where there is no file, or an empty one. */
function readHeader(path: string): Header | null {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return null;
    const bytes = Buffer.alloc(HEADER_BYTES);
    readSync(file, bytes, 0, HEADER_BYTES, 0);
    // 65,536 does not fit two bytes and is written as 1.
    const written = bytes.readUInt16BE(PAGE_SIZE_AT);
    const pageSize = written === 1 ? 65_536 : written;
    return {
      magic: bytes.toString('latin1', 0, MAGIC.length) === MAGIC,
      whole: existsSync(`${path}-wal`) || size >= bytes.readUInt32BE(PAGE_COUNT_AT) * pageSize,
      userVersion: bytes.readUInt32BE(USER_VERSION_AT),
      applicationId: bytes.readUInt32BE(APPLICATION_ID_AT),
    };
  } finally {
    closeSync(file);
  }
}

function checkHeader({ magic, whole, applicationId, userVersion }: Header, path: string): void {
  if (!magic || applicationId !== APPLICATION_ID) throw new LedgerError('not-a-book', `${path} is not a Risiti book.`);
  checkVersion(userVersion, path);
  if (!whole) throw new LedgerError('book-damaged', `The book at ${path} has lost its end.`);
}

function checkVersion(version: number, path: string): number {
  if (version <= migrations.length) return version;
  throw new LedgerError(
    'newer-book',
    `The book at ${path} is of version ${version}; this Risiti knows ${migrations.length}.`,
  );
}

function versionInLog(path: string): number {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    if (pragmaNumber(db, 'application_id') !== APPLICATION_ID) {
      throw new LedgerError('not-a-book', `${path} is not a Risiti book.`);
    }
    return checkVersion(versionOf(db), path);
  } finally {
    db.close();
  }
}
