import type { Migration } from '../migration.ts';

/**
 * What is expected, what belongs together, what asks for a decision, and every step a person took. Nothing here is ever
 * deleted but suggestions: what no longer holds has `live` 0, so that it keeps its id and what was decided about it.
 */
export const decisions: Migration = {
  version: 3,
  sql: `
    -- A payment that is gone keeps its number, so that what was decided about it finds it when it comes back.
    CREATE TABLE payment_gone (
      account INTEGER NOT NULL,
      key     TEXT NOT NULL,
      id      INTEGER NOT NULL,
      PRIMARY KEY (account, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX payment_gone_id ON payment_gone (id);
    CREATE TRIGGER payment_goes AFTER DELETE ON payment BEGIN
      INSERT OR REPLACE INTO payment_gone (account, key, id) VALUES (old.account, old.key, old.id);
    END;
    CREATE TRIGGER payment_comes AFTER INSERT ON payment BEGIN
      DELETE FROM payment_gone WHERE account = new.account AND key = new.key;
    END;
    CREATE INDEX payment_receipt ON payment (receipt) WHERE receipt IS NOT NULL;

    -- A sale or an invoice as it was written down; amount is what is to be paid, in positive cents.
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
    ) STRICT;

    -- decided_by is null where a rule did. A person's matches are never changed by a rule.
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
    CREATE INDEX match_state ON match (state, id) WHERE live = 1;

    CREATE TABLE match_item (
      match     INTEGER NOT NULL REFERENCES match (id),
      side      TEXT NOT NULL CHECK (side IN ('expected','payment','credit')),
      record    INTEGER NOT NULL,
      allocated INTEGER NOT NULL CHECK (allocated >= 0),
      PRIMARY KEY (match, side, record)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX match_item_record ON match_item (side, record);

    CREATE TABLE suggestion (
      expected INTEGER NOT NULL REFERENCES expected (id),
      place    INTEGER NOT NULL,
      payment  INTEGER NOT NULL,
      score    REAL NOT NULL,
      evidence TEXT NOT NULL,
      residual INTEGER NOT NULL,
      PRIMARY KEY (expected, place)
    ) STRICT, WITHOUT ROWID;

    -- What asks for a decision. The first half is derived, the second is what a person decided about it.
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
    ) STRICT;
    CREATE INDEX exception_cents ON exception (cents DESC, id) WHERE live = 1;

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

    -- The rows that a period was sealed with, to say later what came, went or changed.
    CREATE TABLE period_row (
      period INTEGER NOT NULL REFERENCES period (id),
      key    TEXT NOT NULL,
      date   TEXT NOT NULL,
      amount INTEGER NOT NULL,
      charges INTEGER NOT NULL,
      PRIMARY KEY (period, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE day_close (
      id        INTEGER PRIMARY KEY,
      date      TEXT NOT NULL,
      body      TEXT NOT NULL,
      seal      TEXT NOT NULL,
      closed_at TEXT NOT NULL,
      live      INTEGER NOT NULL CHECK (live IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX day_close_date ON day_close (date) WHERE live = 1;

    -- Everything a person did, one row a step; changes is what it did to rows, to be taken back and done again.
    -- dropped: it was taken back, and something else was done instead.
    CREATE TABLE step (
      id      INTEGER PRIMARY KEY,
      name    TEXT NOT NULL,
      at      TEXT NOT NULL,
      subject TEXT,
      changes TEXT NOT NULL,
      state   TEXT NOT NULL CHECK (state IN ('done','undone','dropped'))
    ) STRICT;
    CREATE INDEX step_state ON step (state, id);

    -- hash = SHA-256 of the one before and this entry as canonical JSON. Nothing is ever changed or removed.
    CREATE TABLE audit (
      seq  INTEGER PRIMARY KEY,
      at   TEXT NOT NULL,
      who  TEXT NOT NULL,
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      prev TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'The audit is append-only.'); END;
    CREATE TRIGGER audit_keeps BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'The audit is append-only.'); END;

    -- Books from before have payments and no exceptions yet.
    UPDATE derived SET stale = 1;
  `,
};
