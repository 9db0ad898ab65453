import type { Migration } from '../migration.ts';

/** A payment that was requested through a linked account is expected like a sale that was written down. */
export const requested: Migration = {
  version: 8,
  sql: `
    -- Which order asked for which expected payment.
    CREATE TABLE requested (
      move     TEXT PRIMARY KEY REFERENCES move (id),
      expected INTEGER NOT NULL UNIQUE REFERENCES expected (id)
    ) STRICT, WITHOUT ROWID;
  `,
};
