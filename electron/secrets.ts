import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { safeStorage } from 'electron';
import type { Keys } from '#ledger/links/held.ts';
import { memorySecrets, type Secrets, type SecretStore } from '#ledger/links/secrets.ts';

/** The keys of the desktop app: in the system's keyring, or in memory where there is none worth the name. */
export const desktopKeys = (path: string): Keys => ({
  store: hasKeyring() ? keyring(path) : memorySecrets(),
  lent: () => ({}),
});

/** `basic_text` scrambles with a password that everybody knows: that is no keyring. Ask only once the app is ready. */
function hasKeyring(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

/** A file of texts that only this person's keyring can open, replaced as a whole. */
function keyring(path: string): SecretStore {
  const sealed = sealedIn(path);
  const save = () => {
    writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(sealed)), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  };
  return {
    place: 'keyring',
    read(name) {
      const text = sealed.get(name);
      return text === undefined ? null : opened(text);
    },
    write(name, secrets) {
      sealed.set(name, safeStorage.encryptString(JSON.stringify(secrets)).toString('base64'));
      save();
    },
    remove(name) {
      if (sealed.delete(name)) save();
    },
  };
}

/** Null where the keyring is another's by now: the owner is then asked again. */
function opened(text: string): Secrets | null {
  try {
    return Object.fromEntries(texts(JSON.parse(safeStorage.decryptString(Buffer.from(text, 'base64')))));
  } catch {
    return null;
  }
}

/** What the file has; nothing where there is none or it is not ours. */
function sealedIn(path: string): Map<string, string> {
  try {
    return new Map(texts(JSON.parse(readFileSync(path, 'utf8'))));
  } catch {
    return new Map();
  }
}

const texts = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, text]): [string, string][] =>
        typeof text === 'string' ? [[name, text]] : [],
      )
    : [];
