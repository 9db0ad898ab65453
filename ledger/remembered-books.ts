import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** The books that were open last, by where they lie. Everything about a shop is in its book, nothing is here. */
export type RememberedBooks = {
  /** The last opened first. */
  readonly list: () => readonly string[];
  readonly remember: (path: string) => void;
  readonly forget: (path: string) => void;
};

const MOST = 20;
const Kept = z.array(z.string().min(1));

/** Keeps the list in a file of its own; one that is unreadable is as none, and a full disk keeps no book from opening. */
export function rememberedBooks(file: string): RememberedBooks {
  const read = () => {
    try {
      return Kept.catch([]).parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  };
  const write = (paths: readonly string[]) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, JSON.stringify(paths.slice(0, MOST)), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // The list is then shorter by one book, which can be opened as it was this time.
    }
  };
  return {
    list: read,
    remember: (path) => write([path, ...read().filter((one) => one !== path)]),
    forget: (path) => write(read().filter((one) => one !== path)),
  };
}
