import { z } from 'zod';
import { AccountKind } from './words.ts';

/** What a column of a table means. `out` alone or beside `in`; `amount` is signed or, with `direction`, unsigned. */
export const ProfileColumn = z.enum([
  'ignore',
  'date',
  'time',
  'amount',
  'in',
  'out',
  'direction',
  'balance',
  'receipt',
  'fee',
  'status',
  'party',
  'phone',
  'reference',
  'details',
  'currency',
]);
export type ProfileColumn = z.infer<typeof ProfileColumn>;

/**
 * In which order a date's parts stand; *day-number*: it is counted in days, as Excel does from 1900. Times of day may follow
 * in any of them.
 */
export const DateOrder = z.enum(['day-month-year', 'month-day-year', 'year-month-day', 'day-number']);
export type DateOrder = z.infer<typeof DateOrder>;

/** What a table's rows tell: money that moved, or what should still be paid. */
export const ProfileUse = z.enum(['payments', 'sales', 'invoices']);
export type ProfileUse = z.infer<typeof ProfileUse>;

/**
 * How the tables under one line of titles are read: made by the mapper, confirmed by the owner, kept for the next file
 * with the same titles. `columns` stand in the order of `titles`.
 */
export const Profile = z
  .object({
    name: z.string().min(1).max(100),
    use: ProfileUse,
    titles: z.array(z.string().max(500)).min(1).max(200),
    columns: z.array(ProfileColumn).min(1).max(200),
    dateOrder: DateOrder,
    decimal: z.enum(['.', ',']),
    account: z.object({ kind: AccountKind, shortcode: z.string().max(40).nullable() }),
  })
  .refine(({ titles, columns }) => titles.length === columns.length, { message: 'One meaning for each title.' });
export type Profile = z.infer<typeof Profile>;
