import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pageFiles } from '#ledger/page-files.ts';

function builtPage() {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page-beside'));
  for (const path of [
    'page/index.html',
    'page/assets/app-1.js',
    'page/assets/a b.css',
    'page/notes.exe',
    'secret.html',
    'page-beside/secret.html',
  ]) {
    writeFileSync(join(folder, path), path);
  }
  symlinkSync(join(folder, 'secret.html'), join(root, 'link.html'));
  symlinkSync(join(folder, 'page-beside'), join(root, 'linked'));
  symlinkSync('..', join(root, 'up'));
  return root;
}

const steps = [
  '..',
  '%2e%2e',
  '%2E.',
  '..%2f',
  '..%5c',
  '..\\',
  '.../',
  '....//',
  '..;',
  '..%00',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '\u2024\u2024',
  '．．',
  '..%20',
  '.%0a.',
];
const ends = ['/secret.html', '/page-beside/secret.html', '/../secret.html', '%2fsecret.html'];
const climbing = ['', '/assets', '/assets/..'].flatMap((start) =>
  steps.flatMap((step) => ends.map((end) => `${start}/${step}${end}`)),
);
const others = [
  '',
  '.',
  '//',
  '/assets',
  '/assets/',
  '/link.html',
  '/linked/secret.html',
  '/up/secret.html',
  '/up/page/index.html',
  '/notes.exe',
  '/INDEX.HTML',
  '/index.html/',
  '/index.html%00',
  '/index.html?',
  '/assets/a b.css',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  '/__proto__',
  '/constructor',
  '/toString',
];

test('every file of the page has one address', () => {
  const root = builtPage();
  expect([...pageFiles(root)]).toEqual([
    ['/assets/a%20b.css', { path: join(root, 'assets/a b.css'), type: 'text/css; charset=utf-8' }],
    ['/assets/app-1.js', { path: join(root, 'assets/app-1.js'), type: 'text/javascript; charset=utf-8' }],
    ['/index.html', { path: join(root, 'index.html'), type: 'text/html; charset=utf-8' }],
    ['/', { path: join(root, 'index.html'), type: 'text/html; charset=utf-8' }],
  ]);
});

test('no other address has a file, as it stands or as a browser or Electron would read it', () => {
  const files = pageFiles(builtPage());
  const paths = [...climbing, ...others];
  const read = paths.flatMap((path) => [
    path,
    ...['http://127.0.0.1:1', 'app://risiti'].map((origin) => URL.parse(`${origin}${path}`)?.pathname ?? ''),
  ]);
  // A browser itself takes `/assets/../` back to where the page is; what remains of the climb is no file of ours.
  expect(read.filter((path) => files.has(path) && !['/', '/index.html', '/assets/a%20b.css'].includes(path))).toEqual(
    [],
  );
  expect(paths.filter((path) => files.has(path))).toEqual([]);
  expect(paths.length).toBeGreaterThanOrEqual(60);
});

test('a page that was not built has no files', () => {
  expect(pageFiles('/nowhere/at/all').size).toBe(0);
});
