import { say } from '#contract/sentences.ts';
import type { Read } from '../importer.ts';
import { isMpesaSender, looksLikeMpesa } from '../mpesa-look.ts';

/** A message as a phone's export holds it. */
export type PhoneMessage = {
  readonly text: string;
  readonly sender: string;
  /** False for what was written on this phone. */
  readonly incoming: boolean;
  readonly receivedAt: string | null;
};

/**
 * What a phone's message is to the book: M-PESA's own are passed on, private ones are counted without their text, and
 * what speaks like M-PESA under another sender is kept with a warning.
 */
export function readPhoneMessage({ text, sender, incoming, receivedAt }: PhoneMessage, row: number): Read {
  if (!incoming) return { as: 'skipped', row, text: '', reason: say('own-message') };
  if (isMpesaSender(sender)) return { as: 'message', row, text, sender, receivedAt };
  if (!looksLikeMpesa(text)) return { as: 'skipped', row, text: '', reason: say('private-message') };
  const reason = say('other-sender', { sender: sender || 'nobody' });
  return { as: 'skipped', row, text, reason };
}
