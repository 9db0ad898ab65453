import { z } from 'zod';
import { isBookName } from './book-name.ts';
import { command, query } from './define.ts';

/** A book that was open before, named by an id: no page ever sends a path. */
export const RememberedBook = z.object({
  id: z.string(),
  /** The file's name without its ending. */
  name: z.string(),
  /** Where the file lies, to be shown; never to be sent back. */
  path: z.string(),
  open: z.boolean(),
  /** False where no file is there any more. */
  there: z.boolean(),
});
export type RememberedBook = z.infer<typeof RememberedBook>;

const NewBookName = z.string().max(100).trim().refine(isBookName);

const id = z.object({ id: z.string().min(1).max(64) }).strict();

/** Which book is open. Answered by the host's shelf, of which every page of one host sees the same book. */
export const shelfEntries = {
  /** The one that is open, then the others, the last opened first. */
  'books.list': query(z.object({}).strict(), z.array(RememberedBook)),
  /** Opens a remembered book in place of the present one. Throws `not-found`, `book-unavailable`, or as its opening does; the present one then stays. */
  'books.open': command(id, z.object({})),
  /** Makes an empty book in the folder of the present one and opens it. Throws `book-exists`. */
  'books.make': command(z.object({ name: NewBookName }).strict(), z.object({})),
  /** Leaves a book out of the list; the file is not touched. Throws `not-found`. */
  'books.forget': command(id, z.object({})),
} as const;

export type ShelfName = keyof typeof shelfEntries;
