import type { Database } from 'better-sqlite3';
import { ClosedDay, type DayFigures } from '#contract/day.ts';
import type { MovementKind } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';
import { paidOf } from '../store/paid.ts';
import { isIncome } from '../reconcile/matching/incoming.ts';
import { canonical, sha256 } from '../store/audit.ts';
import { stateNow } from '../store/exceptions.ts';
import { toldSeals } from './told-seals.ts';

type Stored = { id: number; date: string; body: string; seal: string; closedAt: string };
type Income = { kind: MovementKind; standing: string; count: number; cents: number };

const Body = ClosedDay.omit({ id: true, closedAt: true, seal: true, sealed: true });

/** What a day was closed with, and the seal over it. */
export type DayBody = Omit<ClosedDay, 'id' | 'closedAt' | 'seal' | 'sealed'>;

/** SHA-256 over what a day was closed with and when. */
export const sealOfDay = (body: DayBody, closedAt: string): string => sha256(canonical({ body, closedAt }));

/** Reads what the book knows of days, and how they were closed. */
export function closedDays(db: Database) {
  const one = db.prepare<[string], Stored>(
    'SELECT id, date, body, seal, closed_at AS closedAt FROM day_close WHERE date = ? AND live = 1',
  );
  const page = db.prepare<{ offset: number; limit: number }, Stored>(`
    SELECT id, date, body, seal, closed_at AS closedAt FROM day_close WHERE live = 1
    ORDER BY date DESC LIMIT :limit OFFSET :offset
  `);
  const count = db.prepare<[], number>('SELECT count(*) FROM day_close WHERE live = 1').pluck();
  const figures = dayFigures(db);
  const told = toldSeals(db, 'days.close');

  return {
    figures,
    find: (date: string): ClosedDay | null => {
      const found = one.get(date);
      return found ? toDay(found, told()) : null;
    },
    page: (window: { offset: number; limit: number }) => {
      const seals = told();
      return { total: count.get() ?? 0, rows: page.all(window).map((day) => toDay(day, seals)) };
    },
    /** Throws `period-closed` where the day of this moment is closed. */
    refuse(at: string | null): void {
      const date = at?.slice(0, 10);
      if (date && one.get(date)) throw new LedgerError('period-closed', `${date} is closed.`);
    },
  };
}

function toDay({ id, date, body, seal, closedAt }: Stored, told: ReadonlySet<string>): ClosedDay {
  const closed = Body.parse(JSON.parse(body));
  return { id, ...closed, closedAt, seal, sealed: seal === sealOfDay(closed, closedAt) && told.has(`${date} ${seal}`) };
}

/** Reads what came in on a day, what was written down, and what still asks. */
function dayFigures(db: Database): (date: string) => DayFigures {
  const income = db.prepare<{ date: string }, Income>(`
    SELECT kind, standing, count(*) AS count, sum(amount - taken_back) AS cents FROM payment
    WHERE direction = 'in' AND standing NOT IN ('reversed', 'failed')
      AND occurred_at >= :date AND occurred_at < :date || 'U'
    GROUP BY kind, standing
  `);
  const sales = db.prepare<{ date: string }, { count: number; cents: number; paid: number }>(`
    SELECT count(*) AS count, coalesce(sum(e.amount), 0) AS cents, coalesce(sum(${paidOf('e.id')}), 0) AS paid
    FROM expected e WHERE e.live = 1 AND e.at >= :date AND e.at < :date || 'U'
  `);
  const open = db.prepare<{ date: string }, { count: number; cents: number }>(`
    SELECT count(*) AS count, coalesce(sum(cents), 0) AS cents FROM exception x
    WHERE live = 1 AND ${stateNow('x')} NOT IN ('resolved', 'written-off') AND code NOT IN ('receipt-typo-fixed', 'in-transit')
      AND at >= :date AND at < :date || 'U'
  `);

  return (date) => {
    const rows = income.all({ date }).filter(({ kind }) => isIncome(kind));
    return {
      date,
      mpesa: { count: rows.reduce((total, row) => total + row.count, 0), cents: sum(rows) },
      proved: sum(rows.filter(({ standing }) => firm.has(standing))),
      seen: sum(rows.filter(({ standing }) => standing === 'seen')),
      sales: sales.get({ date })!,
      open: open.get({ date })!,
    };
  };
}

/** What a statement or a provider tells of. */
const firm: ReadonlySet<string> = new Set(['confirmed', 'proved', 'settled']);

const sum = (of: readonly Income[]) => of.reduce((total, { cents }) => total + cents, 0);
