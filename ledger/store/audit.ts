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

/** So many entries are read and hashed in some ten milliseconds. */
export const AT_A_TURN = 2_000;

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The audit table: append-only, each entry chained to the one before. */
export function auditStore(db: Database) {
  const last = db.prepare<[], Pick<Entry, 'seq' | 'hash'>>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare<Entry>(`
    INSERT INTO audit (seq, at, who, name, body, prev, hash) VALUES (:seq, :at, :who, :name, :body, :prev, :hash)
  `);
  const after = db.prepare<{ seq: number; most: number }, Entry>(`
    SELECT seq, at, who, name, body, prev, hash FROM audit WHERE seq > :seq ORDER BY seq LIMIT :most
  `);

  /** Walks the chain, so many entries at a turn, from the first on; `from`: from the one after that number on, on trust. */
  function* walking(most: number, from = 0): Generator<void, AuditState> {
    let [count, firstBroken] = [from, null as number | null];
    let head = from === 0 ? START : (after.get({ seq: from - 1, most: 1 })?.hash ?? START);
    for (;;) {
      const entries = after.all({ seq: count, most });
      for (const entry of entries) {
        count += 1;
        const fits = entry.seq === count && entry.prev === head && entry.hash === hashOf(entry);
        if (!fits) firstBroken ??= entry.seq;
        [count, head] = [entry.seq, entry.hash];
      }
      if (entries.length < most) return { holds: firstBroken === null, entries: count, firstBroken, head };
      yield;
    }
  }

  return {
    /** Call inside the transaction of what it tells of. */
    append(name: string, at: string, body: unknown): void {
      const head = last.get() ?? { seq: 0, hash: START };
      const entry = { seq: head.seq + 1, at, who: 'owner', name, body: canonical(body), prev: head.hash };
      insert.run({ ...entry, hash: hashOf(entry) });
    },
    walking,
    /** Walks the whole chain. */
    verify: (): AuditState => atOnce(walking(AT_A_TURN)),
    /** Walks the newest entries alone: what a program that is gone in a moment has time for. */
    verifyNewest: (most: number): AuditState => {
      const newest = last.get()?.seq ?? 0;
      return atOnce(walking(AT_A_TURN, Math.max(0, newest - most)));
    },
  };
}
