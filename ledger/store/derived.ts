import type { Database } from 'better-sqlite3';

/** Whether the derived tables have followed the raw ones: says so across a crash between two transactions. */
export function derivedStore(db: Database) {
  const isStale = db.prepare<[], number>('SELECT stale FROM derived').pluck();
  const mark = db.prepare<{ stale: 0 | 1 }>('UPDATE derived SET stale = :stale');
  return {
    isStale: () => isStale.get() === 1,
    markStale: () => void mark.run({ stale: 1 }),
    markFresh: () => void mark.run({ stale: 0 }),
  };
}
