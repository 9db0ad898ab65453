import { z } from 'zod';
import { command, query } from './define.ts';
import { ImportSource } from './import.ts';
import { Profile, ProfileColumn } from './profile.ts';
import { Cents, Instant } from './words.ts';

/** One row as it would be read under the profile, or why it cannot be. */
export const MappedRow = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  /** Null where the row is not taken; `reason` then says why. */
  read: z
    .object({
      at: Instant.nullable(),
      amount: Cents,
      receipt: z.string().nullable(),
      party: z.string().nullable(),
      reference: z.string().nullable(),
    })
    .nullable(),
  reason: z.string().nullable(),
});
export type MappedRow = z.infer<typeof MappedRow>;

/**
 * Why a column was taken for what it was: *titled*, its title says so; *receipts*, *phones*, *dates*, what its cells are,
 * and one of them; *words*, cells that are no amounts; *only-dates*, no other column is a date; *sides-apart*, in and out
 * have columns of their own; *receiver-named*, the table names who was paid; *taken*, another column has that `meaning`;
 * *chosen* by the person.
 */
export const GuessReason = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['titled', 'untold', 'words', 'no-dates', 'only-dates', 'sides-apart', 'receiver-named', 'chosen']),
  }),
  z.object({ code: z.enum(['receipts', 'phones', 'dates']), cell: z.string() }),
  z.object({ code: z.literal('taken'), meaning: ProfileColumn }),
]);
export type GuessReason = z.infer<typeof GuessReason>;

/** The date that shows in which order dates are written; `receipt` where that is told by a receipt given on that day. */
export const DateProof = z.object({ cell: z.string(), receipt: z.string().nullable() });
export type DateProof = z.infer<typeof DateProof>;

/** How a table would be read, for a person to confirm or change. */
export const MapperGuess = z.object({
  /** The row of the titles, as a spreadsheet counts. */
  titlesAt: z.int(),
  columns: z.array(z.object({ title: z.string(), meaning: ProfileColumn, reason: GuessReason })),
  profile: Profile,
  /** Null where no date shows the order. */
  dateProof: DateProof.nullable(),
  /** A date of the table read both ways where nothing tells which is right: the person has to. */
  undecidedDate: z.object({ cell: z.string(), dayFirst: z.string(), monthFirst: z.string() }).nullable(),
  /** The first rows, at most 20, as they would be read under `profile`. */
  rows: z.array(MappedRow),
});
export type MapperGuess = z.infer<typeof MapperGuess>;

export const mapperEntries = {
  /**
   * Looks at a table without a format of its own, by the profile kept for its titles where there is one; with `profile`,
   * shows what that would make of it. Throws `unrecognised-file` where there is no table.
   */
  'mapper.guess': command(z.object({ source: ImportSource, profile: Profile.optional() }).strict(), MapperGuess),
  'profiles.list': query(z.object({}).strict(), z.array(Profile)),
  /** Kept for the next file with the same titles; takes the place of one of the same name or the same titles. */
  'profiles.save': command(Profile, Profile),
  /** Throws `not-found`. */
  'profiles.remove': command(z.object({ name: z.string().min(1).max(100) }).strict(), z.object({})),
} as const;
