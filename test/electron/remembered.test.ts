import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRemembered, writeRemembered } from '#electron/remembered.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-window-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test.each([
  [
    '{"book":"/a/b.risiti","size":{"width":900,"height":700}}',
    { book: '/a/b.risiti', size: { width: 900, height: 700 } },
  ],
  ['{"book":"/a/b.risiti"}', { book: '/a/b.risiti', size: null }],
  ['{"book":7,"size":{"width":"900","height":700}}', { book: null, size: null }],
  ['{"size":{"width":-1,"height":700}}', { book: null, size: null }],
  ['{"size":{"width":1e99,"height":null}}', { book: null, size: null }],
  ['[]', { book: null, size: null }],
  ['null', { book: null, size: null }],
  ['"x"', { book: null, size: null }],
  ['{', { book: null, size: null }],
  ['', { book: null, size: null }],
])('%s is read as far as it makes sense', (text, expected) => {
  const path = join(newFolder(), 'window.json');
  writeFileSync(path, text);
  expect(readRemembered(path)).toEqual(expected);
});

test('what is written is read again, and nothing half-written stays', () => {
  const folder = newFolder();
  const path = join(folder, 'window.json');
  expect(readRemembered(path)).toEqual({ book: null, size: null });
  const remembered = { book: '/a/b.risiti', size: { width: 1000, height: 800 } };
  writeRemembered(path, remembered);
  expect(readRemembered(path)).toEqual(remembered);
  expect(readdirSync(folder)).toEqual(['window.json']);
  writeRemembered(join(folder, 'no/such/folder.json'), remembered);
});
