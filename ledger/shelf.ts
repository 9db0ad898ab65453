import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { BookEvent } from '#contract/book.ts';
import type { Desk } from '#contract/bridge.ts';
import type { Output } from '#contract/index.ts';
import { type RememberedBook, shelfEntries, type ShelfName } from '#contract/shelf.ts';
import { replyOf } from './answer.ts';
import type { OpenDesk } from './desk.ts';
import { InputError, LedgerError } from './errors.ts';
import type { RememberedBooks } from './remembered-books.ts';

/** The place of the one book that is open. Pages speak to `desk`, which stays the same while books come and go. */
export type Shelf = {
  readonly desk: Desk;
  /** Null until the first book is open. */
  readonly path: string | null;
  /** Opens another book and closes the present one; a refusal leaves the present one as it was. */
  turnTo(path: string): Promise<void>;
  close(): Promise<void>;
};

export type ShelfDeps = {
  readonly open: (path: string) => Promise<OpenDesk>;
  readonly books: RememberedBooks;
  readonly log: (line: string) => void;
};

const ENDING = '.risiti';

export function makeShelf({ open, books, log }: ShelfDeps): Shelf {
  const place = openPlace();
  /** One turn after another: two pages may ask at once. */
  let turning: Promise<void> = Promise.resolve();

  async function turn(path: string, before: Promise<void>): Promise<void> {
    await before;
    const { current } = place;
    if (current && samePlace(current.path, path)) return;
    const next = await open(path);
    await place.put(next);
    books.remember(next.path);
    // Everything a page shows was of the other book.
    place.tell({ kind: 'work', work: null });
    place.tell({ kind: 'turned' });
  }
  const turnTo = (path: string) => {
    const turned = turn(path, turning);
    turning = turned.catch(() => undefined);
    return turned;
  };
  const answers = shelfAnswers({ books, here: () => place.current?.path ?? null, turnTo });
  const logged = (error: unknown) => log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const none = { ok: false, code: 'book-unavailable', message: 'No book is open.' } as const;

  return {
    desk: {
      call: async (name, input) =>
        isShelfs(name)
          ? replyOf(() => answers[name](input), logged)
          : ((await place.current?.desk.call(name, input)) ?? none),
      offer: async (file) => place.current?.desk.offer(file) ?? none,
      made: async (token) => place.current?.desk.made(token) ?? none,
      onEvent: place.onEvent,
    },
    get path() {
      return place.current?.path ?? null;
    },
    turnTo,
    close: () => place.put(null),
  };
}

/** The book that is open, and who listens to whichever it is. */
function openPlace() {
  let current: OpenDesk | null = null;
  let unsubscribe: (() => void) | null = null;
  const listeners = new Set<(event: BookEvent) => void>();
  const tell = (event: BookEvent) => listeners.forEach((listener) => listener(event));
  return {
    get current() {
      return current;
    },
    tell,
    /** Puts another book in the place of the present one, with no moment without a book in between. */
    async put(next: OpenDesk | null): Promise<void> {
      const leaving = current;
      unsubscribe?.();
      current = next;
      unsubscribe = next?.desk.onEvent(tell) ?? null;
      await leaving?.close();
    },
    onEvent: (listener: (event: BookEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isShelfs = (name: string): name is ShelfName => Object.hasOwn(shelfEntries, name);

type Around = {
  readonly books: RememberedBooks;
  readonly here: () => string | null;
  readonly turnTo: (path: string) => Promise<void>;
};

/** What a page may ask of the shelf itself; inputs come as nobody has looked at them yet. */
function shelfAnswers({ books, here, turnTo }: Around): Readonly<Record<ShelfName, (raw: unknown) => unknown>> {
  const known = () => [...new Set([here(), ...books.list()].filter((path) => path !== null))];
  function pathOf(id: string): string {
    const path = known().find((one) => idOf(one) === id);
    if (path === undefined) throw new LedgerError('not-found', 'This book is not among those that were open before.');
    return path;
  }
  return {
    'books.list': (raw): Output<'books.list'> => {
      inputOf('books.list', raw);
      return known().map((path) => bookAt(path, here()));
    },
    'books.open': async (raw) => {
      const path = pathOf(inputOf('books.open', raw).id);
      // Opening makes a book where there is none: here the person means the one that was.
      if (!existsSync(path)) throw new LedgerError('book-unavailable', `There is no book at ${path} any more.`);
      await turnTo(path);
      return {};
    },
    'books.make': async (raw) => {
      const { name } = inputOf('books.make', raw);
      const folder = here();
      if (folder === null) throw new LedgerError('book-unavailable', 'No book is open.');
      const path = join(dirname(folder), `${name}${ENDING}`);
      if (existsSync(path)) throw new LedgerError('book-exists', `There is a book called “${name}” already.`);
      await turnTo(path);
      return {};
    },
    'books.forget': (raw) => {
      books.forget(pathOf(inputOf('books.forget', raw).id));
      return {};
    },
  };
}

function inputOf<N extends ShelfName>(name: N, raw: unknown): z.output<(typeof shelfEntries)[N]['input']> {
  const input = shelfEntries[name].input.safeParse(raw);
  if (!input.success) throw new InputError(z.prettifyError(input.error));
  // Each name is parsed by its own schema; TypeScript cannot follow the pairs through the table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return input.data as z.output<(typeof shelfEntries)[N]['input']>;
}

/** The same book has the same id as long as it lies where it does. */
const idOf = (path: string): string => createHash('sha256').update(path).digest('base64url').slice(0, 22);

const bookAt = (path: string, here: string | null): RememberedBook => ({
  id: idOf(path),
  name: basename(path, ENDING),
  path,
  open: path === here,
  there: existsSync(path),
});

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
