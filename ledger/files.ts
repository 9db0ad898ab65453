import { randomBytes } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import type { FileToken } from '#contract/import.ts';
import { LedgerError } from './errors.ts';

/** A file a person chose, by the path only the host knows. */
export type OfferedFile = { readonly path: string; readonly name: string };

const TOKEN_BYTES = 16;
/** Far more than a person has waiting; keeps a page from filling the memory. */
const MOST = 10_000;

/** Hands out tokens for files, so that no page ever names a path. */
export function fileTable() {
  const files = new Map<string, OfferedFile>();
  return {
    /** Throws `unknown-file` for anything but a regular file that is there. */
    offer: ({ path, name }: OfferedFile): FileToken => {
      const stat = statOf(path);
      if (!stat?.isFile()) throw new LedgerError('unknown-file', `“${name}” is not a file.`);
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      if (files.size >= MOST) files.delete(files.keys().next().value ?? '');
      files.set(token, { path, name });
      return { token, name, size: stat.size };
    },
    /** Throws `unknown-file`. */
    find: (token: string): OfferedFile => {
      const file = files.get(token);
      if (file === undefined) throw new LedgerError('unknown-file', 'This file has not been handed over, or long ago.');
      return file;
    },
  };
}

/** Null where nothing is there, or nothing that this user may see, or no such name can be. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
