import { LedgerError } from '#ledger/errors.ts';

/**
 * Lets `write` make a file where none is: one that is there stays as it is, for whose it is only its owner knows. `write`
 * must refuse by itself (`wx`, `COPYFILE_EXCL`). Throws `unwritable-file` with a sentence that says what to do.
 */
export function writeNew(path: string, write: (path: string) => void): string {
  try {
    write(path);
    return path;
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new LedgerError(
      'unwritable-file',
      there
        ? `${path} is there already, and nothing is written over: choose another name.`
        : `${path} cannot be written: check that its folder exists and may be written to.`,
      { cause },
    );
  }
}
