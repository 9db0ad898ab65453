import { z } from 'zod';
import { Cents, IsoDate, Standing } from './words.ts';

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const Flow = z.object({ count: z.int(), in: Cents, out: Cents });

/** One account or all of them, and the month that is drawn hour by hour. */
export const PicturesOf = z.object({ account: z.int().positive().nullable().default(null), month: Month }).strict();
export type PicturesOf = z.infer<typeof PicturesOf>;

/** Figures to be drawn. Each names the rows behind it by dates and hours that `payments.page` filters by. */
export const Pictures = z.object({
  /** The month's hours that have payments. */
  hours: z.array(Flow.extend({ date: IsoDate, hour: z.int() })),
  /** The newest 26 weeks up to the newest payment, from Monday to Sunday, weeks without payments included. */
  weeks: z.array(
    Flow.extend({ from: IsoDate, to: IsoDate, standings: z.array(z.object({ standing: Standing, count: z.int() })) }),
  ),
});
export type Pictures = z.infer<typeof Pictures>;

export const BalancesOf = z.object({ account: z.int().positive(), month: Month }).strict();

/** The last balance of each day, as the statement tells it or else the messages. */
export const DayBalance = z.object({
  date: IsoDate,
  balance: Cents,
  source: z.enum(['statement', 'sms']),
  /** Cents by which balances stop adding up that day, signed; 0 where they hold. */
  gap: Cents,
});
export type DayBalance = z.infer<typeof DayBalance>;
