import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FileRefused, ImportSource } from '#contract/import.ts';
import type { DateOrder, Profile, ProfileUse } from '#contract/profile.ts';
import { LedgerError } from '#ledger/errors.ts';
import type { Books } from '#ledger/index.ts';

/** What holds for every file named on one command line. */
export type Said = {
  readonly map?: string | undefined;
  readonly as?: ProfileUse | undefined;
  readonly dates?: DateOrder | undefined;
  readonly password?: string | undefined;
  readonly again?: true | undefined;
};

/** A file ready to be read, with the profile that was made for it where it is not kept yet; or why it is not. */
export type Prepared =
  | { readonly ok: true; readonly source: ImportSource; readonly profile: Profile | null }
  | FileRefused;

/** The files named, and those in the folders named, by name; what begins with a dot is left alone. */
export function filesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    const inside = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map(({ name }) => join(path, name));
    return filesIn(inside.toSorted());
  });
}

/** Hands one file to the book and settles how it is read. */
export async function prepare(books: Books, path: string, said: Said): Promise<Prepared> {
  try {
    const { token } = books.offer({ path: resolve(path), name: basename(path) });
    const { map, password, again } = said;
    const profile = said.as === undefined ? null : await profileFor(books, token, basename(path), said.as, said.dates);
    const by = profile ?? map;
    return {
      ok: true,
      source: {
        token,
        ...(by === undefined ? {} : { profile: by }),
        ...(password === undefined ? {} : { password }),
        ...(again ? { again } : {}),
      },
      profile,
    };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { ok: false, name: basename(path), code: error.code, message: error.message, mappable: false };
  }
}

/** How its columns are read, as guessed or as kept for its titles; a date that reads both ways is for a person to say. */
async function profileFor(
  books: Books,
  token: string,
  name: string,
  use: ProfileUse,
  dates: DateOrder | undefined,
): Promise<Profile> {
  const { profile, undecidedDate } = await books.ask('mapper.guess', { source: { token } });
  const counts = ['amount', 'in', 'out'].some((meaning) => profile.columns.some((column) => column === meaning));
  if (!counts)
    throw new LedgerError(
      'unrecognised-file',
      `“${name}” has no column that looks like amounts: explain it in the app.`,
    );
  if (undecidedDate && dates === undefined)
    throw new LedgerError(
      'unrecognised-file',
      `“${name}” has dates that read both ways: ${undecidedDate.cell} is ${undecidedDate.dayFirst} or ` +
        `${undecidedDate.monthFirst}. Say which with --dates day-month-year or --dates month-day-year.`,
    );
  return { ...profile, use, dateOrder: dates ?? profile.dateOrder };
}
