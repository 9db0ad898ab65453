import type { Database } from 'better-sqlite3';
import { Exchange } from '#contract/provider-answer.ts';

/** What a kept exchange is about. */
export type ExchangeAbout = `lookup ${string}` | `move ${string}` | `pull ${number}`;

/** The exchange table: requests and answers without their secrets, append only. */
export function exchangeStore(db: Database) {
  const insert = db.prepare<[string, string]>('INSERT INTO exchange (about, value) VALUES (?, ?)');
  return {
    keep(about: ExchangeAbout, exchanges: readonly Exchange[]): void {
      for (const exchange of exchanges) insert.run(about, JSON.stringify(exchange));
    },
  };
}

/** Reads the exchanges about one thing, oldest first. */
export function exchangesOf(db: Database) {
  const select = db.prepare<[string], string>('SELECT value FROM exchange WHERE about = ? ORDER BY id').pluck();
  return (about: ExchangeAbout): Exchange[] => select.all(about).map((value) => Exchange.parse(JSON.parse(value)));
}
