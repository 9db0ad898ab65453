import { homedir } from 'node:os';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { defaultBook } from '#ledger/default-book.ts';
import { type Terminal, UsageError } from './command.ts';

/** Reads a command's words. Throws `UsageError`, naming the word that it does not know. */
export function readWords<O extends ParseArgsOptionsConfig>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Node goes on about words that begin with a dash; nothing here takes such a word.
    throw new UsageError(said.replace(/ To specify a positional argument .*/s, ''), { cause: error });
  }
}

/** The words that every command about a book has. */
export const bookOptions = { book: { type: 'string' }, json: { type: 'boolean' } } as const;

export const BOOK_HELP =
  '  --book PATH   the book; RISITI_BOOK or the usual one where it is not given\n' +
  '  --json        one JSON object instead of tables; `risiti schema` prints its schema\n';

/** The book that was named, else the usual one. Throws `UsageError` for an empty name. */
export function bookPath(named: string | undefined, { env }: Terminal): string {
  if (named === '') throw new UsageError('--book takes the path of a book.');
  return named ?? defaultBook(process.platform, env, homedir());
}

/** Commands without files refuse words that would have been ignored. Throws `UsageError`. */
export function noMore(positionals: readonly string[]): void {
  const [word] = positionals;
  if (word !== undefined) throw new UsageError(`“${word}” means nothing here: leave it out.`);
}
