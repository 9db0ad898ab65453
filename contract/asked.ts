import { z } from 'zod';
import { Cents } from './words.ts';

/** Nothing is asked, or answered. */
export const none = z.object({}).strict();

/** Which rows of a long list. */
export const Window = z.object({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) });

/** The records that an order is about. */
export const Ids = z.array(z.int().positive()).min(1).max(5_000);

/** Why, in the owner's words. */
export const Reason = z.string().trim().min(1).max(500);

/** Some rows of a list; `total` and `cents` are of all that it lets through. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), cents: Cents, rows: z.array(row) });
