import type { Database } from 'better-sqlite3';
import type { AccountKind } from '#contract/words.ts';

/** A row of the account table: who it is and nothing more. Null: no short code is known. */
export type AccountRow = {
  readonly id: number;
  readonly kind: AccountKind;
  readonly shortcode: string | null;
  /** Where the owner says that what is told of an account without a number belongs. */
  readonly attachedTo: number | null;
};

/** The account table. */
export function accountStore(db: Database) {
  const find = db
    .prepare<{ kind: AccountKind; shortcode: string | null }, number>(
      "SELECT id FROM account WHERE kind = :kind AND coalesce(shortcode, '') = coalesce(:shortcode, '')",
    )
    .pluck();
  const insert = db.prepare<{ kind: AccountKind; shortcode: string | null }>(
    'INSERT INTO account (kind, shortcode) VALUES (:kind, :shortcode)',
  );
  const all = db.prepare<[], AccountRow>(
    'SELECT id, kind, shortcode, attached_to AS attachedTo FROM account ORDER BY id',
  );
  const name = db.prepare<{ id: number; name: string | null }>(
    'UPDATE account SET name = :name, confirmed = 1 WHERE id = :id',
  );
  const attach = db.prepare<{ id: number; to: number | null }>('UPDATE account SET attached_to = :to WHERE id = :id');

  return {
    /** The account's id; made on first sight. */
    idOf: (kind: AccountKind, shortcode: string | null): number =>
      find.get({ kind, shortcode }) ?? Number(insert.run({ kind, shortcode }).lastInsertRowid),
    all: () => all.all(),
    /** Takes the owner's name for it, or none, and that it is one of theirs. False where there is no such account. */
    name: (id: number, own: string | null) => name.run({ id, name: own }).changes === 1,
    /** The numbered account that what is told of this one belongs to; null: derived from the book. */
    attach: (id: number, to: number | null) => void attach.run({ id, to }),
  };
}
