import { refusing } from './refusing.ts';

/** Tells a sealed text of this stand-in from any other. */
const MARK = 'v10stand-in:';

/** Which keyring the desktop has; a spec names another in the environment. As in Electron, `basic_text` is no protection at all. */
const backend = process.env['STAND_IN_KEYRING'] ?? 'gnome_libsecret';

/** Seals so that the text cannot be read off, and so that what was not sealed here does not open. It protects nothing. */
export const safeStorage = refusing('safeStorage', {
  isEncryptionAvailable: () => backend !== 'none',
  getSelectedStorageBackend: () => (backend === 'none' ? 'unknown' : backend),
  encryptString: (text: string): Buffer =>
    Buffer.concat([Buffer.from(MARK), Buffer.from(Array.from(Buffer.from(text), (byte) => byte ^ 0x5a))]),
  decryptString(sealed: Buffer): string {
    if (!sealed.subarray(0, MARK.length).equals(Buffer.from(MARK)))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    return Buffer.from(Array.from(sealed.subarray(MARK.length), (byte) => byte ^ 0x5a)).toString('utf8');
  },
});
