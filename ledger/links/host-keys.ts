import type { Keys } from './held.ts';
import { secretFile } from './secret-file.ts';
import { environmentSecrets, memorySecrets } from './secrets.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a terminal keeps the secrets of a book: beside it. */
export const secretsPath = (book: string): string => `${book}.secrets`;

/**
 * The keys of a host without a keyring: with `RISITI_PASSPHRASE` a sealed file beside the book, else this process's
 * memory; and what the environment has of each service. Throws `wrong-password`.
 */
export function hostKeys(book: string, env: Env): Keys {
  const passphrase = env['RISITI_PASSPHRASE'];
  return {
    store: passphrase ? secretFile(secretsPath(book), passphrase) : memorySecrets(),
    lent: (service, fields) => environmentSecrets(env, service, fields),
  };
}
