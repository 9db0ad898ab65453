import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { BookEvent, Work } from '#contract/book.ts';
import type { FileToken } from '#contract/import.ts';
import { type BookName, contract, type Input, type Output } from '#contract/index.ts';
import { linkEntries } from '#contract/links.ts';
import { shelfEntries } from '#contract/shelf.ts';
import { watchAudit } from './ask/audit-watch.ts';
import { openQuestions } from './ask/questions.ts';
import { inspectBook } from './db/inspect.ts';
import { type Lock, lockBook } from './db/lock.ts';
import { pragmaNumber } from './db/migrate.ts';
import { openReader } from './db/open.ts';
import { refusing } from './db/refusal.ts';
import { InputError } from './errors.ts';
import { removeExports } from './exports/make.ts';
import type { OfferedFile } from './files.ts';
import { openHanding } from './handing.ts';
import type { StartApart } from './imports/apart/start-apart.ts';
import { openLinks } from './links/desk.ts';
import type { Keys } from './links/held.ts';
import { memorySecrets } from './links/secrets.ts';
import type { LinkWrite, WriteLink } from './links/writes.ts';
import type { Handler, WriterCommand } from './protocol.ts';
import { startWriter, type Writer } from './writer.ts';

/** What a host lends the book. */
export type BookDeps = {
  /** Where the writer's thread starts: `writer-thread.ts` beside this file, or its bundle. */
  readonly writer: URL;
  /** The folder of the sample shop; null where there is none. */
  readonly samples: string | null;
  /** Starts a process for files that could end this one. Where it is left out, those cannot be imported. */
  readonly apart?: StartApart;
  /** The secrets of linked accounts. Where it is left out, they last as long as the book is open and nothing is asked by itself. */
  readonly keys?: Keys;
  /** Told of what went wrong on our side while nobody waited for an answer. */
  readonly log?: (line: string) => void;
};

/** An open book. Questions are answered on this thread, commands by the one thread that writes, in turn. */
export type Books = {
  readonly path: string;
  /** Throws `InputError` for an input the contract does not allow, `LedgerError` for what the book refuses. */
  readonly ask: <N extends BookName>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** The same for an input that nobody has looked at yet. */
  readonly call: (name: BookName, raw: unknown) => Promise<unknown>;
  /** Takes in a file that a person chose and answers with a token for it. Throws `unknown-file`. */
  readonly offer: (file: OfferedFile) => FileToken;
  /** Where a file lies that `exports.make` made, by its token. Throws `unknown-file`. */
  readonly made: (token: string) => OfferedFile;
  /** Tells of changes and of work under way until the function it returns is called. */
  readonly on: (listener: (event: BookEvent) => void) => () => void;
  /** Stops what is under way, leaves the book closed and whole, and lets the next writer in. */
  readonly close: () => Promise<void>;
};

/** The ledger's own thread, for hosts that run the sources as they are. */
export const writerThread = new URL('./writer-thread.ts', import.meta.url);

/**
 * Opens the book at `path`, makes it where there is none (its folder too, for the owner alone), and holds it against
 * other writers until closed. Throws `newer-book`, `not-a-book`, `book-damaged`, `book-in-use` or `book-unavailable`.
 */
export async function openBooks(path: string, deps: BookDeps): Promise<Books> {
  const { writer: url, samples, apart } = deps;
  const place = placeOf(path);
  const lock = refusing(place, () => {
    inspectBook(place);
    return lockBook(place);
  });
  const bell = openBell();
  try {
    const writer = await startWriter(url, { path: place, samples }, { onWork: bell.work, apart });
    return await books(place, writer, bell, lock, deps);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function books(path: string, writer: Writer, bell: Bell, lock: Lock, deps: BookDeps): Promise<Books> {
  const reader = openReader(path);
  const version = () => pragmaNumber(reader, 'data_version');
  let seen = version();
  let closed: Promise<void> | null = null;

  function tellChange(): void {
    if (closed || version() === seen) return;
    seen = version();
    bell.ring({ kind: 'changed' });
  }

  async function order(name: WriterCommand | LinkWrite, input: unknown): Promise<unknown> {
    try {
      return await writer.run(name, input);
    } finally {
      tellChange();
    }
  }

  const links = await openLinks({ reader, write: toLinkWriter(order), ...outside(deps) });
  bell.on(({ kind }) => kind === 'changed' && links.changed());

  const handing = openHanding(order);
  const audit = watchAudit(reader, () => bell.ring({ kind: 'changed' }), outside(deps).log);

  const handlers: Readonly<Record<BookName, Handler>> = {
    ...toWriter(order),
    ...openQuestions(reader, path),
    ...links.handlers,
    'work.current': bell.current,
    'audit.state': audit.state,
    'work.cancel': () => (writer.cancel(), {}),
    ...handing.handlers,
  };

  async function call(name: BookName, raw: unknown): Promise<unknown> {
    const input = contract[name].input.safeParse(raw);
    if (!input.success) throw new InputError(z.prettifyError(input.error));
    return handlers[name](input.data);
  }

  async function close(): Promise<void> {
    await links.close();
    audit.stop();
    // The reader goes first: the last connection to leave folds the log into the book.
    reader.close();
    await writer.close();
    removeExports();
    lock.release();
  }

  return {
    path,
    // The contract pairs each name with its output; TypeScript cannot follow the pairs through the table.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    ask: async (name, input) => (await call(name, input)) as Output<typeof name>,
    call,
    offer: handing.offer,
    made: handing.made,
    on: bell.on,
    close: () => (closed ??= close()),
  };
}

/** The world outside as linked accounts meet it. */
const outside = ({ keys, log, samples }: BookDeps) => ({
  samples,
  keys: keys ?? { store: memorySecrets(), lent: () => ({}) },
  awake: keys !== undefined,
  log: (error: unknown) => log?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  now: Date.now,
  fetch,
});

/** The writer answers each order of linked accounts with what `LinkWrites` pairs it with. */
const toLinkWriter = (order: (name: LinkWrite, input: unknown) => Promise<unknown>): WriteLink =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  order as WriteLink;

/** Every command crosses to the writer as it came; those that carry files, or must not wait, are told apart in `handing.ts` and above. */
function toWriter(order: (name: WriterCommand, input: unknown) => Promise<unknown>): Record<WriterCommand, Handler> {
  const commands = Object.keys(contract).filter(isWriters);
  const handlers = commands.map((name): [WriterCommand, Handler] => [name, (input) => order(name, input)]);
  // One entry for each command of the contract, which is what the filter keeps.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(handlers) as Record<WriterCommand, Handler>;
}

const kinds: Readonly<Record<string, { readonly kind: 'query' | 'command' }>> = contract;
const isWriters = (name: string): name is WriterCommand =>
  kinds[name]?.kind === 'command' &&
  name !== 'work.cancel' &&
  !Object.hasOwn(linkEntries, name) &&
  !Object.hasOwn(shelfEntries, name);

type Bell = ReturnType<typeof openBell>;

/** Keeps who listens, and what is under way for those who come late. */
function openBell() {
  const listeners = new Set<(event: BookEvent) => void>();
  let current: Work | null = null;
  const ring = (event: BookEvent) => listeners.forEach((listener) => listener(event));
  return {
    ring,
    current: () => current,
    work: (work: Work | null): void => {
      current = work;
      ring({ kind: 'work', work });
    },
    on: (listener: (event: BookEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** One book has one name, whatever links lead to it: the lock lies beside the file itself. */
function placeOf(path: string): string {
  return refusing(path, () => {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      return realpathSync(path);
    } catch {
      return join(realpathSync(folder), basename(path));
    }
  });
}
