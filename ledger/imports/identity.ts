import { createHash } from 'node:crypto';
import type { NewMovement } from './importer.ts';

const MINUTE = 'yyyy-mm-ddThh:mm'.length;

/**
 * What two rows of statements must share to be the same row in two files: receipt, charge or not, signed cents and the
 * minute. A file saved again by Excel has lost its seconds, a column of words or a leading zero, and nothing of these.
 */
export const rowIdentity = ({ receipt, kind, amount, occurredAt }: NewMovement): string =>
  [receipt ?? '', kind === 'charge' ? 'charge' : 'principal', amount, occurredAt?.slice(0, MINUTE) ?? ''].join('|');

/**
 * What names a payment in a provider's answer, which is told again and again and has no true twins: its receipt, the one
 * it takes back, else its reference. Null where it has none of them.
 */
export const answerName = ({ receipt, linkedReceipt, accountRef }: NewMovement): string | null =>
  receipt ?? linkedReceipt ?? accountRef;

/**
 * What two messages must share to tell the same movement: the receipt, what it is about and how much; the whole text
 * where it prints no receipt. A Fuliza notice and the payment it funded share a receipt and stay two.
 */
export const messageIdentity = ({ receipt, kind, amount, linkedReceipt }: NewMovement, digest: Buffer): string =>
  receipt === null ? digest.toString('base64url') : [receipt, kind, amount, linkedReceipt ?? ''].join('|');

/** The same for texts that differ in blanks only, as a copy from a phone and an export of it do. */
export const digestOf = (text: string): Buffer =>
  createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest();
