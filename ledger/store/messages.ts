import type { Database } from 'better-sqlite3';
import type { MovementKind } from '#contract/words.ts';
import type { Outcome } from '#parser/reading.ts';

/** A message about to be stored, its text exactly as received. */
export type MessageRow = {
  digest: Buffer;
  /** Which of several messages with one digest in one file, from 1. */
  occurrence: number;
  text: string;
  sender: string | null;
  received_at: string | null;
  outcome: Outcome;
  rule: string | null;
  kind: MovementKind | null;
  unread: 0 | 1;
  movement: number | null;
};

/** The message table. */
export function messageStore(db: Database) {
  const insert = db.prepare<MessageRow>(`
    INSERT INTO message (digest, occurrence, text, sender, received_at, outcome, rule, kind, unread, movement, live)
    VALUES (:digest, :occurrence, :text, :sender, :received_at, :outcome, :rule, :kind, :unread, :movement, 1)
    ON CONFLICT (digest, occurrence) DO NOTHING
  `);
  const find = db.prepare<MessageRow, { id: number; live: 0 | 1 }>(
    'SELECT id, live FROM message WHERE digest = :digest AND occurrence = :occurrence',
  );
  const revive = db.prepare<{ id: number }>('UPDATE message SET live = 1 WHERE id = :id');
  return {
    /** The message's id, whether it is new or known. */
    add(row: MessageRow): number {
      const { changes, lastInsertRowid } = insert.run(row);
      if (changes === 1) return Number(lastInsertRowid);
      const known = find.get(row);
      if (known === undefined) throw new Error('A message was refused as known and is not there.');
      if (known.live === 0) revive.run({ id: known.id });
      return known.id;
    },
  };
}
