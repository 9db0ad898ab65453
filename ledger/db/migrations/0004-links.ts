import type { Migration } from '../migration.ts';

/** Linked accounts and all that was asked of them, told by them and ordered of them. Secrets are never here. */
export const links: Migration = {
  version: 4,
  sql: `
    -- credentials: the fields that are no secrets, as JSON. secrets: the random name under which the host keeps the rest.
    -- entrance: SHA-256 of the unguessable part of the path for its notices; the path itself is shown once and kept nowhere.
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

    -- value: the whole lookup as JSON; the columns beside it are what is searched. receipt and amount: what it was held
    -- against; verdict: what it found out. At most one that is open about one thing.
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
    CREATE UNIQUE INDEX lookup_open ON lookup (about) WHERE open = 1;
    CREATE INDEX lookup_due ON lookup (linked_account, not_before, seq) WHERE open = 1;
    CREATE INDEX lookup_about ON lookup (about, seq);

    CREATE TABLE move (
      seq            INTEGER PRIMARY KEY,
      id             TEXT NOT NULL UNIQUE,
      linked_account INTEGER NOT NULL REFERENCES linked_account (id),
      settled        INTEGER NOT NULL CHECK (settled IN (0, 1)),
      receipt        TEXT,
      value          TEXT NOT NULL
    ) STRICT;
    CREATE INDEX move_unsettled ON move (seq) WHERE settled = 0;

    -- followed is 0 until the lookup that shall confirm it stands in the queue, or none can.
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

    -- Requests and answers as they may be kept. about: 'lookup ID', 'move ID', 'pull LINKED_ACCOUNT'.
    CREATE TABLE exchange (
      id    INTEGER PRIMARY KEY,
      about TEXT NOT NULL,
      value TEXT NOT NULL
    ) STRICT;
    CREATE INDEX exchange_about ON exchange (about, id);

    -- Which linked account first told a movement, when, and in which words.
    CREATE TABLE link_telling (
      movement       INTEGER PRIMARY KEY REFERENCES movement (id),
      linked_account INTEGER NOT NULL REFERENCES linked_account (id),
      told_at        TEXT NOT NULL,
      original       TEXT NOT NULL
    ) STRICT;
  `,
};
