import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

type Entry = { seq: number; at: string; who: string; name: string; body: string; prev: string; hash: string };

/** What the walk over the chain found. `firstBroken`: the first entry that does not fit; null where all do. */
export type AuditState = {
  readonly holds: boolean;
  readonly entries: number;
  readonly firstBroken: number | null;
  readonly head: string;
};

/** What stands before the first entry. */
const START = '0'.repeat(64);

/** JSON with the names of every object in order and no blanks: one text for one value. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}

/** SHA-256 in hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const hashOf = ({ seq, at, who, name, body, prev }: Omit<Entry, 'hash'>) =>
  sha256(`${prev}${canonical({ seq, at, who, name, body })}`);

/** The audit table: append-only, each entry chained to the one before. */
export function auditStore(db: Database) {
  const last = db.prepare<[], Pick<Entry, 'seq' | 'hash'>>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare<Entry>(`
    INSERT INTO audit (seq, at, who, name, body, prev, hash) VALUES (:seq, :at, :who, :name, :body, :prev, :hash)
  `);
  const all = db.prepare<[], Entry>('SELECT seq, at, who, name, body, prev, hash FROM audit ORDER BY seq');

  return {
    /** Call inside the transaction of what it tells of. */
    append(name: string, at: string, body: unknown): void {
      const head = last.get() ?? { seq: 0, hash: START };
      const entry = { seq: head.seq + 1, at, who: 'owner', name, body: canonical(body), prev: head.hash };
      insert.run({ ...entry, hash: hashOf(entry) });
    },
    /** Walks the whole chain. */
    verify: (): AuditState => walk(all.iterate()),
  };
}

function walk(entries: Iterable<Entry>): AuditState {
  let [count, head, firstBroken] = [0, START, null as number | null];
  for (const entry of entries) {
    count += 1;
    const fits = entry.seq === count && entry.prev === head && entry.hash === hashOf(entry);
    if (!fits) firstBroken ??= entry.seq;
    head = entry.hash;
  }
  return { holds: firstBroken === null, entries: count, firstBroken, head };
}
