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

/** Where a message ended up. `changed`: it is new, or live again. */
export type AddedMessage = { readonly id: number; readonly changed: boolean };

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
  function again(row: MessageRow): AddedMessage {
    const known = find.get(row);
    if (known === undefined) throw new Error('A message was refused as known and is not there.');
    if (known.live === 0) revive.run({ id: known.id });
    return { id: known.id, changed: known.live === 0 };
  }

  function add(row: MessageRow): AddedMessage {
    const { changes, lastInsertRowid } = insert.run(row);
    return changes === 1 ? { id: Number(lastInsertRowid), changed: true } : again(row);
  }

  return {
    /** The message's id, whether it is new or known. */
    add,
    /** The same where nothing else says which of its twins it is; `occurrenceOf` is asked where the first is known. */
    addTwin(row: Omit<MessageRow, 'occurrence'>, occurrenceOf: (first: number) => number): AddedMessage {
      const first = { ...row, occurrence: 1 };
      const { changes, lastInsertRowid } = insert.run(first);
      if (changes === 1) return { id: Number(lastInsertRowid), changed: true };
      const occurrence = occurrenceOf(find.get(first)?.id ?? 0);
      return occurrence === 1 ? again(first) : add({ ...row, occurrence });
    },
  };
}
