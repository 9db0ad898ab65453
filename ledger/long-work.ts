import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { pragmaNumber } from './db/migrate.ts';

/** Rows a transaction writes at most before its work goes on in another. Whatever is smaller is one transaction. */
const ROWS = 25_000;
/** Where a transaction has filled the write-ahead log beyond this, the next ones are shorter. */
const LOG_BYTES = 32 * 1024 * 1024;
const FEWEST = 2_000;

/** Work that may go on in another transaction. */
export type LongWork = {
  /**
   * Says that so many rows more were written, where all that is written may stand by itself for a while: the
   * transaction may end there, and another begin.
   */
  turn(rows: number): void;
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

/** Folds the log into the book, as far as nobody reads from it, and says how long it had become. */
function logged(db: Database): number {
  const [{ log }] = Checkpoint.parse(db.pragma('wal_checkpoint(PASSIVE)'));
  return log * pragmaNumber(db, 'page_size');
}
