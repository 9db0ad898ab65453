import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import type { SourceFile } from '../importer.ts';

const MEBIBYTE = 1024 * 1024;

/** All bytes of a source whose format cannot be read as a stream. Throws `unreadable-file` where it is larger than `limit`. */
export async function wholeBytes(file: SourceFile, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new LedgerError('unreadable-file', say('too-large', { name: file.name, most: limit / MEBIBYTE }));
  if (file.bytes > limit) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of file.raw()) {
    bytes += piece.length;
    // A file can grow while it is read.
    if (bytes > limit) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
