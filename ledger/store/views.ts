import type { Database } from 'better-sqlite3';
import { type ListName, ListView } from '#contract/views.ts';

/** How a person likes each list, kept among the owner's choices: `view.payments`. */
export function viewStore(db: Database) {
  const one = db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck();
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    /** What was kept, and a list as it comes where nothing was or what was is no longer known. */
    read(list: ListName): ListView {
      const parsed = ListView.safeParse(jsonOf(one.get(`view.${list}`)));
      return parsed.success ? parsed.data : ListView.parse({});
    },
    write: (list: ListName, view: ListView): void => void put.run(`view.${list}`, JSON.stringify(view)),
  };
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
