import { z } from 'zod';
import { none, Reason, Window } from './asked.ts';
import { command, query } from './define.ts';
import { Cents, Instant, IsoDate } from './words.ts';

/** What the book knows of a day at closing time. */
export const DayFigures = z.object({
  date: IsoDate,
  /** Payments of customers that came in by M-PESA that day and were not taken back. */
  mpesa: z.object({ count: z.int(), cents: Cents }),
  /** Of them, what is proved or confirmed, and what only messages tell. */
  proved: Cents,
  seen: Cents,
  /** Sales written into the book that day. */
  sales: z.object({ count: z.int(), cents: Cents, paid: Cents }),
  open: z.object({ count: z.int(), cents: Cents }),
});
export type DayFigures = z.infer<typeof DayFigures>;

/** What a person counts and says of the till, in cents. */
const Counted = z.object({
  date: IsoDate,
  /** Cash in the drawer in the morning, at night, and taken out of it for expenses. */
  cashOpening: Cents.nonnegative(),
  cashCounted: Cents.nonnegative(),
  cashSpent: Cents.nonnegative(),
  /** Sold on credit: goods gone, no money yet. */
  credit: Cents.nonnegative(),
  /** All that was sold, by the till roll or the sales written down. */
  takings: Cents.nonnegative(),
  note: z.string().trim().max(2_000).nullable().default(null),
});

/** A day as it was closed: the figures then, and the seal over them. */
export const ClosedDay = Counted.extend({
  id: z.int(),
  figures: DayFigures,
  /** Signed cents, counted − opening + spent + M-PESA + credit − takings: positive is too much, negative is missing. */
  unexplained: Cents,
  closedAt: Instant,
  /** SHA-256 over all of the above, as hexadecimal digits. */
  seal: z.string(),
  /** The seal still fits. */
  sealed: z.boolean(),
});
export type ClosedDay = z.infer<typeof ClosedDay>;

/** The days of the till, and closing them. */
export const dayEntries = {
  /** What the book knows of a day, and how it was closed if it was. */
  'days.one': query(
    z.object({ date: IsoDate }).strict(),
    z.object({ figures: DayFigures, closed: ClosedDay.nullable() }),
  ),
  /** The days that are closed, newest first. */
  'days.page': query(z.object({ ...Window.shape }), z.object({ total: z.int(), rows: z.array(ClosedDay) })),
  /** Refused as `period-closed` where the day is closed already. */
  'days.close': command(Counted.strict(), ClosedDay),
  'days.reopen': command(z.object({ date: IsoDate, reason: Reason }).strict(), none),
} as const;
