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

/** SQL that is true of an account that was added by hand and that nothing which stands tells of or needs. */
export const isIdle = (a: string): string => `${a}.confirmed = 1
  AND NOT EXISTS (SELECT 1 FROM payment WHERE account = ${a}.id)
  AND NOT EXISTS (SELECT 1 FROM import WHERE account = ${a}.id AND undone_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM expected WHERE account = ${a}.id AND live = 1)
  AND NOT EXISTS (SELECT 1 FROM period WHERE account = ${a}.id AND live = 1)
  AND NOT EXISTS (SELECT 1 FROM linked_account WHERE account = ${a}.id AND removed_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM account b WHERE b.attached_to = ${a}.id)`;

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
  // Its row stays, for what was undone and may come back; nobody lists it.
  const remove = db.prepare<{ id: number }>(
    `UPDATE account AS a SET name = NULL, confirmed = 0 WHERE id = :id AND ${isIdle('a')}`,
  );
  const attach = db.prepare<{ id: number; to: number | null }>('UPDATE account SET attached_to = :to WHERE id = :id');

  return {
    /** The account's id; made on first sight. */
    idOf: (kind: AccountKind, shortcode: string | null): number =>
      find.get({ kind, shortcode }) ?? Number(insert.run({ kind, shortcode }).lastInsertRowid),
    all: () => all.all(),
    /** Takes the owner's name for it, or none, and that it is one of theirs. False where there is no such account. */
    name: (id: number, own: string | null) => name.run({ id, name: own }).changes === 1,
    /** Takes back that the owner added it. False where it is not idle. */
    remove: (id: number) => remove.run({ id }).changes === 1,
    /** The numbered account that what is told of this one belongs to; null: derived from the book. */
    attach: (id: number, to: number | null) => void attach.run({ id, to }),
  };
}
