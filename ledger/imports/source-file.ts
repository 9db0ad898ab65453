import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { LedgerError } from '../errors.ts';
import { decoder } from './decode-text.ts';
import type { SourceFile } from './importer.ts';

const HEAD_BYTES = 64 * 1024;
/** Larger pieces cost memory and win nothing; smaller ones cost calls. */
const PIECE_BYTES = 256 * 1024;

/** A source that also knows what it is made of and how far it has been read. */
export type HashedSource = SourceFile & {
  /** SHA-256 of the bytes, in hex. Costs nothing once `text()` or `raw()` has been read to its end; reads the source otherwise. */
  digest(): Promise<string>;
  /** How many of `bytes` the newest `text()` or `raw()` has handed out: for a progress bar. */
  done(): number;
};

/** A file on disk, read in pieces and never as a whole. Throws `unknown-file` where it cannot be opened or is no regular file. */
export async function fileSource(path: string, name: string): Promise<HashedSource> {
  const { size, head } = await look(path, name);
  return source({ name, bytes: size, head, pieces: () => filePieces(path, name) });
}

/** Pasted text as a source. */
export function textSource(name: string, text: string): HashedSource {
  const bytes = Buffer.from(text, 'utf8');
  return source({ name, bytes: bytes.length, head: bytes.subarray(0, HEAD_BYTES), pieces: () => bufferPieces(bytes) });
}

type Raw = {
  readonly name: string;
  readonly bytes: number;
  readonly head: Uint8Array;
  readonly pieces: () => AsyncIterable<Uint8Array>;
};

function source({ name, bytes, head, pieces }: Raw): HashedSource {
  let sha256: string | null = null;
  let done = 0;

  async function* raw(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    done = 0;
    for await (const piece of pieces()) {
      hash.update(piece);
      done += piece.length;
      yield piece;
    }
    sha256 = hash.digest('hex');
  }

  return {
    name,
    bytes,
    head,
    headText: decoder()(head),
    raw,
    async *text() {
      const decode = decoder();
      for await (const piece of raw()) yield decode(piece);
      yield decode();
    },
    digest: async () => sha256 ?? hashOf(pieces()),
    done: () => done,
  };
}

async function hashOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

async function look(path: string, name: string): Promise<{ size: number; head: Uint8Array }> {
  const file = await opened(path, name);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new LedgerError('unknown-file', `“${name}” is not a file.`);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { size: stat.size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

async function* filePieces(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = await opened(path, name);
  yield* file.createReadStream({ highWaterMark: PIECE_BYTES });
}

async function opened(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new LedgerError('unknown-file', `“${name}” cannot be opened.`, { cause });
  }
}

async function* bufferPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
