import type { Database } from 'better-sqlite3';
import type { AccountKind } from '#contract/words.ts';

/** A row of the account table: who it is and nothing more. Null: no short code is known. */
export type AccountRow = { readonly id: number; readonly kind: AccountKind; readonly shortcode: string | null };

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
  const all = db.prepare<[], AccountRow>('SELECT id, kind, shortcode FROM account ORDER BY id');

  return {
    /** The account's id; made on first sight. */
    idOf: (kind: AccountKind, shortcode: string | null): number =>
      find.get({ kind, shortcode }) ?? Number(insert.run({ kind, shortcode }).lastInsertRowid),
    all: () => all.all(),
  };
}
