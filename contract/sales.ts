import { z } from 'zod';
import { Ids, none, pageOf, Window } from './asked.ts';
import { command, query } from './define.ts';
import { ExpectedPayment, NewExpectedPayment } from './sale.ts';
import { Cents, IsoDate } from './words.ts';

/** A sale or an invoice with what is still open of it. */
export const Sale = ExpectedPayment.extend({
  /** Positive cents; what confirmed matches have not paid. */
  open: Cents,
  /** *proposed*: a match waits for a person. */
  state: z.enum(['paid', 'part-paid', 'proposed', 'open']),
  /** The match that pays it or might, confirmed or proposed. */
  match: z.int().nullable(),
});
export type Sale = z.infer<typeof Sale>;

/** Two tellings of a sale: certainly one, or one or two, which only their owner knows. */
export const SaleLikeness = z.enum(['same', 'like']);
export type SaleLikeness = z.infer<typeof SaleLikeness>;

/** What should have been paid: written down, read, looked through. */
export const saleEntries = {
  /** Writes sales or invoices into the book, typed or read by `sales.read`; one step. Answers their ids. */
  'sales.add': command(
    z.object({ sales: z.array(NewExpectedPayment).min(1).max(20_000) }).strict(),
    z.object({ ids: z.array(z.int()) }),
  ),
  'sales.remove': command(z.object({ ids: Ids }).strict(), none),
  /** Reads a list of sales (CSV or tabs, a line of titles first), stores nothing. Rows it cannot take are named. */
  'sales.read': query(
    z.object({ text: z.string().min(1).max(8_000_000) }).strict(),
    z.object({
      sales: z.array(NewExpectedPayment),
      issues: z.array(z.object({ row: z.int(), reason: z.string(), text: z.string() })),
    }),
  ),
  /**
   * Which of these the book has already, by their place in the list: the same, or one that may be the same and may be
   * another. Each is held against another sale of the book. `sale` is that sale in a line.
   */
  'sales.alike': query(
    z.object({ sales: z.array(NewExpectedPayment).min(1).max(20_000) }).strict(),
    z.array(z.object({ index: z.int(), as: SaleLikeness, sale: z.string() })),
  ),
  'sales.page': query(
    z.object({
      state: z.enum(['paid', 'part-paid', 'proposed', 'open']).nullable().default(null),
      date: IsoDate.optional(),
      search: z.string().max(200).default(''),
      ...Window.shape,
    }),
    pageOf(Sale),
  ),
} as const;
