import type { Database } from 'better-sqlite3';
import { CallbackValues } from '#contract/provider-answer.ts';
import type { ReceivedCallback } from '../providers/receiver.ts';

/** A notice whose lookup is not in the queue yet. */
export type ToFollow = Pick<ReceivedCallback, 'linkedAccount' | 'digest' | 'values'>;

/** Reads the notices that no lookup has followed, oldest first. */
export function callbacksToFollow(db: Database) {
  const select = db.prepare<[], { linkedAccount: number; digest: string; value: string }>(
    'SELECT linked_account AS linkedAccount, digest, value FROM callback WHERE followed = 0 ORDER BY seq',
  );
  return (): ToFollow[] =>
    select.all().map(({ value, ...row }) => ({ ...row, values: CallbackValues.parse(JSON.parse(value)) }));
}

/** The callback table: notices as they came, each once. Call inside a transaction. */
export function callbackStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO callback (digest, linked_account, received_at, receipt, body, value, followed)
    VALUES (:digest, :linkedAccount, :at, :receipt, :body, :value, 0) ON CONFLICT DO NOTHING
  `);
  const follow = db.prepare<[string]>('UPDATE callback SET followed = 1 WHERE digest = ?');
  return {
    /** False where it lies there already. */
    add: ({ values, ...callback }: ReceivedCallback, at: string): boolean =>
      insert.run({ ...callback, at, receipt: values.receipt, value: JSON.stringify(values) }).changes === 1,
    followed: (digest: string) => void follow.run(digest),
  };
}
