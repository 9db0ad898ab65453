import type { Migration } from '../migration.ts';

/** Money between the owner's own accounts came in nowhere and went out nowhere. */
export const ownMoves: Migration = {
  version: 11,
  sql: `
    -- moved: the confirmed match that says it is one end of such a move: a bank's credit of a till, or a transfer by hand.
    -- flow: which way money went for the shop as a whole, with that counted in. Derived, as matches are.
    ALTER TABLE payment ADD COLUMN moved INTEGER REFERENCES match (id);
    ALTER TABLE payment ADD COLUMN flow TEXT GENERATED ALWAYS AS (
      CASE WHEN moved IS NULL THEN direction ELSE 'none' END) VIRTUAL;
    CREATE INDEX payment_moved ON payment (moved) WHERE moved IS NOT NULL;

    -- Moves that are there already are looked at with the next opening.
    UPDATE derived SET stale = 1;
  `,
};
