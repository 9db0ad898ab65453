import { writerThread } from '#ledger/index.ts';
import { type BookReader, readBook } from '#ledger/read-book.ts';
import type { Terminal } from './command.ts';

/** Opens a book for a command that only asks. A record of what was done that does not fit is told, and stops nothing. */
export async function openToRead(path: string, { stderr }: Terminal): Promise<BookReader> {
  const book = await readBook(path, writerThread);
  if (book.auditBroken !== null) {
    stderr.write(
      `risiti: the record of what was done does not fit from entry ${book.auditBroken} on: this book was changed from outside.\n` +
        'What it says can still be read; hold it against a backup. `risiti audit` walks the whole record.\n',
    );
  }
  return book;
}
