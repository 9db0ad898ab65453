import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { BookSummary } from '#contract/book.ts';
import type { Totals } from '#contract/words.ts';
import { inBook } from './in-book.ts';

/** Days the glance shows. */
const DAYS = 14;
const DATE = 'yyyy-mm-dd'.length;

type Day = { date: string; totals: Totals; count: number };
type Counts = Pick<BookSummary, 'messages' | 'unread' | 'payments' | 'imports'> & { samples: number };

/** Reads the glance. */
export function summaryQuery(db: Database, path: string, accounts: () => Account[]) {
  const counts = db.prepare<[], Counts>(`
    SELECT (SELECT count(*) FROM message m WHERE ${inBook('m')}) AS messages,
      (SELECT count(*) FROM message m WHERE ${inBook('m')} AND outcome = 'unrecognised' AND unread = 1) AS unread,
      (SELECT count(*) FROM payment) AS payments,
      (SELECT count(*) FROM import WHERE undone_at IS NULL) AS imports,
      (SELECT count(*) FROM import WHERE undone_at IS NULL AND origin = 'sample') AS samples
  `);
  const ends = db.prepare<[], { firstAt: string | null; lastAt: string | null }>(
    'SELECT (SELECT min(occurred_at) FROM payment) AS firstAt, (SELECT max(occurred_at) FROM payment) AS lastAt',
  );
  const newestBefore = db
    .prepare<[string], string | null>('SELECT max(occurred_at) FROM payment WHERE occurred_at < ?')
    .pluck();
  const day = db.prepare<{ date: string }, { in: number; out: number; count: number }>(`
    SELECT coalesce(sum(CASE flow WHEN 'in' THEN amount END), 0) AS "in",
      coalesce(-sum(CASE flow WHEN 'out' THEN amount END), 0) AS "out", count(*) AS count
    FROM payment WHERE occurred_at >= :date AND occurred_at < :date || 'U'
  `);

  /** Steps from day to day through the index, so that it costs the same in a book of ten years. */
  function newestDays(): Day[] {
    const days: Day[] = [];
    for (let at = newestBefore.get('~'); at && days.length < DAYS;) {
      const date = at.slice(0, DATE);
      const { count, ...totals } = day.get({ date }) ?? { in: 0, out: 0, count: 0 };
      days.unshift({ date, totals, count });
      at = newestBefore.get(date);
    }
    return days;
  }

  return (): BookSummary => {
    const { samples, ...counted } = counts.get()!;
    const days = newestDays();
    return {
      path,
      name: basename(path),
      empty: counted.imports === 0,
      sample: samples > 0,
      ...counted,
      accounts: accounts(),
      lastDay: days.at(-1) ?? null,
      days,
      ...ends.get()!,
    };
  };
}
