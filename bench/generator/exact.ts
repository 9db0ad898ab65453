import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { exponentOf, fastest } from './timing.ts';

/**
 * The exact stage by itself: every receipt of the one side looked up among the other's, and the pairs written down. The
 * book does it as an indexed SQL join, where no row leaves SQLite; beside it both sides are loaded into memory and joined
 * by a Map, as programs do that keep their rows in objects. Both over the same file, ordered by time, 95 % of it in common.
 */
export function exactStage(sizes: readonly number[]) {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-exact-'));
  try {
    const growth = sizes.map((size) => ({ size, ...measured(join(folder, `${size}.sqlite`), size) }));
    const [first, last] = [growth[0]!, growth.at(-1)!];
    return {
      growth,
      times_faster_than_map: last.times_faster,
      exponent: exponentOf(first.size, first.join_ms, last.size, last.join_ms),
      // Of the step the issue asks about, where a process that has just begun no longer shows.
      exponent_of_the_last_step: exponentOf(growth.at(-2)!.size, growth.at(-2)!.join_ms, last.size, last.join_ms),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(path: string, size: number) {
  const db = new Database(path);
  try {
    fill(db, size);
    const join_ms = fastest(3, () => joined(db, inSql));
    const map_ms = fastest(size > 500_000 ? 2 : 3, () => joined(db, byMap));
    return { join_ms, map_ms, times_faster: Math.round((map_ms / join_ms) * 10) / 10 };
  } finally {
    db.close();
  }
}

/** Receipts as they come, each a little later than the one before. */
const receiptOf = (n: number) => `UE5${n.toString(36).toUpperCase().padStart(7, '0')}`;

function fill(db: Database.Database, size: number): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -64000');
  db.exec(`
    CREATE TABLE message (id INTEGER PRIMARY KEY, receipt TEXT NOT NULL, amount INTEGER NOT NULL) STRICT;
    CREATE TABLE statement (id INTEGER PRIMARY KEY, receipt TEXT NOT NULL, amount INTEGER NOT NULL) STRICT;
    CREATE TABLE pair (message INTEGER NOT NULL, statement INTEGER NOT NULL, equal INTEGER NOT NULL) STRICT;
  `);
  const [left, right] = ['message', 'statement'].map((table) => db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`));
  db.transaction(() => {
    for (let n = 0; n < size; n += 1) {
      left!.run(n, receiptOf(n), 5000 + (n % 400) * 500);
      right!.run(n, receiptOf(n % 20 === 0 ? n + size : n), 5000 + (n % 400) * 500);
    }
  })();
  db.exec('CREATE INDEX statement_receipt ON statement (receipt, amount)');
}

/** One stage from beginning to end: its pairs are in the table when it is done. Answers how many there are. */
function joined(db: Database.Database, stage: (db: Database.Database) => void): number {
  db.exec('DELETE FROM pair; BEGIN');
  stage(db);
  db.exec('COMMIT');
  return db.prepare<[], number>('SELECT count(*) FROM pair').pluck().get() ?? 0;
}

const inSql = (db: Database.Database) =>
  void db.exec(`
    INSERT INTO pair SELECT m.id, s.id, m.amount = s.amount FROM message m CROSS JOIN statement s ON s.receipt = m.receipt
  `);

type Row = { id: number; receipt: string; amount: number };

function byMap(db: Database.Database): void {
  const messages = db.prepare<[], Row>('SELECT id, receipt, amount FROM message').all();
  const rows = db.prepare<[], Row>('SELECT id, receipt, amount FROM statement').all();
  const byReceipt = new Map(rows.map((row) => [row.receipt, row]));
  const insert = db.prepare<[number, number, number]>('INSERT INTO pair VALUES (?, ?, ?)');
  for (const message of messages) {
    const row = byReceipt.get(message.receipt);
    if (row) insert.run(message.id, row.id, message.amount === row.amount ? 1 : 0);
  }
}
