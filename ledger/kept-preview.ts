import { nameOf } from './imports/jobs.ts';
import type { Job, Ran } from './imports/run-import.ts';
import type { WriterSource } from './protocol.ts';

/** One source of a preview as it was read. */
export type Read = Ran & { readonly origin: Job['origin']; readonly said: string };

/** Sources that were read for a preview and lie in the book unseen. `book`: the state of the book that they were read in. */
type Kept = { readonly book: string; readonly files: readonly Read[] };

/**
 * Keeps what a preview has written where that was too long for one transaction, so that an import of the very same lets it
 * in and reads nothing again. It lies in the book as a source does that is being read; whatever else changes the book has
 * to take it out first, with `drop`. What ends the process leaves it to the next opening.
 */
export function keptPreview(takeOut: () => void) {
  let kept: Kept | null = null;

  return {
    keep: (book: string, files: readonly Read[]): void => void (kept = { book, files }),
    /** The files of the preview, where these sources are the very ones that it told of; from then on it is not kept. */
    take(sources: readonly WriterSource[], book: string | undefined): readonly Read[] | null {
      if (kept === null || kept.book !== book || kept.files.length !== sources.length) return null;
      if (!kept.files.every((file, at) => isOf(file, sources[at]!))) return null;
      const { files } = kept;
      kept = null;
      return files;
    },
    /** Takes out what is kept. */
    drop: (): void => {
      if (kept === null) return;
      takeOut();
      kept = null;
    },
  };
}

/** The same bytes, under the same name, read in the same way; and wanted, should they have been undone before. */
const isOf = ({ done, said }: Read, source: WriterSource): boolean =>
  done.digest === source.digest && said === saidOf(source) && (!done.undoneBefore || source.again === true);

/** How a source is to be read, but for its password. */
export const saidOf = (source: WriterSource): string =>
  JSON.stringify([nameOf(source), 'path' in source ? [source.path, source.profile ?? null] : 'text']);
