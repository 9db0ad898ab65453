import Database from 'better-sqlite3';
import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import type { Tasks } from '../apart/tasks.ts';
import { eastAfrica } from '../east-africa.ts';
import type { Read } from '../importer.ts';
import { readPhoneMessage } from './phone-message.ts';
import { textInTypedStream } from './typed-stream.ts';

const BATCH = 500;
/** Apple counts from 2001: seconds once, nanoseconds now. */
const APPLE_EPOCH = Date.UTC(2001, 0, 1);
const SURELY_NANOSECONDS = 10n ** 15n;

const Line = z.object({
  text: z.string().nullable(),
  attributedBody: z.instanceof(Uint8Array).nullable(),
  date: z.bigint().nullable(),
  is_from_me: z.bigint().nullable(),
  sender: z.string().nullable(),
});

/**
 * The messages in the database at `path`, which nobody else has open; for the reading process. What is private is told
 * without its text, so that it never leaves that process. Throws `unreadable-file` and `unrecognised-file`.
 */
export function* messagesInSmsDb({ path, name }: Tasks['sms-db']['asked']): Generator<Read[]> {
  const db = opened(path, name);
  try {
    let batch: Read[] = [];
    let row = 0;
    for (const line of lines(db, name)) {
      row += 1;
      batch.push(readLine(line, row));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } catch (cause) {
    if (cause instanceof Database.SqliteError) throw damaged(name, cause);
    throw cause;
  } finally {
    db.close();
  }
}

/** Opened for reading only, and read only where it is whole: a damaged one is not walked on trust. */
function opened(path: string, name: string): Database.Database {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db;
  } catch (cause) {
    db?.close();
    throw damaged(name, cause);
  }
  db.close();
  throw damaged(name);
}

function lines(db: Database.Database, name: string): Iterable<unknown> {
  const tables = db.prepare(
    `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('message', 'handle')`,
  );
  if (tables.pluck().get() !== 2) throw new LedgerError('unrecognised-file', say('database-other', { name }));
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
  if (!told.success) return { as: 'rejected', row, text: '', reason: say('message-damaged') };
  const { text, attributedBody, date, is_from_me, sender } = told.data;
  const body = text ?? (attributedBody && textInTypedStream(attributedBody));
  if (body === null) return { as: 'rejected', row, text: '', reason: say('words-unreadable') };
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

const damaged = (name: string, cause?: unknown) =>
  new LedgerError('unreadable-file', say('database-damaged', { name }), { cause });
