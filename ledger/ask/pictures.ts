import type { Database, Statement } from 'better-sqlite3';
import type { Parsed } from '#contract/index.ts';
import type { Pictures } from '#contract/pictures.ts';
import type { Standing } from '#contract/words.ts';

type Of = Parsed<'payments.pictures'>;
type Hour = Pictures['hours'][number];
type Week = Pictures['weeks'][number];
type Part = { from: string; standing: Standing; count: number; in: number; out: number };

const WEEKS = 26;
const DAY = 24 * 60 * 60 * 1_000;

const flow = `count(*) AS count, coalesce(sum(CASE flow WHEN 'in' THEN amount END), 0) AS "in",
  coalesce(-sum(CASE flow WHEN 'out' THEN amount END), 0) AS "out"`;

/** Adds up what the pictures draw. */
export function pictureQuery(db: Database): (of: Of) => Pictures {
  const newest = eitherWay<string | null>(db, (whose) => `SELECT max(occurred_at) FROM payment WHERE ${whose}`, true);
  const hours = eitherWay<Hour>(db, hoursSql);
  const parts = eitherWay<Part>(
    db,
    // A week begins on the Monday on or before its days.
    (whose) => `
      SELECT date(substr(occurred_at, 1, 10), '-6 days', 'weekday 1') AS "from", standing, ${flow}
      FROM payment WHERE ${whose} AND occurred_at >= :since GROUP BY 1, 2`,
  );

  function weeks(account: number | null): Week[] {
    const last = newest(account).get({ account })?.slice(0, 10);
    if (last === undefined) return [];
    const monday = mondayOf(last);
    const found = Map.groupBy(
      parts(account).all({ account, since: daysAfter(monday, -7 * (WEEKS - 1)) }),
      (of) => of.from,
    );
    return Array.from({ length: WEEKS }, (_, at) => {
      const from = daysAfter(monday, -7 * (WEEKS - 1 - at));
      return weekOf(from, found.get(from) ?? []);
    });
  }

  return ({ account, month }) => ({
    hours: hours(account).all({ account, month }),
    weeks: weeks(account),
  });
}

/** What a month's hours brought; answered by the index of the account's times, or of all times. */
export const hoursSql = (whose: string): string => `
  SELECT substr(occurred_at, 1, 10) AS date, CAST(substr(occurred_at, 12, 2) AS INTEGER) AS hour, ${flow}
  FROM payment WHERE ${whose} AND occurred_at >= :month AND occurred_at < :month || 'U' GROUP BY 1, 2 ORDER BY 1, 2`;

/** The same question of one account and of all: each in the words that an index answers. */
function eitherWay<T>(db: Database, sqlOf: (whose: string) => string, plucked = false) {
  const [one, all] = ['account = :account', 'occurred_at IS NOT NULL'].map((whose): Statement<object, T> => {
    const statement = db.prepare<object, T>(sqlOf(whose));
    return plucked ? statement.pluck() : statement;
  });
  return (account: number | null): Statement<object, T> => (account === null ? all! : one!);
}

function weekOf(from: string, parts: readonly Part[]): Week {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    from,
    to: daysAfter(from, 6),
    count: sum((part) => part.count),
    in: sum((part) => part.in),
    out: sum((part) => part.out),
    standings: parts.map(({ standing, count }) => ({ standing, count })),
  };
}

const daysAfter = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Sunday ends the week that Monday begins. */
const mondayOf = (date: string) => daysAfter(date, -((new Date(date).getUTCDay() + 6) % 7));
