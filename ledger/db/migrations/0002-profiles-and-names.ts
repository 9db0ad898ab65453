import type { Migration } from '../migration.ts';

/** What the owner has said: of accounts, and of tables that no importer knows. */
export const profilesAndNames: Migration = {
  version: 2,
  sql: `
    -- attached_to: the numbered account that messages told of this un-numbered one belong to; null: derived from the book.
    ALTER TABLE account ADD COLUMN name TEXT;
    ALTER TABLE account ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1));
    ALTER TABLE account ADD COLUMN attached_to INTEGER REFERENCES account (id);

    -- How the tables under one line of titles are read, as JSON. titles: the line, spelled to be compared.
    CREATE TABLE profile (
      name    TEXT PRIMARY KEY,
      titles  TEXT NOT NULL UNIQUE,
      profile TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
