import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostKeys, secretsPath } from '#ledger/links/host-keys.ts';
import { secretFile } from '#ledger/links/secret-file.ts';
import { environmentSecrets, variableOf } from '#ledger/links/secrets.ts';
import { folder } from '../shop.ts';

let dir: ReturnType<typeof folder>;
let path: string;
beforeEach(() => {
  dir = folder();
  path = join(dir.path, 'shop.risiti.secrets');
});
afterEach(() => dir.remove());

const canary = { token: 'canary-7f3a"\\\n€', app_id: '7' };

test('a sealed file gives back what was put in, to the passphrase alone, and shows nothing', () => {
  const store = secretFile(path, 'pass phrase');
  store.write('one', canary);
  store.write('two', { token: 'other' });
  store.remove('two');
  const again = secretFile(path, 'pass phrase');
  expect([again.read('one'), again.read('two'), again.place]).toEqual([canary, null, 'file']);
  expect(readFileSync(path, 'latin1')).not.toContain('canary');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(() => secretFile(path, 'Pass phrase')).toThrow(expect.objectContaining({ code: 'wrong-password' }));
});

test('the same passphrase opens it however its letters are composed', () => {
  secretFile(path, 'caf\u00e9').write('one', canary);
  expect(secretFile(path, 'cafe\u0301').read('one')).toEqual(canary);
});

test.each([
  ['cut off', (text: string) => text.slice(0, -20)],
  [
    'changed in one place',
    (text: string) => text.replace(/"sealed":"(.)/, (_, c) => `"sealed":"${c === 'A' ? 'B' : 'A'}`),
  ],
  ['of another version', (text: string) => text.replace('"version":1', '"version":2')],
])('a file that was %s is refused and left as it is', (_, spoil) => {
  secretFile(path, 'pass').write('one', canary);
  const spoilt = spoil(readFileSync(path, 'utf8'));
  writeFileSync(path, spoilt);
  expect(() => secretFile(path, 'pass')).toThrow(expect.objectContaining({ code: 'wrong-password' }));
  expect(readFileSync(path, 'utf8')).toBe(spoilt);
});

test('the environment lends what it has, by the service and the field', () => {
  expect(variableOf('payment-app', 'app_id')).toBe('RISITI_PAYMENT_APP_APP_ID');
  const env = { RISITI_PAYNEXUS_SECRET_KEY: 'sk_1', RISITI_PAYNEXUS_PUBLIC_KEY: '' };
  expect(environmentSecrets(env, 'paynexus', ['secret_key', 'public_key'])).toEqual({ secret_key: 'sk_1' });
});

test.each([
  ['a passphrase', { RISITI_PASSPHRASE: 'p' }, 'file'],
  ['none', {}, 'memory'],
] as const)('with %s a terminal keeps secrets in its place', (_, env, place) => {
  const book = join(dir.path, 'shop.risiti');
  expect(hostKeys(book, env).store.place).toBe(place);
  expect(secretsPath(book)).toBe(path);
});
