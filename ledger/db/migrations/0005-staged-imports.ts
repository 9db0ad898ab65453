import type { Migration } from '../migration.ts';

/** A source of any size is read in transactions of bounded size, and payments follow it in chunks of whole receipts. */
export const stagedImports: Migration = {
  version: 5,
  sql: `
    -- staged is 1 while an import is being read: until then undone_at is set too, so that nothing counts it as standing.
    ALTER TABLE import ADD COLUMN staged INTEGER NOT NULL DEFAULT 0 CHECK (staged IN (0, 1));

    -- At most one row: the newest rows of before a source that is being read. What is newer is not in the book yet, and
    -- goes again where the reading is broken off.
    CREATE TABLE staging (
      id       INTEGER PRIMARY KEY CHECK (id = 1),
      import   INTEGER NOT NULL,
      movement INTEGER NOT NULL,
      message  INTEGER NOT NULL,
      account  INTEGER NOT NULL
    ) STRICT;

    -- Payments follow receipt by receipt: all that tells of one, and all that takes it back.
    CREATE INDEX movement_receipt ON movement (receipt) WHERE receipt IS NOT NULL;
    CREATE INDEX movement_linked ON movement (linked_receipt) WHERE linked_receipt IS NOT NULL;

    -- From when to when messages tell of an account, in milliseconds, as it was when payments last followed.
    CREATE TABLE message_span (
      account INTEGER PRIMARY KEY REFERENCES account (id),
      first   INTEGER NOT NULL,
      last    INTEGER NOT NULL
    ) STRICT;

    -- assigning: what decided, when payments last followed, whose the messages are that name no account.
    ALTER TABLE derived ADD COLUMN assigning TEXT;
    UPDATE derived SET stale = 1;

    -- The number of a payment that comes back is looked for by who brings it back.
    DROP TRIGGER payment_comes;
  `,
};
