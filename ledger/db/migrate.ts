import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Migration } from './migration.ts';
import { migrations as all } from './migrations/index.ts';

/** `Risi` in ASCII: tells a book from any other SQLite file. */
export const APPLICATION_ID = 0x52697369;

/** The book's version: how many migrations it has seen. */
export const versionOf = (db: Database): number => pragmaNumber(db, 'user_version');

/**
 * Brings a book up to the newest version, all steps in one transaction: a step that fails leaves the file as it was. Keys
 * are checked once, at the end, so that a table may be made anew under those that point to it.
 */
export function migrate(db: Database, migrations: readonly Migration[] = all): void {
  const pending = migrations.slice(versionOf(db));
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.pragma(`application_id = ${APPLICATION_ID}`);
      for (const { version, sql } of pending) {
        db.exec(sql);
        db.pragma(`user_version = ${version}`);
      }
      const [dangling] = pending.length > 0 ? foreignKeyCheck(db) : [];
      if (dangling)
        throw new Error(`A row of ${dangling.table} points to one of ${dangling.parent} that is not there.`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

const Dangling = z.array(z.object({ table: z.string(), parent: z.string() }));
const foreignKeyCheck = (db: Database) => Dangling.parse(db.pragma('foreign_key_check'));

/** A pragma that answers with one number. */
export function pragmaNumber(db: Database, name: string): number {
  const value = db.pragma(name, { simple: true });
  if (typeof value !== 'number') throw new TypeError(`PRAGMA ${name} answered ${String(value)}.`);
  return value;
}
