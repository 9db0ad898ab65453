import type { Migration } from '../migration.ts';

/** Sales and invoices out of files: known again in the next file, and gone when all that told them is undone. */
export const saleFiles: Migration = {
  version: 6,
  sql: `
    -- identity says which rows of other files tell the very same sale, occurrence which of several true twins; both are
    -- null for one that was typed. removed is 1 where the owner took it out, whatever files still tell it.
    ALTER TABLE expected ADD COLUMN identity TEXT;
    ALTER TABLE expected ADD COLUMN occurrence INTEGER;
    ALTER TABLE expected ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
    UPDATE expected SET removed = 1 WHERE live = 0;
    CREATE UNIQUE INDEX expected_identity ON expected (identity, occurrence) WHERE identity IS NOT NULL;

    -- Which row of which import tells a sale.
    CREATE TABLE expected_row (
      import   INTEGER NOT NULL REFERENCES import (id),
      row      INTEGER NOT NULL,
      expected INTEGER NOT NULL REFERENCES expected (id),
      PRIMARY KEY (import, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX expected_row_expected ON expected_row (expected);
  `,
};
