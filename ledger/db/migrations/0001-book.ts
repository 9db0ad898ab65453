import type { Migration } from '../migrate.ts';

/**
 * The first book. Raw tables (`import`, `import_row`, `message`) are never changed but for `undone_at`; `movement` says
 * what they mean; `payment` is derived from movements and can be rebuilt at any time.
 */
export const book: Migration = {
  version: 1,
  sql: `
    CREATE TABLE account (
      id         INTEGER PRIMARY KEY,
      kind       TEXT NOT NULL CHECK (kind IN ('wallet','till','paybill','pochi','agent','bank','other','settlement','working','cash')),
      shortcode  TEXT,
      holder     TEXT,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX account_identity ON account (kind, coalesce(shortcode, ''));

    CREATE TABLE import (
      id               INTEGER PRIMARY KEY,
      name             TEXT NOT NULL,
      sha256           TEXT NOT NULL,
      bytes            INTEGER NOT NULL,
      importer         TEXT NOT NULL,
      importer_version INTEGER NOT NULL,
      origin           TEXT NOT NULL CHECK (origin IN ('file','paste','sample')),
      account          INTEGER REFERENCES account (id),
      holder           TEXT,
      period_from      TEXT,
      period_to        TEXT,
      opening          INTEGER,
      closing          INTEGER,
      printed_in       INTEGER,
      printed_out      INTEGER,
      rows_stored      INTEGER NOT NULL,
      rows_duplicate   INTEGER NOT NULL,
      rows_skipped     INTEGER NOT NULL,
      rows_rejected    INTEGER NOT NULL,
      total_in         INTEGER NOT NULL,
      total_out        INTEGER NOT NULL,
      verified         INTEGER NOT NULL CHECK (verified IN (0, 1)),
      checks           TEXT NOT NULL,
      imported_at      TEXT NOT NULL,
      undone_at        TEXT
    ) STRICT;

    -- One SMS text exactly as received. The same text seen again is the same message; k identical texts in one file are k messages.
    CREATE TABLE message (
      id          INTEGER PRIMARY KEY,
      digest      BLOB NOT NULL,
      occurrence  INTEGER NOT NULL,
      text        TEXT NOT NULL,
      sender      TEXT,
      received_at TEXT,
      outcome     TEXT NOT NULL CHECK (outcome IN ('parsed','notice','unrecognised')),
      rule        TEXT,
      kind        TEXT,
      UNIQUE (digest, occurrence)
    ) STRICT;

    -- What one source tells of one change of one account's balance. amount is signed: in positive, out negative.
    -- identity says which rows of other files tell the very same; live is 1 while any import that stands tells it.
    CREATE TABLE movement (
      id             INTEGER PRIMARY KEY,
      account        INTEGER NOT NULL REFERENCES account (id),
      source         TEXT NOT NULL CHECK (source IN ('sms','statement','lookup','callback')),
      identity       TEXT NOT NULL,
      occurrence     INTEGER NOT NULL,
      kind           TEXT NOT NULL,
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
      status         TEXT NOT NULL DEFAULT 'completed',
      live           INTEGER NOT NULL CHECK (live IN (0, 1)),
      UNIQUE (account, source, identity, occurrence)
    ) STRICT;
    CREATE INDEX movement_receipt ON movement (receipt, account) WHERE live = 1;

    -- Every line that was read, and what became of it. text is null for messages: message.text has it.
    CREATE TABLE import_row (
      import   INTEGER NOT NULL REFERENCES import (id),
      row      INTEGER NOT NULL,
      verdict  TEXT NOT NULL CHECK (verdict IN ('stored','duplicate','skipped','rejected')),
      reason   TEXT,
      text     TEXT,
      message  INTEGER REFERENCES message (id),
      movement INTEGER REFERENCES movement (id),
      PRIMARY KEY (import, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_row_movement ON import_row (movement) WHERE movement IS NOT NULL;
    CREATE INDEX import_row_message ON import_row (message) WHERE message IS NOT NULL;

    -- One event in the world: one per account and receipt. Derived.
    CREATE TABLE payment (
      id               INTEGER PRIMARY KEY,
      account          INTEGER NOT NULL REFERENCES account (id),
      key              TEXT NOT NULL,
      receipt          TEXT,
      kind             TEXT NOT NULL,
      direction        TEXT NOT NULL CHECK (direction IN ('in','out','none')),
      amount           INTEGER NOT NULL,
      charges          INTEGER NOT NULL,
      occurred_at      TEXT,
      party            TEXT,
      phone            TEXT,
      account_ref      TEXT,
      standing         TEXT NOT NULL CHECK (standing IN ('claimed','seen','confirmed','proved','reversed','failed','disputed')),
      finding          TEXT NOT NULL CHECK (finding IN ('seen','agree','not-on-statement','no-message','amounts-differ','reversed')),
      exception        TEXT,
      message_amount   INTEGER,
      statement_amount INTEGER,
      pass             TEXT,
      linked           TEXT,
      linked_as        TEXT CHECK (linked_as IN ('reverses','reversed-by')),
      UNIQUE (account, key)
    ) STRICT;
    CREATE INDEX payment_time ON payment (occurred_at, id);

    CREATE TABLE payment_movement (
      payment  INTEGER NOT NULL REFERENCES payment (id) ON DELETE CASCADE,
      movement INTEGER NOT NULL UNIQUE REFERENCES movement (id),
      PRIMARY KEY (payment, movement)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
