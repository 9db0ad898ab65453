import { expect, test } from 'vitest';
import { defaultBook } from '#ledger/default-book.ts';

test.each<[string, NodeJS.Platform, Record<string, string>, string, string]>([
  ['Linux', 'linux', {}, '/home/njeri', '/home/njeri/.local/share/risiti/book.risiti'],
  [
    'Linux with a data folder',
    'linux',
    { XDG_DATA_HOME: '/data/njeri' },
    '/home/njeri',
    '/data/njeri/risiti/book.risiti',
  ],
  [
    'Linux with a data folder that is none',
    'linux',
    { XDG_DATA_HOME: 'data' },
    '/home/njeri',
    '/home/njeri/.local/share/risiti/book.risiti',
  ],
  ['macOS', 'darwin', {}, '/Users/njeri', '/Users/njeri/Library/Application Support/Risiti/book.risiti'],
  [
    'Windows',
    'win32',
    { APPDATA: 'C:\\Users\\njeri\\AppData\\Roaming' },
    'C:\\Users\\njeri',
    'C:\\Users\\njeri\\AppData\\Roaming\\Risiti\\book.risiti',
  ],
  [
    'Windows without the variable',
    'win32',
    {},
    'C:\\Users\\njeri',
    'C:\\Users\\njeri\\AppData\\Roaming\\Risiti\\book.risiti',
  ],
  ['wherever the owner says', 'linux', { RISITI_BOOK: '/mnt/shop.risiti' }, '/home/njeri', '/mnt/shop.risiti'],
  [
    'an empty wish is none',
    'darwin',
    { RISITI_BOOK: '' },
    '/Users/njeri',
    '/Users/njeri/Library/Application Support/Risiti/book.risiti',
  ],
])('%s', (_, platform, env, home, path) => {
  expect(defaultBook(platform, env, home)).toBe(path);
});
