import type { Database } from 'better-sqlite3';

/** The link_telling table: who first told a movement that stands in no file. */
export function linkTellingStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO link_telling (movement, linked_account, told_at, original)
    VALUES (:movement, :link, :at, :original) ON CONFLICT DO NOTHING
  `);
  return (telling: { movement: number; link: number; at: string; original: string }) => void insert.run(telling);
}
