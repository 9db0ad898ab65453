import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { LedgerError } from '../../errors.ts';
import { eastAfrica } from '../east-africa.ts';
import type { Importer, Read, SourceFile } from '../importer.ts';
import { beginsLike, latin1 } from '../readers/magic.ts';
import { readPhoneMessage } from './phone-message.ts';
import { textInTypedStream } from './typed-stream.ts';

const BATCH = 500;
/** Where a database says which program it belongs to: our own books say so, an iPhone's does not. */
const APPLICATION_ID_AT = 68;
/** Apple counts from 2001: seconds once, nanoseconds now. */
const APPLE_EPOCH = Date.UTC(2001, 0, 1);
const SURELY_NANOSECONDS = 10n ** 15n;

/** The messages of an iPhone, `sms.db` out of a backup. The file is copied first and the copy opened for reading only. */
export const iphoneSmsDb: Importer = {
  id: 'iphone-sms-db',
  version: 1,
  recognises: ({ head }) =>
    beginsLike('sqlite', head) && latin1(head, APPLICATION_ID_AT, APPLICATION_ID_AT + 4) === '\0\0\0\0',

  async *read(file) {
    const folder = await mkdtemp(join(tmpdir(), 'risiti-'));
    try {
      const copy = join(folder, 'sms.db');
      await pipeline(file.raw(), createWriteStream(copy, { mode: 0o600 }));
      yield* messagesIn(copy, file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const Line = z.object({
  text: z.string().nullable(),
  attributedBody: z.instanceof(Uint8Array).nullable(),
  date: z.bigint().nullable(),
  is_from_me: z.bigint().nullable(),
  sender: z.string().nullable(),
});

function* messagesIn(path: string, file: SourceFile): Generator<Read[]> {
  const db = opened(path, file);
  try {
    let batch: Read[] = [];
    let row = 0;
    for (const line of lines(db, file)) {
      row += 1;
      batch.push(readLine(line, row));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } catch (cause) {
    if (cause instanceof Database.SqliteError) throw unreadable(file, 'is a damaged database.', cause);
    throw cause;
  } finally {
    db.close();
  }
}

/** Opened for reading only, and read only where it is whole: a damaged one is not walked on trust. */
function opened(path: string, file: SourceFile) {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db;
  } catch (cause) {
    db?.close();
    throw unreadable(file, 'is a damaged database.', cause);
  }
  db.close();
  throw unreadable(file, 'is a damaged database.', null);
}

function lines(db: Database.Database, file: SourceFile): Iterable<unknown> {
  const tables = db.prepare(
    `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('message', 'handle')`,
  );
  if (tables.pluck().get() !== 2)
    throw new LedgerError(
      'unrecognised-file',
      `“${file.name}” is a database, but not the messages of an iPhone (sms.db).`,
    );
  const columns = new Set(db.prepare(`SELECT name FROM pragma_table_info('message')`).pluck().all());
  const body = columns.has('attributedBody') ? 'message.attributedBody' : 'NULL';
  return db
    .prepare(
      `SELECT message.text, ${body} AS attributedBody, message.date, message.is_from_me, handle.id AS sender
       FROM message LEFT JOIN handle ON handle.ROWID = message.handle_id ORDER BY message.ROWID`,
    )
    .safeIntegers()
    .iterate();
}

function readLine(line: unknown, row: number): Read {
  const told = Line.safeParse(line);
  if (!told.success) return { as: 'rejected', row, text: '', reason: 'The message’s record is damaged.' };
  const { text, attributedBody, date, is_from_me, sender } = told.data;
  const body = text ?? (attributedBody && textInTypedStream(attributedBody));
  if (body === null) return { as: 'rejected', row, text: '', reason: 'The message’s words cannot be read.' };
  return readPhoneMessage(
    { text: body, sender: sender ?? '', incoming: is_from_me !== 1n, receivedAt: instantOf(date) },
    row,
  );
}

function instantOf(date: bigint | null): string | null {
  if (date === null || date <= 0n) return null;
  const milliseconds = Number(date >= SURELY_NANOSECONDS ? date / 1_000_000n : date * 1000n);
  const moment = APPLE_EPOCH + milliseconds;
  return moment < Date.UTC(2100, 0, 1) ? eastAfrica(moment) : null;
}

const unreadable = (file: SourceFile, why: string, cause: unknown) =>
  new LedgerError('unreadable-file', `“${file.name}” ${why}`, { cause });
