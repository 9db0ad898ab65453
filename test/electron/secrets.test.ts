import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'risiti-keyring-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The shell's own module in a process where `electron` is the stand-in; says what it has after writing or reading. */
function shell(keyring: string, file: string, deed: string): string {
  const script = `
    const { desktopKeys } = await import('./electron/secrets.ts');
    const { store } = desktopKeys(${JSON.stringify(file)});
    ${deed}
    console.log(JSON.stringify([store.place, store.read('one')]));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './test/electron/stand-in/register.ts', '--input-type=module-typescript', '--eval', script],
    { encoding: 'utf8', env: { ...process.env, STAND_IN_KEYRING: keyring } },
  );
  return stdout.trim() || stderr;
}

const write = "store.write('one', { token: 'canary-51' });";

test('a keyring keeps secrets from one start to the next, and the file shows none', () => {
  const file = join(dir, 'kept.json');
  expect(shell('gnome_libsecret', file, write)).toBe('["keyring",{"token":"canary-51"}]');
  expect(shell('kwallet6', file, '')).toBe('["keyring",{"token":"canary-51"}]');
  expect(readFileSync(file, 'utf8')).not.toContain('canary');
  expect(shell('kwallet6', file, "store.remove('one');")).toBe('["keyring",null]');
});

test.runIf(process.platform === 'linux').each(['basic_text', 'none'])(
  '“%s” is no keyring: memory only, no file',
  (keyring) => {
    const file = join(dir, `${keyring}.json`);
    expect(shell(keyring, file, write)).toBe('["memory",{"token":"canary-51"}]');
    expect(shell(keyring, file, '')).toBe('["memory",null]');
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  },
);
