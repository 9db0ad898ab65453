import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { BookEvent, Work } from '#contract/book.ts';
import type { FileToken, ImportSource } from '#contract/import.ts';
import { contract, type Input, type Name, type Output, type Parsed } from '#contract/index.ts';
import { openQuestions, type Questions } from './ask/questions.ts';
import { inspectBook } from './db/inspect.ts';
import { lockBook } from './db/lock.ts';
import { pragmaNumber } from './db/migrate.ts';
import { openReader } from './db/open.ts';
import { asRefusal } from './db/refusal.ts';
import { InputError } from './errors.ts';
import { fileTable, type OfferedFile } from './files.ts';
import type { WriterCommand, WriterInput, WriterSource } from './protocol.ts';
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
  ask<N extends Name>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Takes in a file that a person chose and answers with a token for it. Throws `unknown-file`. */
  offer(file: OfferedFile): FileToken;
  /** Tells of changes and of work under way until the function it returns is called. */
  on(listener: (event: BookEvent) => void): () => void;
  /** Stops what is under way, leaves the book closed and whole, and lets the next writer in. */
  close(): Promise<void>;
};

/** The ledger's own thread, for hosts that run the sources as they are. */
export const writerThread = new URL('./writer-thread.ts', import.meta.url);

/**
 * Opens the book at `path`, makes it where there is none (its folder too, for the owner alone), and holds it against
 * other writers until closed. Throws `newer-book`, `not-a-book`, `book-damaged`, `book-in-use` or `book-unavailable`.
 */
export async function openBooks(path: string, deps: BookDeps): Promise<Books> {
  const place = placeOf(path);
  const lock = refusing(place, () => {
    inspectBook(place);
    return lockBook(place);
  });
  const bell = openBell();
  try {
    const writer = await startWriter(deps.writer, { path: place, samples: deps.samples }, bell.work);
    const reader = openReader(place);
    return books(place, reader, writer, bell, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function books(path: string, reader: Database, writer: Writer, bell: Bell, unlock: () => void): Books {
  const files = fileTable();
  const questions = openQuestions(reader, path);
  let seen = pragmaNumber(reader, 'data_version');
  let closed: Promise<void> | null = null;

  function tellChange(): void {
    if (closed) return;
    const now = pragmaNumber(reader, 'data_version');
    if (now !== seen) bell.ring({ kind: 'changed' });
    seen = now;
  }

  function sourceOf(source: ImportSource): WriterSource {
    return 'token' in source ? files.find(source.token) : source;
  }

  async function order<N extends WriterCommand>(name: N, input: Parsed<N>): Promise<Output<N>> {
    const resolved = 'sources' in input ? { sources: input.sources.map(sourceOf) } : input;
    try {
      // Only the two commands with sources differ between page and writer, and theirs were just turned.
      return await writer.run(name, resolved as WriterInput<N>);
    } finally {
      tellChange();
    }
  }

  async function close(): Promise<void> {
    // The reader goes first: the last connection to leave folds the log into the book.
    reader.close();
    await writer.close();
    unlock();
  }

  return {
    path,
    async ask<N extends Name>(name: N, raw: Input<N>): Promise<Output<N>> {
      const input = parse(name, raw);
      // The contract pairs each name with its input and output; TypeScript cannot follow the pairs through the lookup.
      if (name === 'work.current') return bell.current() as Output<N>;
      if (name === 'work.cancel') return (writer.cancel(), {}) as Output<N>;
      if (contract[name].kind === 'command') return order(name as WriterCommand, input as never) as Promise<Output<N>>;
      return questions[name as keyof Questions](input as never) as Output<N>;
    },
    offer: files.offer,
    on: bell.on,
    close: () => (closed ??= close()),
  };
}

function parse<N extends Name>(name: N, raw: Input<N>): Parsed<N> {
  const parsed = contract[name].input.safeParse(raw);
  if (!parsed.success) throw new InputError(z.prettifyError(parsed.error));
  // The schema found by the name is the one that types its input.
  return parsed.data as Parsed<N>;
}

type Bell = ReturnType<typeof openBell>;

/** Keeps who listens, and what is under way for those who come late. */
function openBell() {
  const listeners = new Set<(event: BookEvent) => void>();
  let current: Work | null = null;
  const ring = (event: BookEvent) => listeners.forEach((listener) => listener(event));
  return {
    ring,
    current: () => current,
    work(work: Work | null): void {
      current = work;
      ring({ kind: 'work', work });
    },
    on(listener: (event: BookEvent) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** One book has one name, whatever links lead to it: the lock lies beside the file itself. */
function placeOf(path: string): string {
  return refusing(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      return realpathSync(path);
    } catch {
      return join(realpathSync(dirname(path)), basename(path));
    }
  });
}

function refusing<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw asRefusal(error, path);
  }
}
