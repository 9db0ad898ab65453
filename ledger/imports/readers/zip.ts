import { unzipSync } from 'fflate';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';

/** One file inside an archive. `read` inflates it. */
export type ZipEntry = { readonly name: string; readonly size: number; read(): Uint8Array };

const MOST_BYTES = 100 * 1024 * 1024;
/** Text of statements and messages shrinks to a tenth, to a fiftieth at most. */
const MOST_RATIO = 200;
/** Small entries of nothing but blanks may well shrink further; they cannot hurt. */
const UNSUSPECTED_BYTES = 64 * 1024;
const MOST_ENTRIES = 1_000;
const archive = /\.(?:zip|gz|tgz|bz2|xz|7z|rar|tar)$/i;

/**
 * What a ZIP holds, inflated only when read. Throws `unreadable-file` for a damaged archive and for one made to fill
 * the memory: more than 1,000 entries, 100 MB, 200 times its packed size, or archives inside archives.
 */
export function zipEntries(bytes: Uint8Array, name: string): ZipEntry[] {
  const damaged = (cause: unknown) => refuse(say('zip-damaged', { name }), cause);
  const entries: ZipEntry[] = [];
  let total = 0;

  const look = (packed: { name: string; size: number; originalSize: number }): false => {
    total += packed.originalSize;
    if (entries.length >= MOST_ENTRIES) throw refuse(say('zip-files', { name, most: MOST_ENTRIES }));
    if (total > MOST_BYTES) throw refuse(say('zip-size', { name, most: MOST_BYTES / 1024 / 1024 }));
    if (packed.originalSize > UNSUSPECTED_BYTES && packed.originalSize > packed.size * MOST_RATIO)
      throw refuse(say('zip-ratio', { name, most: MOST_RATIO }));
    if (archive.test(packed.name)) throw refuse(say('zip-inside', { name, inside: packed.name }));
    entries.push({ name: packed.name, size: packed.originalSize, read: () => inflated(bytes, packed.name, damaged) });
    return false;
  };

  guarded(() => unzipSync(bytes, { filter: look }), damaged);
  return entries;
}

type Damaged = (cause: unknown) => LedgerError;

const refuse = (why: string, cause?: unknown) => new LedgerError('unreadable-file', why, { cause });

/** The size that the archive claims is all the room there is: an entry that inflates beyond it is cut off there. */
function inflated(bytes: Uint8Array, entry: string, damaged: Damaged): Uint8Array {
  let found = false;
  const first = ({ name }: { name: string }) => !found && (found = name === entry);
  return guarded(() => unzipSync(bytes, { filter: first }), damaged)[entry] ?? new Uint8Array();
}

function guarded<T>(read: () => T, damaged: Damaged): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw damaged(cause);
  }
}
