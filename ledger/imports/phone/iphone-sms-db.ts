import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say } from '#contract/sentences.ts';
import { readApart } from '../apart/read-apart.ts';
import type { Importer } from '../importer.ts';
import { beginsLike, latin1 } from '../readers/magic.ts';

/** Where a database says which program it belongs to: our own books say so, an iPhone's does not. */
const APPLICATION_ID_AT = 68;

/** A slow disk reads ten megabytes a second; everything that is in one is read twice, once to see that it is whole. */
const LONGEST_MS = 20_000;
const LONGEST_MS_PER_MB = 250;
const MEBIBYTE = 1024 * 1024;

/** Windows lets nothing be removed that a process which is just being killed still has open. */
const REMOVED_WITHIN = { maxRetries: 10, retryDelay: 100 };

/**
 * The messages of an iPhone, `sms.db` out of a backup. The file is copied first, and the copy is read in a process apart:
 * a database that was broken on purpose can end the process that reads it.
 */
export const iphoneSmsDb: Importer = {
  id: 'iphone-sms-db',
  version: 1,
  recognises: ({ head }) =>
    beginsLike('sqlite', head) && latin1(head, APPLICATION_ID_AT, APPLICATION_ID_AT + 4) === '\0\0\0\0',

  async *read(file, { apart } = {}) {
    const { name } = file;
    const folder = await mkdtemp(join(tmpdir(), 'risiti-'));
    try {
      const path = join(folder, 'sms.db');
      await pipeline(file.raw(), createWriteStream(path, { mode: 0o600 }));
      yield* readApart<'sms-db'>(
        { task: 'sms-db', asked: { path, name } },
        {
          start: apart,
          longestMs: LONGEST_MS + (LONGEST_MS_PER_MB * file.bytes) / MEBIBYTE,
          beyond: say('database-beyond', { name }),
        },
      );
    } finally {
      await rm(folder, { recursive: true, force: true, ...REMOVED_WITHIN });
    }
  },
};
