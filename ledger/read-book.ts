import { contract, type Input, type Output, type QueryName } from '#contract/index.ts';
import type { ShelfName } from '#contract/shelf.ts';
import { openQuestions } from './ask/questions.ts';
import { inspectBook } from './db/inspect.ts';
import { migrations } from './db/migrations/index.ts';
import { openReader } from './db/open.ts';
import { refusing } from './db/refusal.ts';
import { LedgerError } from './errors.ts';
import { type BookDeps, openBooks } from './index.ts';
import { auditStore } from './store/audit.ts';
import type { Handler, HostQuestion } from './protocol.ts';

/** What can be asked of a book that nobody wants to change. */
export type BookQuestion = Exclude<QueryName, HostQuestion | ShelfName>;

/** A book held open for questions alone. */
export type BookReader = {
  readonly ask: <N extends BookQuestion>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** The first of the newest entries of the audit that does not fit; null where they all do. */
  readonly auditBroken: number | null;
  readonly close: () => Promise<void>;
};

/**
 * Opens a book for questions: as its writer where it is free, so that an old one is brought up to date and what a crash
 * left behind is made good; beside its writer where it is in use. Makes no book: throws `book-unavailable` where there is
 * none, else as `openBooks` does.
 */
export async function readBook(path: string, writer: BookDeps['writer']): Promise<BookReader> {
  const found = refusing(path, () => inspectBook(path));
  if (found.kind === 'nothing') throw new LedgerError('book-unavailable', `There is no book at ${path}.`);
  try {
    const books = await openBooks(path, { writer, samples: null });
    return { ask: books.ask, auditBroken: brokenAt(path), close: books.close };
  } catch (error) {
    const current = found.version === migrations.length;
    if (error instanceof LedgerError && error.code === 'book-in-use' && current) return readBeside(path);
    throw error;
  }
}

function readBeside(path: string): BookReader {
  const db = openReader(path);
  const questions: Readonly<Record<BookQuestion, Handler>> = openQuestions(db, path);
  return {
    // The contract pairs each name with its output; TypeScript cannot follow the pairs through the table.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    ask: async (name, input) => questions[name](contract[name].input.parse(input)) as Output<typeof name>,
    auditBroken: auditStore(db).verifyNewest(NEWEST).firstBroken,
    close: async () => void db.close(),
  };
}

/** Some tens of milliseconds; `risiti audit` walks them all. */
const NEWEST = 10_000;

function brokenAt(path: string): number | null {
  const db = openReader(path);
  try {
    return auditStore(db).verifyNewest(NEWEST).firstBroken;
  } finally {
    db.close();
  }
}
