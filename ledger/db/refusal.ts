import Database from 'better-sqlite3';
import { LedgerError } from '../errors.ts';

/** What SQLite or the file system says, as the book says it. Anything else is handed back as it came. */
export function asRefusal(error: unknown, path: string): unknown {
  if (error instanceof LedgerError) return error;
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new LedgerError('book-damaged', `The book at ${path} is damaged.`, { cause: error });
  }
  if (
    /^SQLITE_(CANTOPEN|READONLY|IOERR|FULL|PERM|AUTH)|^E(ACCES|PERM|NOENT|NOTDIR|ISDIR|ROFS|NOSPC|MFILE)$/.test(code)
  ) {
    return new LedgerError('book-unavailable', `The book at ${path} cannot be opened or written (${code}).`, {
      cause: error,
    });
  }
  return error;
}

/** Runs what touches the book's file and throws what goes wrong as the book says it. */
export function refusing<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asRefusal(error, path);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  // better-sqlite3 checks the folder itself and says so in a TypeError without a code.
  if (error instanceof TypeError && error.message.includes('directory does not exist')) return 'ENOENT';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
