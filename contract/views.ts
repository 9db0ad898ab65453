import { z } from 'zod';
import { command, query } from './define.ts';

/** The lists that a person can lay out. */
export const ListName = z.enum(['payments', 'messages', 'sales', 'history']);
export type ListName = z.infer<typeof ListName>;

const Id = z.string().min(1).max(40);

/** How a person likes one list: the columns left out, widths in CSS pixels where one was set, and filters kept by name. */
export const ListView = z
  .object({
    hidden: z.array(Id).max(40).default([]),
    widths: z.record(Id, z.int().min(40).max(1_200)).default({}),
    saved: z
      .array(z.object({ name: z.string().trim().min(1).max(60), params: z.record(Id, z.string().max(200)) }).strict())
      .max(50)
      .default([]),
  })
  .strict();
export type ListView = z.infer<typeof ListView>;

const named = z.object({ list: ListName });

/** Kept in the book, so that every window and every host shows the same. */
export const viewEntries = {
  'views.read': query(named.strict(), ListView),
  'views.write': command(named.extend({ view: ListView }).strict(), ListView),
} as const;
