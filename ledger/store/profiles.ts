import type { Database } from 'better-sqlite3';
import { Profile } from '#contract/profile.ts';

/** The profile table: how the owner explained tables, one for each line of titles. */
export function profileStore(db: Database) {
  const all = db.prepare<[], string>('SELECT profile FROM profile ORDER BY name').pluck();
  const clear = db.prepare<{ name: string; titles: string }>(
    'DELETE FROM profile WHERE name = :name OR titles = :titles',
  );
  const insert = db.prepare<{ name: string; titles: string; profile: string }>(
    'INSERT INTO profile (name, titles, profile) VALUES (:name, :titles, :profile)',
  );
  const remove = db.prepare<[string]>('DELETE FROM profile WHERE name = ?');
  return {
    all: (): Profile[] => all.all().map((profile) => Profile.parse(JSON.parse(profile))),
    /** Takes the place of one of the same name, or for the same titles: no file may fit two. */
    save(profile: Profile): void {
      const titles = titlesKey(profile.titles);
      clear.run({ name: profile.name, titles });
      insert.run({ name: profile.name, titles, profile: JSON.stringify(profile) });
    },
    /** False where there is none of the name. */
    remove: (name: string) => remove.run(name).changes === 1,
  };
}

/** Titles as they are compared: blanks, case and trailing empty columns do not matter. */
export const titlesKey = (titles: readonly string[]): string =>
  titles
    .join('\n')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ')
    .trimEnd();
