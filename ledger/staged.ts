import type { Database } from 'better-sqlite3';
import { asRefusal } from './db/refusal.ts';
import type { LongWork } from './long-work.ts';
import type { Before } from './store/staging.ts';
import type { Store } from './store/store.ts';

/** Runs in one transaction, held across awaits; a throw leaves nothing of the last one behind. */
export type InTransaction = <T>(end: 'COMMIT' | 'ROLLBACK', run: () => Promise<T> | T) => Promise<T>;

type Parts = {
  readonly db: Database;
  readonly path: string;
  readonly store: Store;
  readonly inTransaction: InTransaction;
  readonly begin: () => LongWork;
};

/**
 * Reading of any size into the book, whole or not at all. What is small is one transaction. What is not is staged: it is
 * written in parts that nobody sees, and let in by the last of them, or taken out again.
 */
export function stagedReading({ db, path, store, inTransaction, begin }: Parts) {
  function takeOut(before: Before | undefined): void {
    if (before) store.staging.takeOut(before);
  }

  /** Runs a reading. It ends in the book, or, where it is for a look only, as if it had never been. */
  async function read<T>(end: 'COMMIT' | 'ROLLBACK', run: (work: LongWork) => Promise<T>): Promise<T> {
    const work = begin();
    try {
      const value = await inTransaction(end, async () => {
        store.staging.begin();
        const done = await run(work);
        if (end === 'COMMIT') store.staging.end();
        return done;
      });
      if (end === 'ROLLBACK') takeOut(store.staging.left());
      return value;
    } catch (error) {
      takeOut(store.staging.left());
      throw error;
    }
  }

  /** One source within a reading of several: a throw takes back this one and no other. */
  async function step<T>(work: LongWork, run: () => Promise<T>): Promise<T> {
    const [before, turns] = [store.staging.begin(), work.turns()];
    db.exec('SAVEPOINT step');
    try {
      const value = await run();
      if (work.turns() === turns) db.exec('RELEASE step');
      return value;
    } catch (error) {
      if (!db.inTransaction) throw asRefusal(error, path);
      if (work.turns() === turns) db.exec('ROLLBACK TO step; RELEASE step');
      else {
        db.exec('ROLLBACK');
        takeOut(before);
        db.exec('BEGIN IMMEDIATE');
        store.staging.begin();
      }
      throw asRefusal(error, path);
    }
  }

  return {
    read,
    step,
    /** Takes out what a reading left behind whose process was ended. */
    cleanUp: (): void => takeOut(store.staging.left()),
  };
}
