import type { Database } from 'better-sqlite3';

const of = {
  'periods.close': "json_extract(body, '$.account') || ' ' || json_extract(body, '$.month')",
  'days.close': "json_extract(body, '$.date')",
} as const;

/**
 * What the record says was sealed, each as its account and month, or its date, and its seal: a seal that is not among them
 * was not made by Risiti. The record itself is a chain of hashes.
 */
export function toldSeals(db: Database, name: keyof typeof of): () => ReadonlySet<string> {
  const told = db
    .prepare<[string], string>(`SELECT ${of[name]} || ' ' || json_extract(body, '$.seal') FROM audit WHERE name = ?`)
    .pluck();
  return () => new Set(told.all(name));
}
