import type { Database } from 'better-sqlite3';

const NAME = 'receiver-port';

/** The port that the receiver shall listen on; null where it is off. */
export function receiverPortIn(db: Database): () => number | null {
  const read = db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck();
  return () => {
    const value = read.get(NAME);
    return value === undefined ? null : Number(value);
  };
}

/** Switches the receiver on or off for this and every later start. */
export function receiverPortStore(db: Database) {
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare<[string]>('DELETE FROM setting WHERE name = ?');
  return (port: number | null): void => void (port === null ? remove.run(NAME) : put.run(NAME, String(port)));
}
