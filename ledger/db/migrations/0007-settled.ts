import type { Migration } from '../migration.ts';

/** Which payments have reached the bank, and quick ways to what a person decided. */
export const settled: Migration = {
  version: 7,
  sql: `
    -- settled: the confirmed match that says which money at the bank it is a part of. Derived, as matches are.
    -- stands: the standing with that counted in; the highest step, for money that no witness contradicts.
    ALTER TABLE payment ADD COLUMN settled INTEGER REFERENCES match (id);
    ALTER TABLE payment ADD COLUMN stands TEXT GENERATED ALWAYS AS (
      CASE WHEN settled IS NOT NULL AND standing IN ('seen','confirmed','proved') THEN 'settled' ELSE standing END) VIRTUAL;
    CREATE INDEX payment_settled ON payment (settled) WHERE settled IS NOT NULL;
    CREATE INDEX match_decided ON match (id) WHERE decided_by IS NOT NULL AND live = 1;

    -- Bank credits that are there already are looked at with the next opening.
    UPDATE derived SET stale = 1;
  `,
};
