import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { LedgerError } from '../errors.ts';
import type { Secrets, SecretStore } from './secrets.ts';

const Sealed = z.object({
  version: z.literal(1),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
});
const Contents = z.record(z.string(), z.record(z.string(), z.string()));
type Contents = z.infer<typeof Contents>;

/** 64 MB and a good tenth of a second a guess. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;

/**
 * Secrets in a file of their own, sealed with a passphrase: scrypt, then AES-256-GCM. Replaced as a whole, so that a
 * crash leaves the old one. Throws `wrong-password` where the passphrase does not open the file.
 */
export function secretFile(path: string, passphrase: string): SecretStore {
  const { contents, salt } = opened(path, passphrase);
  const key = keyOf(passphrase, salt);
  const save = () => replace(path, seal(key, salt, contents));
  return {
    place: 'file',
    read: (name) => contents[name] ?? null,
    write(name, secrets: Secrets) {
      contents[name] = { ...secrets };
      save();
    },
    remove(name) {
      if (!Object.hasOwn(contents, name)) return;
      Reflect.deleteProperty(contents, name);
      save();
    },
  };
}

const keyOf = (passphrase: string, salt: Buffer) => scryptSync(passphrase.normalize('NFC'), salt, 32, COST);

function opened(path: string, passphrase: string): { contents: Contents; salt: Buffer } {
  const text = textOf(path);
  if (text === null) return { contents: {}, salt: randomBytes(16) };
  try {
    const { salt: salted, nonce, tag, sealed } = Sealed.parse(JSON.parse(text));
    const salt = Buffer.from(salted, 'base64');
    const cipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), Buffer.from(nonce, 'base64'), {
      authTagLength: 16,
    });
    cipher.setAuthTag(Buffer.from(tag, 'base64'));
    const plain = Buffer.concat([cipher.update(Buffer.from(sealed, 'base64')), cipher.final()]);
    return { contents: Contents.parse(JSON.parse(plain.toString('utf8'))), salt };
  } catch {
    // Without the cause: what could not be read may lie in its text.
    throw new LedgerError('wrong-password', `The passphrase does not open the secrets at ${path}.`);
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function seal(key: Buffer, salt: Buffer, contents: Contents): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  const sealed = Buffer.concat([cipher.update(JSON.stringify(contents), 'utf8'), cipher.final()]);
  const [saltText, nonceText, tag, text] = [salt, nonce, cipher.getAuthTag(), sealed].map((bytes) =>
    bytes.toString('base64'),
  );
  return JSON.stringify({ version: 1, salt: saltText, nonce: nonceText, tag, sealed: text });
}

function replace(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
