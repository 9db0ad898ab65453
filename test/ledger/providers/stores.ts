import Database from 'better-sqlite3';
import { Lookup } from '#contract/lookup.ts';
import { MoveRecord } from '#contract/move.ts';
import type { Exchange } from '#contract/provider-answer.ts';
import { isDue, isOver, type LookupEvent, step } from '#ledger/providers/lookup-steps.ts';
import type { LookupStore } from '#ledger/providers/lookups.ts';
import type { RequestStore } from '#ledger/providers/money-moves.ts';
import { isSettled, type MoveEvent, stepMove } from '#ledger/providers/move-steps.ts';

const readLookup = ({ value }: { value: string }) => Lookup.parse(JSON.parse(value));
const readMove = ({ value }: { value: string }) => MoveRecord.parse(JSON.parse(value));

/** The stores that the queue and the orders need, in real SQLite, with everything they keep in one file. */
export function openStores(path: string) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.exec(`
    CREATE TABLE IF NOT EXISTS lookup (id TEXT PRIMARY KEY, about TEXT NOT NULL, over INTEGER NOT NULL, value TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS lookup_open ON lookup (about) WHERE over = 0;
    CREATE TABLE IF NOT EXISTS move (id TEXT PRIMARY KEY, settled INTEGER NOT NULL, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS exchange (id INTEGER PRIMARY KEY, about TEXT NOT NULL, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS callback (digest TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `);
  const keep = db.prepare('INSERT INTO exchange (about, value) VALUES (@about, @value)');
  const keepAll = (about: string, exchanges: readonly Exchange[]) => {
    for (const exchange of exchanges) keep.run({ about, value: JSON.stringify(exchange) });
  };
  const addLookup = db.prepare(
    'INSERT INTO lookup (id, about, over, value) VALUES (@id, @about, 0, @value) ON CONFLICT DO NOTHING',
  );
  const setLookup = db.prepare('UPDATE lookup SET over = @over, value = @value WHERE id = @id');
  const openLookups = db.prepare<[], { value: string }>('SELECT value FROM lookup WHERE over = 0 ORDER BY rowid');
  const oneLookup = db.prepare<[string], { value: string }>('SELECT value FROM lookup WHERE id = ? AND over = 0');
  const allLookups = db.prepare<[], { value: string }>('SELECT value FROM lookup ORDER BY rowid');
  const addMove = db.prepare('INSERT INTO move (id, settled, value) VALUES (@id, 0, @value) ON CONFLICT DO NOTHING');
  const setMove = db.prepare('UPDATE move SET settled = @settled, value = @value WHERE id = @id');
  const oneMove = db.prepare<[string], { value: string }>('SELECT value FROM move WHERE id = ?');
  const openMoves = db.prepare<[], { value: string }>('SELECT value FROM move WHERE settled = 0 ORDER BY rowid');

  const lookups: LookupStore = {
    add: (lookup) =>
      addLookup.run({ id: lookup.id, about: JSON.stringify(lookup.about), value: JSON.stringify(lookup) }).changes ===
      1,
    open: () => openLookups.all().map(readLookup),
    next: (linkedAccount, now) =>
      openLookups
        .all()
        .map(readLookup)
        .find((lookup) => lookup.linkedAccount === linkedAccount && isDue(lookup, now)) ?? null,
    step: db.transaction((id: string, event: LookupEvent, exchanges: readonly Exchange[]) => {
      const [found] = oneLookup.all(id).map(readLookup);
      if (found === undefined) return null;
      const lookup = step(found, event);
      setLookup.run({ id, over: isOver(lookup) ? 1 : 0, value: JSON.stringify(lookup) });
      keepAll(id, exchanges);
      return lookup;
    }),
  };
  const requests: RequestStore = {
    insert: (record) => addMove.run({ id: record.id, value: JSON.stringify(record) }).changes === 1,
    find: (id) => oneMove.all(id).map(readMove)[0] ?? null,
    step: db.transaction((id: string, event: MoveEvent, exchanges: readonly Exchange[]) => {
      const [found] = oneMove.all(id).map(readMove);
      if (found === undefined) return null;
      const record = stepMove(found, event);
      setMove.run({ id, settled: isSettled(record) ? 1 : 0, value: JSON.stringify(record) });
      keepAll(id, exchanges);
      return record;
    }),
    unsettled: () => openMoves.all().map(readMove),
  };
  return { db, lookups, requests, all: () => allLookups.all().map(readLookup), close: () => db.close() };
}
