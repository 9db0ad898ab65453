import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database, { type Database as Db } from 'better-sqlite3';
import { pragmaNumber } from './migrate.ts';

/**
 * Copies the open book beside itself and answers the copy's path. A half-written copy opens and passes SQLite's own
 * check as an empty book, so the copy gets its final name only once its version, its tables and the number of rows
 * in each of them are those of the book.
 */
export function backUp(db: Db, path: string): string {
  const version = pragmaNumber(db, 'user_version');
  const target = `${path}.backup-v${version}`;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  if (fingerprintOf(partial) !== fingerprint(db)) throw new Error(`The backup of ${path} is not the book.`);
  sync(partial);
  renameSync(partial, target);
  if (process.platform !== 'win32') sync(dirname(target));
  return target;
}

function fingerprintOf(path: string): string {
  const copy = new Database(path, { readonly: true });
  try {
    return fingerprint(copy);
  } finally {
    copy.close();
  }
}

function fingerprint(db: Db): string {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const counts = names.map((name) => `${name}=${String(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())}`);
  return [pragmaNumber(db, 'application_id'), pragmaNumber(db, 'user_version'), ...counts].join(' ');
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
