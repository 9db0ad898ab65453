import type { Migration } from '../migration.ts';

/**
 * Rows of one time lie together in the index that knows them again, whatever their receipts; and payments are found by
 * receipt through their key. A large import writes to what its receipts scatter in two places, and not in four.
 */
export const nearInTime: Migration = {
  version: 10,
  sql: `
    CREATE TABLE movement_next (
      id             INTEGER PRIMARY KEY,
      account        INTEGER NOT NULL REFERENCES account (id),
      source         TEXT NOT NULL CHECK (source IN ('sms','statement','lookup','callback')),
      identity       TEXT NOT NULL,
      occurrence     INTEGER NOT NULL,
      variant        INTEGER NOT NULL,
      kind           TEXT NOT NULL,
      direction      TEXT NOT NULL CHECK (direction IN ('in','out','none')),
      receipt        TEXT,
      linked_receipt TEXT,
      amount         INTEGER NOT NULL,
      fee            INTEGER,
      balance_after  INTEGER,
      occurred_at    TEXT,
      precision      TEXT CHECK (precision IN ('second','minute','day')),
      party          TEXT,
      phone          TEXT,
      shortcode      TEXT,
      account_ref    TEXT,
      live           INTEGER NOT NULL CHECK (live IN (0, 1)),
      -- The end of the identity, where all but messages have the minute.
      minute         TEXT GENERATED ALWAYS AS (iif(source = 'sms', '', substr(identity, -16))) VIRTUAL
    ) STRICT;
    INSERT INTO movement_next (id, account, source, identity, occurrence, variant, kind, direction, receipt, linked_receipt,
        amount, fee, balance_after, occurred_at, precision, party, phone, shortcode, account_ref, live)
      SELECT id, account, source, identity, occurrence, variant, kind, direction, receipt, linked_receipt,
        amount, fee, balance_after, occurred_at, precision, party, phone, shortcode, account_ref, live FROM movement;
    DROP TABLE movement;
    ALTER TABLE movement_next RENAME TO movement;
    CREATE UNIQUE INDEX movement_identity ON movement (account, source, minute, identity, occurrence, variant);
    CREATE INDEX movement_receipt ON movement (receipt) WHERE receipt IS NOT NULL;
    CREATE INDEX movement_linked ON movement (linked_receipt) WHERE linked_receipt IS NOT NULL;

    DROP INDEX payment_receipt;
    DROP INDEX payment_key;
    CREATE UNIQUE INDEX payment_key ON payment (key, account);
  `,
};
