import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { LedgerError } from '../errors.ts';

/** Kept from the garbage collector, which would let go of a lock that its holder only forgot. */
const held = new Set<Database.Database>();

/** A held lock. Letting go twice is harmless. */
export type Lock = { release(): void };

/**
 * Makes this process the book's only writer until it lets go or ends, however it ends: what is held is an operating
 * system lock on a companion file, which a killed process cannot leave behind. Throws `book-in-use`.
 */
export function lockBook(path: string): Lock {
  const file = `${path}.lock`;
  // Never opened again once it is there: closing it here would drop a lock that this very process holds.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new LedgerError('book-in-use', 'Another Risiti has this book open.', { cause });
    }
    throw cause;
  }
  held.add(db);
  return {
    release: () => {
      held.delete(db);
      db.close();
    },
  };
}
