import type { Database } from 'better-sqlite3';
import { Settings } from '#contract/book.ts';

/** The setting table: the owner's choices, one row a name. */
export function settingStore(db: Database) {
  const all = db.prepare<[], [string, string]>('SELECT name, value FROM setting').raw();
  const put = db.prepare<{ name: string; value: string }>(
    'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );

  return {
    /** What was chosen, and the default where nothing was or what was is no longer known. */
    read: (): Settings => {
      const stored = Object.fromEntries(all.all());
      const parsed = Settings.safeParse(stored);
      return parsed.success ? parsed.data : Settings.parse({});
    },
    write: (settings: Settings): void => {
      for (const [name, value] of Object.entries(settings)) put.run({ name, value });
    },
  };
}
