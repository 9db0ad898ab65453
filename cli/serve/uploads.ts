import { mkdtemp, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BodyError, pieceByPiece } from './body.ts';

/** Where a browser's files lie while the host runs: a browser cannot say where a file is, so its bytes are sent. */
export type Uploads = {
  /** Streams the body to a file of its own and answers with its path; `BodyError` leaves nothing behind. */
  take(request: IncomingMessage, limit: number, quietMs: number): Promise<string>;
  /** Removes every file taken in. */
  remove(): Promise<void>;
};

/** A folder only this user can read. Files in it are numbered: the name a page sends never becomes a path. */
export async function openUploads(): Promise<Uploads> {
  const folder = await mkdtemp(join(tmpdir(), 'risiti-'));
  let taken = 0;
  return {
    async take(request, limit, quietMs) {
      const path = join(folder, String((taken += 1)));
      try {
        await store(request, path, limit, quietMs);
        return path;
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function store(request: IncomingMessage, path: string, limit: number, quietMs: number): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  // A large file may take long, but never stand still.
  const timer = setTimeout(() => request.destroy(new BodyError(408, 'The file stopped coming.')), quietMs);
  try {
    for await (const piece of pieceByPiece(request, limit)) {
      timer.refresh();
      await file.writeFile(piece);
    }
  } finally {
    clearTimeout(timer);
    await file.close();
  }
}
