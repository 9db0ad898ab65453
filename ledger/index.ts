import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { BookEvent, Work } from '#contract/book.ts';
import type { FileToken, ImportSource } from '#contract/import.ts';
import { contract, type Input, type Name, type Output } from '#contract/index.ts';
import { openQuestions } from './ask/questions.ts';
import { inspectBook } from './db/inspect.ts';
import { type Lock, lockBook } from './db/lock.ts';
import { pragmaNumber } from './db/migrate.ts';
import { openReader } from './db/open.ts';
import { refusing } from './db/refusal.ts';
import { InputError } from './errors.ts';
import { fileTable, type OfferedFile } from './files.ts';
import type { Handler, WriterCommand, WriterSource } from './protocol.ts';
import { startWriter, type Writer } from './writer.ts';

/** What a host lends the book. */
export type BookDeps = {
  /** Where the writer's thread starts: `writer-thread.ts` beside this file, or its bundle. */
  readonly writer: URL;
  /** The folder of the sample shop; null where there is none. */
  readonly samples: string | null;
};

/** An open book. Questions are answered on this thread, commands by the one thread that writes, in turn. */
export type Books = {
  readonly path: string;
  /** Throws `InputError` for an input the contract does not allow, `LedgerError` for what the book refuses. */
  readonly ask: <N extends Name>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** The same for an input that nobody has looked at yet. */
  readonly call: (name: Name, raw: unknown) => Promise<unknown>;
  /** Takes in a file that a person chose and answers with a token for it. Throws `unknown-file`. */
  readonly offer: (file: OfferedFile) => FileToken;
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
export async function openBooks(path: string, { writer: url, samples }: BookDeps): Promise<Books> {
  const place = placeOf(path);
  const lock = refusing(place, () => {
    inspectBook(place);
    return lockBook(place);
  });
  const bell = openBell();
  try {
    return books(place, await startWriter(url, { path: place, samples }, bell.work), bell, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function books(path: string, writer: Writer, bell: Bell, lock: Lock): Books {
  const reader = openReader(path);
  const files = fileTable();
  const version = () => pragmaNumber(reader, 'data_version');
  let seen = version();
  let closed: Promise<void> | null = null;

  function tellChange(): void {
    if (closed || version() === seen) return;
    seen = version();
    bell.ring({ kind: 'changed' });
  }

  async function order(name: WriterCommand, input: unknown): Promise<unknown> {
    try {
      return await writer.run(name, input);
    } finally {
      tellChange();
    }
  }

  const sourceOf = (source: ImportSource): WriterSource => {
    if (!('token' in source)) return source;
    const { token, ...said } = source;
    return { ...files.find(token), ...said };
  };
  const sourcesOf = ({ sources, ...rest }: { readonly sources: readonly ImportSource[] }) => ({
    ...rest,
    sources: sources.map(sourceOf),
  });

  const handlers: Readonly<Record<Name, Handler>> = {
    ...toWriter(order),
    ...openQuestions(reader, path),
    'work.current': bell.current,
    'work.cancel': () => (writer.cancel(), {}),
    'imports.preview': (input: { sources: ImportSource[] }) => order('imports.preview', sourcesOf(input)),
    'imports.run': (input: { sources: ImportSource[] }) => order('imports.run', sourcesOf(input)),
    'mapper.guess': (input: { source: ImportSource }) =>
      order('mapper.guess', { ...input, source: sourceOf(input.source) }),
  };

  async function call(name: Name, raw: unknown): Promise<unknown> {
    const input = contract[name].input.safeParse(raw);
    if (!input.success) throw new InputError(z.prettifyError(input.error));
    return handlers[name](input.data);
  }

  async function close(): Promise<void> {
    // The reader goes first: the last connection to leave folds the log into the book.
    reader.close();
    await writer.close();
    lock.release();
  }

  return {
    path,
    // The contract pairs each name with its output; TypeScript cannot follow the pairs through the table.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    ask: async (name, input) => (await call(name, input)) as Output<typeof name>,
    call,
    offer: files.offer,
    on: bell.on,
    close: () => (closed ??= close()),
  };
}

/** Every command crosses to the writer as it came; those that carry files, or must not wait, are told apart above. */
function toWriter(order: (name: WriterCommand, input: unknown) => Promise<unknown>): Record<WriterCommand, Handler> {
  const commands = Object.keys(contract).filter(isWriters);
  const handlers = commands.map((name): [WriterCommand, Handler] => [name, (input) => order(name, input)]);
  // One entry for each command of the contract, which is what the filter keeps.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(handlers) as Record<WriterCommand, Handler>;
}

const kinds: Readonly<Record<string, { readonly kind: 'query' | 'command' }>> = contract;
const isWriters = (name: string): name is WriterCommand => kinds[name]?.kind === 'command' && name !== 'work.cancel';

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
