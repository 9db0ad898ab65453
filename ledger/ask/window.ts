import type { Database, Statement } from 'better-sqlite3';

/** A search as SQLite's LIKE takes it: the words anywhere, none of them a wildcard, no NUL that would end the pattern. */
export const likePattern = (search: string): string =>
  `%${search
    .trim()
    .replaceAll('\0', '')
    .replace(/[\\%_]/g, '\\$&')}%`;

/** The amount a search may mean, in cents: `1,500`, `1500.00`, `Ksh 99.5`. Null where it is no amount. */
export function searchedCents(search: string): number | null {
  const [, whole, part = ''] = /^(?:ksh|kes)?\.?\s*(\d[\d,]{0,14})(?:\.(\d{1,2}))?$/i.exec(search.trim()) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
}

/** Prepares each SQL text once; there are as many as there are filters and orders, a few dozen. */
export function statements<T>(db: Database): (sql: string) => Statement<object, T> {
  const prepared = new Map<string, Statement<object, T>>();
  return (sql) => {
    const statement = prepared.get(sql) ?? db.prepare<object, T>(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
