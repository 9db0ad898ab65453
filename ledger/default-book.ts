import { posix, win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where the book lies unless someone says otherwise: `RISITI_BOOK`, else the platform's own folder for a program's
 * data. Pure: looks at nothing but its arguments. Whoever makes the folder makes it for the owner alone (0700).
 */
export function defaultBook(platform: NodeJS.Platform, env: Env, home: string): string {
  const chosen = env['RISITI_BOOK'];
  if (chosen) return chosen;
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Risiti', 'book.risiti');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Risiti', 'book.risiti');
  // The XDG rule: a relative path in the variable is to be ignored.
  const data = env['XDG_DATA_HOME'];
  return posix.join(data?.startsWith('/') ? data : posix.join(home, '.local', 'share'), 'risiti', 'book.risiti');
}
