CREATE TABLE account (
      id        INTEGER PRIMARY KEY,
      kind      TEXT NOT NULL CHECK (kind IN ('wallet','till','paybill','pochi','agent','bank','other','settlement','working','cash')),
      shortcode TEXT
    , name TEXT, confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)), attached_to INTEGER REFERENCES account (id)) STRICT;

CREATE UNIQUE INDEX account_identity ON account (kind, coalesce(shortcode, ''));

CREATE TABLE audit (
      seq  INTEGER PRIMARY KEY,
      at   TEXT NOT NULL,
      who  TEXT NOT NULL,
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      prev TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

CREATE TRIGGER audit_keeps BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'The audit is append-only.'); END;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'The audit is append-only.'); END;

CREATE TABLE callback (
      seq            INTEGER PRIMARY KEY,
      digest         TEXT NOT NULL UNIQUE,
      linked_account INTEGER NOT NULL REFERENCES linked_account (id),
      received_at    TEXT NOT NULL,
      receipt        TEXT,
      body           TEXT NOT NULL,
      value          TEXT NOT NULL,
      followed       INTEGER NOT NULL CHECK (followed IN (0, 1))
    ) STRICT;

CREATE INDEX callback_receipt ON callback (receipt) WHERE receipt IS NOT NULL;

CREATE INDEX callback_to_follow ON callback (seq) WHERE followed = 0;

CREATE TABLE day_close (
      id        INTEGER PRIMARY KEY,
      date      TEXT NOT NULL,
      body      TEXT NOT NULL,
      seal      TEXT NOT NULL,
      closed_at TEXT NOT NULL,
      live      INTEGER NOT NULL CHECK (live IN (0, 1))
    ) STRICT;

CREATE UNIQUE INDEX day_close_date ON day_close (date) WHERE live = 1;

CREATE TABLE derived (
      id    INTEGER PRIMARY KEY CHECK (id = 1),
      stale INTEGER NOT NULL CHECK (stale IN (0, 1))
    , assigning TEXT) STRICT;

CREATE TABLE exception (
      id         INTEGER PRIMARY KEY,
      key        TEXT NOT NULL UNIQUE,
      code       TEXT NOT NULL,
      cents      INTEGER NOT NULL CHECK (cents >= 0),
      account    INTEGER REFERENCES account (id),
      at         TEXT,
      subject    TEXT,
      receipt    TEXT,
      expected   TEXT NOT NULL,
      payments   TEXT NOT NULL,
      match      INTEGER REFERENCES match (id),
      detail     TEXT,
      live       INTEGER NOT NULL CHECK (live IN (0, 1)),
      state      TEXT NOT NULL CHECK (state IN ('open','snoozed','waiting-statement','waiting-provider','resolved','written-off')),
      reason     TEXT,
      note       TEXT,
      until      TEXT,
      decided_at TEXT
    , decided_on TEXT) STRICT;

CREATE INDEX exception_cents ON exception (cents DESC, id) WHERE live = 1;

CREATE TABLE exchange (
      id    INTEGER PRIMARY KEY,
      about TEXT NOT NULL,
      value TEXT NOT NULL
    ) STRICT;

CREATE INDEX exchange_about ON exchange (about, id);

CREATE TABLE expected (
      id        INTEGER PRIMARY KEY,
      kind      TEXT NOT NULL CHECK (kind IN ('sale','invoice')),
      account   INTEGER REFERENCES account (id),
      at        TEXT,
      precision TEXT CHECK (precision IN ('second','minute','day')),
      amount    INTEGER NOT NULL,
      customer  TEXT,
      reference TEXT,
      receipt   TEXT,
      live      INTEGER NOT NULL CHECK (live IN (0, 1))
    , identity TEXT, occurrence INTEGER, removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))) STRICT;

CREATE UNIQUE INDEX expected_identity ON expected (identity, occurrence) WHERE identity IS NOT NULL;

CREATE TABLE expected_row (
      import   INTEGER NOT NULL REFERENCES import (id),
      row      INTEGER NOT NULL,
      expected INTEGER NOT NULL REFERENCES expected (id),
      PRIMARY KEY (import, row)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX expected_row_expected ON expected_row (expected);

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
    , staged INTEGER NOT NULL DEFAULT 0 CHECK (staged IN (0, 1))) STRICT;

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

CREATE INDEX import_row_message ON import_row (message) WHERE message IS NOT NULL;

CREATE INDEX import_row_movement ON import_row (movement) WHERE movement IS NOT NULL;

CREATE TABLE link_telling (
      movement       INTEGER PRIMARY KEY REFERENCES movement (id),
      linked_account INTEGER NOT NULL REFERENCES linked_account (id),
      told_at        TEXT NOT NULL,
      original       TEXT NOT NULL
    ) STRICT;

CREATE TABLE linked_account (
      id          INTEGER PRIMARY KEY,
      service     TEXT NOT NULL,
      label       TEXT NOT NULL,
      account     INTEGER REFERENCES account (id),
      base_url    TEXT,
      simulated   INTEGER NOT NULL CHECK (simulated IN (0, 1)),
      credentials TEXT NOT NULL,
      secrets     TEXT NOT NULL UNIQUE,
      enabled     TEXT NOT NULL,
      automatic   INTEGER NOT NULL CHECK (automatic IN (0, 1)),
      entrance    TEXT,
      linked_at   TEXT NOT NULL,
      removed_at  TEXT
    ) STRICT;

CREATE TABLE lookup (
      seq            INTEGER PRIMARY KEY,
      id             TEXT NOT NULL UNIQUE,
      linked_account INTEGER NOT NULL REFERENCES linked_account (id),
      about          TEXT NOT NULL,
      open           INTEGER NOT NULL CHECK (open IN (0, 1)),
      state          TEXT NOT NULL CHECK (state IN ('waiting','asking','offline','done','withdrawn')),
      not_before     INTEGER NOT NULL,
      receipt        TEXT,
      amount         INTEGER NOT NULL,
      verdict        TEXT CHECK (verdict IN ('confirmed','pending','not-paid','conflicting','inconclusive')),
      value          TEXT NOT NULL,
      asked_at       TEXT NOT NULL,
      settled_at     TEXT
    ) STRICT;

CREATE INDEX lookup_about ON lookup (about, seq);

CREATE INDEX lookup_due ON lookup (linked_account, not_before, seq) WHERE open = 1;

CREATE UNIQUE INDEX lookup_open ON lookup (about) WHERE open = 1;

CREATE TABLE match (
      id           INTEGER PRIMARY KEY,
      key          TEXT NOT NULL UNIQUE,
      rule         TEXT NOT NULL,
      rule_version INTEGER NOT NULL,
      state        TEXT NOT NULL CHECK (state IN ('proposed','confirmed','rejected','revoked')),
      evidence     TEXT NOT NULL,
      margin       REAL,
      residual     INTEGER NOT NULL,
      decided_by   TEXT,
      decided_at   TEXT NOT NULL,
      reason       TEXT,
      live         INTEGER NOT NULL CHECK (live IN (0, 1))
    ) STRICT;

CREATE INDEX match_decided ON match (id) WHERE decided_by IS NOT NULL AND live = 1;

CREATE TABLE match_item (
      match     INTEGER NOT NULL REFERENCES match (id),
      side      TEXT NOT NULL CHECK (side IN ('expected','payment','credit')),
      record    INTEGER NOT NULL,
      allocated INTEGER NOT NULL CHECK (allocated >= 0),
      PRIMARY KEY (match, side, record)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX match_item_record ON match_item (side, record);

CREATE INDEX match_state ON match (state, id) WHERE live = 1;

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

CREATE TABLE message_span (
      account INTEGER PRIMARY KEY REFERENCES account (id),
      first   INTEGER NOT NULL,
      last    INTEGER NOT NULL
    ) STRICT;

CREATE TABLE move (
      seq            INTEGER PRIMARY KEY,
      id             TEXT NOT NULL UNIQUE,
      linked_account INTEGER NOT NULL REFERENCES linked_account (id),
      settled        INTEGER NOT NULL CHECK (settled IN (0, 1)),
      receipt        TEXT,
      value          TEXT NOT NULL
    ) STRICT;

CREATE INDEX move_unsettled ON move (seq) WHERE settled = 0;

CREATE TABLE "movement" (
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

CREATE UNIQUE INDEX movement_identity ON movement (account, source, minute, identity, occurrence, variant);

CREATE INDEX movement_linked ON movement (linked_receipt) WHERE linked_receipt IS NOT NULL;

CREATE INDEX movement_receipt ON movement (receipt) WHERE receipt IS NOT NULL;

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
    , settled INTEGER REFERENCES match (id), stands TEXT GENERATED ALWAYS AS (
      CASE WHEN settled IS NOT NULL AND standing IN ('seen','confirmed','proved') THEN 'settled' ELSE standing END) VIRTUAL, moved INTEGER REFERENCES match (id), flow TEXT GENERATED ALWAYS AS (
      CASE WHEN moved IS NULL THEN direction ELSE 'none' END) VIRTUAL, taken_back INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX payment_account ON payment (account, occurred_at, id);

CREATE INDEX payment_finding ON payment (finding, occurred_at, id);

CREATE TRIGGER payment_goes AFTER DELETE ON payment BEGIN
      INSERT OR REPLACE INTO payment_gone (account, key, id) VALUES (old.account, old.key, old.id);
    END;

CREATE TABLE payment_gone (
      account INTEGER NOT NULL,
      key     TEXT NOT NULL,
      id      INTEGER NOT NULL,
      PRIMARY KEY (account, key)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX payment_gone_id ON payment_gone (id);

CREATE UNIQUE INDEX payment_key ON payment (key, account);

CREATE INDEX payment_moved ON payment (moved) WHERE moved IS NOT NULL;

CREATE TABLE payment_movement (
      movement INTEGER PRIMARY KEY REFERENCES movement (id),
      payment  INTEGER NOT NULL REFERENCES payment (id)
    ) STRICT;

CREATE INDEX payment_movement_payment ON payment_movement (payment);

CREATE INDEX payment_settled ON payment (settled) WHERE settled IS NOT NULL;

CREATE INDEX payment_time ON payment (occurred_at, id);

CREATE TABLE period (
      id        INTEGER PRIMARY KEY,
      account   INTEGER NOT NULL REFERENCES account (id),
      month     TEXT NOT NULL,
      opening   INTEGER,
      closing   INTEGER,
      proof     TEXT NOT NULL,
      reason    TEXT,
      seal      TEXT NOT NULL,
      closed_at TEXT NOT NULL,
      live      INTEGER NOT NULL CHECK (live IN (0, 1))
    ) STRICT;

CREATE UNIQUE INDEX period_month ON period (account, month) WHERE live = 1;

CREATE TABLE period_row (
      period INTEGER NOT NULL REFERENCES period (id),
      key    TEXT NOT NULL,
      date   TEXT NOT NULL,
      amount INTEGER NOT NULL,
      charges INTEGER NOT NULL,
      PRIMARY KEY (period, key)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
      name    TEXT PRIMARY KEY,
      titles  TEXT NOT NULL UNIQUE,
      profile TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE requested (
      move     TEXT PRIMARY KEY REFERENCES move (id),
      expected INTEGER NOT NULL UNIQUE REFERENCES expected (id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE staging (
      id       INTEGER PRIMARY KEY CHECK (id = 1),
      import   INTEGER NOT NULL,
      movement INTEGER NOT NULL,
      message  INTEGER NOT NULL,
      account  INTEGER NOT NULL
    ) STRICT;

CREATE TABLE step (
      id      INTEGER PRIMARY KEY,
      name    TEXT NOT NULL,
      at      TEXT NOT NULL,
      subject TEXT,
      changes TEXT NOT NULL,
      state   TEXT NOT NULL CHECK (state IN ('done','undone','dropped'))
    ) STRICT;

CREATE INDEX step_state ON step (state, id);

CREATE TABLE suggestion (
      expected INTEGER NOT NULL REFERENCES expected (id),
      place    INTEGER NOT NULL,
      payment  INTEGER NOT NULL,
      score    REAL NOT NULL,
      evidence TEXT NOT NULL,
      residual INTEGER NOT NULL,
      PRIMARY KEY (expected, place)
    ) STRICT, WITHOUT ROWID;
