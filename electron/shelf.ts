import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BookEvent } from '#contract/book.ts';
import type { Desk } from '#contract/bridge.ts';
import type { OpenDesk } from '#ledger/desk.ts';

/** The place of the one book that is open. Pages speak to `desk`, which stays the same while books come and go. */
export type Shelf = {
  readonly desk: Desk;
  /** Null until the first book is open. */
  readonly path: string | null;
  /** Opens another book and closes the present one; a refusal leaves the present one as it was. */
  turnTo(path: string): Promise<void>;
  close(): Promise<void>;
};

export function makeShelf(open: (path: string) => Promise<OpenDesk>): Shelf {
  let current: OpenDesk | null = null;
  let unsubscribe: (() => void) | null = null;
  const listeners = new Set<(event: BookEvent) => void>();
  const tell = (event: BookEvent) => listeners.forEach((listener) => listener(event));
  /** Puts another book in the place of the present one, with no moment without a book in between. */
  const put = async (next: OpenDesk | null) => {
    const leaving = current;
    unsubscribe?.();
    current = next;
    unsubscribe = next?.desk.onEvent(tell) ?? null;
    await leaving?.close();
  };
  const none = { ok: false, code: 'book-unavailable', message: 'No book is open.' } as const;
  return {
    desk: {
      call: async (name, input) => current?.desk.call(name, input) ?? none,
      offer: async (file) => current?.desk.offer(file) ?? none,
      made: async (token) => current?.desk.made(token) ?? none,
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    get path() {
      return current?.path ?? null;
    },
    async turnTo(path) {
      if (current && samePlace(current.path, path)) return;
      await put(await open(path));
      // Everything a page shows was of the other book.
      tell({ kind: 'work', work: null });
      tell({ kind: 'changed' });
    },
    close: () => put(null),
  };
}

/** Our own lock would refuse the book that is open already, under whatever name. */
function samePlace(one: string, other: string): boolean {
  return realPlace(one) === realPlace(other);
}

function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
