import type { Desk } from '#contract/bridge.ts';
import { answer, replyOf } from './answer.ts';
import { type BookDeps, openBooks } from './index.ts';

/** A book as a host holds it open for its pages: everything goes in and out as data. */
export type OpenDesk = { readonly path: string; readonly desk: Desk; readonly close: () => Promise<void> };

/** Opens a book and the door to it that both hosts share. `log` gets what went wrong on our side. Throws as `openBooks` does. */
export async function openDesk(
  path: string,
  deps: BookDeps & { readonly log: (line: string) => void },
): Promise<OpenDesk> {
  const books = await openBooks(path, deps);
  const log = (error: unknown) => deps.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return {
    path: books.path,
    desk: {
      call: (name, input) => answer(books, name, input, log),
      offer: (file) => replyOf(() => books.offer(file), log),
      made: (token) => replyOf(() => books.made(token), log),
      onEvent: books.on,
    },
    close: books.close,
  };
}
