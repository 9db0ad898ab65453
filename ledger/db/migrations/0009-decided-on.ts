import type { Migration } from '../migration.ts';

/** A word on an exception holds for the money and the records that it was said about. */
export const decidedOn: Migration = {
  version: 9,
  sql: `
    -- What was asked when the word was said; null where the word is to wait. See ledger/store/exceptions.ts.
    ALTER TABLE exception ADD COLUMN decided_on TEXT;
    UPDATE exception SET decided_on = cents || '|' || expected || '|' || payments
      WHERE state IN ('snoozed','resolved','written-off');
  `,
};
