import type { Migration } from '../migration.ts';

/**
 * The first book. Raw tables (`import`, `import_row`, `message`) are never changed but for `undone_at`; `movement` says
 * what they mean; `payment` is derived from movements and can be rebuilt at any time.
 */
export const book: Migration = {
  version: 1,
  sql: `
    -- A statement's account has the short code it prints; messages print none and go to the un-numbered one of their kind.
    -- Which account a payment belongs to is decided when payments are derived, so that it does not depend on what came first.
    CREATE TABLE account (
      id        INTEGER PRIMARY KEY,
      kind      TEXT NOT NULL CHECK (kind IN ('wallet','till','paybill','pochi','agent','bank','other','settlement','working','cash')),
      shortcode TEXT
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
      -- 1 for texts that look like M-PESA's and fit no rule: tomorrow's wordings.
      unread      INTEGER NOT NULL CHECK (unread IN (0, 1)),
      movement    INTEGER REFERENCES movement (id),
      live        INTEGER NOT NULL CHECK (live IN (0, 1)),
      UNIQUE (digest, occurrence)
    ) STRICT;
    CREATE INDEX message_outcome ON message (outcome, id) WHERE live = 1;

    -- What one source tells of one change of one account's balance. amount is signed: in positive, out negative.
    -- identity says which rows of other files tell the very same, occurrence which of several true twins; live is 1
    -- while any import that stands tells it. A file that tells the same in other words (seconds lost, a name cut) adds a
    -- variant, so that what the book says depends neither on the order of imports nor on what was undone.
    CREATE TABLE movement (
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
      UNIQUE (account, source, identity, occurrence, variant)
    ) STRICT;

    -- Every line that was read, in reading order, and what became of it. text is null where message.text has it.
    CREATE TABLE import_row (
      import   INTEGER NOT NULL REFERENCES import (id),
      seq      INTEGER NOT NULL,
      row      INTEGER NOT NULL,
      verdict  TEXT NOT NULL CHECK (verdict IN ('stored','duplicate','skipped','rejected')),
      reason   TEXT,
      text     TEXT,
      message  INTEGER REFERENCES message (id),
      movement INTEGER REFERENCES movement (id),
      PRIMARY KEY (import, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_row_movement ON import_row (movement) WHERE movement IS NOT NULL;
    CREATE INDEX import_row_message ON import_row (message) WHERE message IS NOT NULL;

    -- One event in the world: one per account and receipt. Derived: nothing here is told by a source alone.
    -- message_in … statement_out: everything the two witnesses say moved under this key, charges and loans included.
    -- compared is 1 where a statement covers it; delta and delta_charges are then statement less messages.
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
      at_risk          INTEGER NOT NULL,
      message_amount   INTEGER,
      statement_amount INTEGER,
      pass             TEXT CHECK (pass IN ('receipt-and-amount','receipt-other-amount')),
      linked           TEXT,
      linked_as        TEXT CHECK (linked_as IN ('reverses','reversed-by')),
      messages         INTEGER NOT NULL,
      statement_rows   INTEGER NOT NULL,
      compared         INTEGER NOT NULL CHECK (compared IN (0, 1)),
      message_in       INTEGER NOT NULL,
      message_out      INTEGER NOT NULL,
      statement_in     INTEGER NOT NULL,
      statement_out    INTEGER NOT NULL,
      delta_reason     TEXT CHECK (delta_reason IN ('no-message','not-on-statement','amounts-differ','settlement','reversal')),
      delta            INTEGER NOT NULL,
      delta_charges    INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX payment_key ON payment (account, key);
    CREATE INDEX payment_time ON payment (occurred_at, id);
    CREATE INDEX payment_finding ON payment (finding, occurred_at, id);
    CREATE INDEX payment_account ON payment (account, occurred_at, id);

    CREATE TABLE payment_movement (
      movement INTEGER PRIMARY KEY REFERENCES movement (id),
      payment  INTEGER NOT NULL REFERENCES payment (id)
    ) STRICT;
    CREATE INDEX payment_movement_payment ON payment_movement (payment);

    CREATE TABLE setting (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- 1 row. stale is 1 from a change of the raw tables until the derived ones have followed.
    CREATE TABLE derived (
      id    INTEGER PRIMARY KEY CHECK (id = 1),
      stale INTEGER NOT NULL CHECK (stale IN (0, 1))
    ) STRICT;
    INSERT INTO derived (id, stale) VALUES (1, 0);
  `,
};
