import type { Migration } from '../migration.ts';

/** A payment that was taken back in part pays with what stays of it. */
export const takenBack: Migration = {
  version: 12,
  sql: `
    -- taken_back: what reversals took back of it, in positive cents.
    ALTER TABLE payment ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;

    -- Payments that were taken back before are looked at with the next opening.
    UPDATE derived SET stale = 1;
  `,
};
