import type { Database } from 'better-sqlite3';
import { follower } from './decisions/follow.ts';
import { followPayments } from './derive.ts';
import { asRefusal } from './db/refusal.ts';
import { LedgerError } from './errors.ts';
import { type Job, type Ran, runImport } from './imports/run-import.ts';
import { longWork, type LongWork } from './long-work.ts';
import { type End, type InTransaction, stagedReading } from './staged.ts';
import { openStore } from './store/store.ts';
import { beginWork, type OnWork } from './work.ts';

/** What the writer works with. */
export type SessionDeps = {
  readonly db: Database;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly cancelled: () => boolean;
  readonly onWork: OnWork;
  /** How many rows a transaction writes before the work goes on in another; see `longWork`. */
  readonly rowsAtOnce?: number | undefined;
};

function transactions(db: Database, path: string, forget: () => void): InTransaction {
  /** Runs in one transaction, held across awaits: nobody else has this connection. A throw leaves nothing behind. */
  async function inTransaction<T>(end: End | (() => End), run: () => Promise<T> | T): Promise<T> {
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = await run();
      const now = typeof end === 'string' ? end : end();
      db.exec(now);
      if (now === 'ROLLBACK') forget();
      return value;
    } catch (error) {
      forget();
      // A full disk may have ended the transaction already.
      if (db.inTransaction) db.exec('ROLLBACK');
      throw asRefusal(error, path);
    }
  }

  return inTransaction;
}

/** The steps that commands are made of, over the one connection that writes. */
export function openSession({ db, path, now, cancelled, onWork, rowsAtOnce }: SessionDeps) {
  const store = openStore(db);
  const { follow, touch, forget } = follower(db, store);
  const inTransaction = transactions(db, path, forget);
  const begin = () => longWork(db, rowsAtOnce);
  const staged = stagedReading({ db, path, store, inTransaction, begin });

  /** Reads one source; it does not stand yet. */
  async function readOne(job: Job, name: 'preview' | 'import', { turn }: LongWork): Promise<Ran> {
    const progress = beginWork(name, job.file, now, onWork);
    const ran = await runImport(store, job, instant(now()), { cancelled, progress, turn });
    if (cancelled()) throw new LedgerError('cancelled', 'Cancelled; nothing of this source was stored.');
    return ran;
  }

  /** Lets a source stand that was read. An import is a step of its own, the sample shop's files together one. */
  function letStand({ done: { id, name }, changed }: Ran, origin: Job['origin']): void {
    const at = instant(now());
    store.imports.finish(id, at);
    store.derived.markStale({ arrived: id, changed });
    const sample = origin === 'sample';
    if (!sample || !store.steps.join('sample.load', id, at)) {
      store.steps.arrived(sample ? 'sample.load' : 'imports.run', at, name, id);
    }
    store.audit.append('imports.run', at, { id, name });
  }

  /** Makes the payments follow the movements, where they are behind. */
  async function derive(): Promise<void> {
    if (!store.derived.isStale()) return;
    beginWork('reconcile', null, now, onWork);
    try {
      await inTransaction('COMMIT', () => {
        const { turn } = begin();
        followPayments(store, turn, ({ touched, changed }) => {
          touch(touched);
          if (changed) follow(instant(now()), 'book', turn);
        });
      });
    } catch (error) {
      store.derived.doubt();
      throw error;
    }
    store.derived.forget();
  }

  /** Takes back whole imports, as one step. */
  async function undo(ids: readonly number[]): Promise<void> {
    await inTransaction('COMMIT', () => {
      const at = instant(now());
      store.steps.record('imports.undo', at, null, (note) => {
        for (const id of ids) {
          store.imports.undo(id, at);
          store.derived.markStale({ turned: id });
          note.imported(id, null, at);
        }
      });
      store.audit.append('imports.undo', at, { ids });
    });
    await derive();
  }

  return { store, db, instant: () => instant(now()), follow, inTransaction, staged, readOne, letStand, derive, undo };
}

export type Session = ReturnType<typeof openSession>;

/** East Africa Time, as everywhere in the book: `2026-03-15T14:30:00+03:00`. */
function instant(now: number): string {
  return `${new Date(now + 3 * 60 * 60 * 1_000).toISOString().slice(0, 19)}+03:00`;
}
