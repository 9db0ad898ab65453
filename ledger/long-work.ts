import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { pragmaNumber } from './db/migrate.ts';

/** Rows a transaction writes at most before its work goes on in another. Whatever is smaller is one transaction. */
const ROWS = 25_000;
/** Where a transaction has filled the write-ahead log beyond this, the next ones are shorter. */
const LOG_BYTES = 32 * 1024 * 1024;
const FEWEST = 2_000;

/** Says that so many rows more were written or looked at: the transaction may be parted there. */
export type Turn = (rows: number) => void;

/** Writes some rows one by one, and lets the transaction be parted after each. */
export function writeEach<Row>(rows: Iterable<Row>, turn: Turn, write: (row: Row) => void): void {
  for (const row of rows) {
    write(row);
    turn(1);
  }
}

/** Work that may go on in another transaction. */
export type LongWork = {
  /**
   * Says that so many rows more were written, where all that is written may stand by itself for a while: the
   * transaction may end there, and another begin.
   */
  readonly turn: Turn;
  /** How often that happened. */
  turns(): number;
};

/**
 * Lets a long piece of work inside the open transaction go on in new ones, so that the write-ahead log stays small whatever
 * its size. A piece of work below the limit stays one transaction.
 */
export function longWork(db: Database, rowsAtOnce = ROWS): LongWork {
  let [rows, most, turns] = [0, rowsAtOnce, 0];
  return {
    turn(more) {
      rows += more;
      if (rows < most) return;
      db.exec('COMMIT');
      if (logged(db) > LOG_BYTES) most = Math.max(FEWEST, most / 2);
      db.exec('BEGIN IMMEDIATE');
      rows = 0;
      turns += 1;
    },
    turns: () => turns,
  };
}

const Checkpoint = z.tuple([z.object({ log: z.int() })]);

/**
 * Folds the log into the book and says how long it had become. Where it is long and somebody was just reading from it, waits
 * until nobody does: else one who asks often enough would let it grow without end.
 */
function logged(db: Database): number {
  const [{ log }] = Checkpoint.parse(db.pragma('wal_checkpoint(PASSIVE)'));
  const bytes = log * pragmaNumber(db, 'page_size');
  if (bytes > LOG_BYTES) db.pragma('wal_checkpoint(RESTART)');
  return bytes;
}
