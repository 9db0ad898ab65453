import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import Database, { type Database as Db } from 'better-sqlite3';
import { LedgerError } from '../errors.ts';
import { backUp } from './backup.ts';
import { inspectBook } from './inspect.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { refusing } from './refusal.ts';

/**
 * Opens a book for writing; makes a new one where there is none and brings an old one up to date, after a verified
 * backup beside it. The caller holds the lock. Throws the refusals of `inspectBook`.
 */
export function openBook(path: string): Db {
  return refusing(path, () => {
    const found = inspectBook(path);
    if (found.kind === 'nothing') create(path);
    const db = harden(new Database(path, { fileMustExist: true, timeout: 5_000 }));
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      checkHealth(db, path);
      if (found.kind === 'book' && found.version < migrations.length) {
        backUp(db, path);
        migrate(db);
      }
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Opens a book that exists for reading only, beside its writer. */
export const openReader = (path: string): Db =>
  refusing(path, () => {
    inspectBook(path);
    return harden(new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 }));
  });

/** Built under another name and renamed, so that a book is either whole or not there. */
function create(path: string): void {
  const building = `${path}.new`;
  rmSync(building, { force: true });
  closeSync(openSync(building, 'wx', 0o600));
  const db = harden(new Database(building));
  try {
    migrate(db);
  } finally {
    db.close();
  }
  renameSync(building, path);
}

/** On every open: better-sqlite3 is built so that only the first connection to a new book would be durable by itself. */
function harden(db: Db): Db {
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  return db;
}

function checkHealth(db: Db, path: string): void {
  const verdict = db.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new LedgerError('book-damaged', `The book at ${path} is damaged: ${String(verdict)}`);
}
