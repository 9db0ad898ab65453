import type { Database } from 'better-sqlite3';
import { asRefusal } from './db/refusal.ts';
import type { LongWork } from './long-work.ts';
import type { Before } from './store/staging.ts';
import type { Store } from './store/store.ts';

/** How a transaction ends. */
export type End = 'COMMIT' | 'ROLLBACK';

/** Runs in one transaction, held across awaits; a throw leaves nothing of the last one behind. */
export type InTransaction = <T>(end: End | (() => End), run: () => Promise<T> | T) => Promise<T>;

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
export function stagedReading(parts: Parts) {
  const { store, inTransaction, begin } = parts;
  const takeOut = () => takeOutOf(store, store.staging.left());

  async function reading<T>(end: () => End, run: () => Promise<T>): Promise<T> {
    try {
      return await inTransaction(end, () => {
        store.staging.begin();
        return run();
      });
    } catch (error) {
      takeOut();
      throw error;
    }
  }

  const whole = <T>(run: () => Promise<T>): Promise<T> =>
    reading(
      () => 'COMMIT',
      async () => {
        const done = await run();
        store.staging.end();
        return done;
      },
    );

  return {
    /** Runs a reading that ends in the book. */
    read<T>(run: (work: LongWork) => Promise<T>): Promise<T> {
      const work = begin();
      return whole(() => run(work));
    },
    /**
     * Runs a reading that is for a look only. It ends as if it had never been; `stays`: it was too long for one transaction,
     * and lies in the book unseen until it is let in or taken out.
     */
    async look<T>(run: (work: LongWork) => Promise<T>): Promise<{ readonly value: T; readonly stays: boolean }> {
      const work = begin();
      const stays = () => work.turns() > 0;
      const value = await reading(
        () => (stays() ? 'COMMIT' : 'ROLLBACK'),
        () => run(work),
      );
      return { value, stays: stays() };
    },
    /** Lets in what a look has left. */
    letIn: (run: () => void): Promise<void> => whole(async () => run()),
    step: stepIn(parts),
    /** Takes out what a look has left, or a reading whose process was ended. */
    takeOut,
  };
}

function takeOutOf({ staging }: Store, before: Before | undefined): void {
  if (before) staging.takeOut(before);
}

/** One source within a reading of several: a throw takes back this one and no other. */
function stepIn({ db, path, store }: Parts) {
  return async function step<T>(work: LongWork, run: () => Promise<T>): Promise<T> {
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
        takeOutOf(store, before);
        db.exec('BEGIN IMMEDIATE');
        store.staging.begin();
      }
      throw asRefusal(error, path);
    }
  };
}
