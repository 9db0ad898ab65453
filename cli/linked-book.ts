import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { hostKeys } from '#ledger/links/host-keys.ts';
import { type Terminal, UsageError } from './command.ts';
import { bookPath } from './options.ts';

/** What every command about linked accounts says of secrets. */
export const SECRETS_HELP =
  'Secrets come from RISITI_<SERVICE>_<FIELD>, as in RISITI_PAYNEXUS_SECRET_KEY; with RISITI_PASSPHRASE set, `link add`\n' +
  'puts them into a sealed file beside the book, and they are needed no more.\n';

/** Runs with the book open, its queue and its receiver awake, and closes it whatever happens. */
export async function withLinkedBook<T>(
  named: string | undefined,
  terminal: Terminal,
  run: (books: Books) => Promise<T>,
): Promise<T> {
  const path = bookPath(named, terminal);
  const log = (line: string) => void terminal.stderr.write(`${line}\n`);
  const books = await openBooks(path, {
    writer: writerThread,
    samples: null,
    keys: hostKeys(path, terminal.env),
    log,
  });
  try {
    return await run(books);
  } finally {
    await books.close();
  }
}

/** A number that somebody typed. Throws `UsageError` for what is none, saying where one was wanted. */
export function numbered(word: string | undefined, what: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word ?? '')) throw new UsageError(`${what} takes a number.`);
  return Number(word);
}
