import { receiptDate } from './receipt.ts';
import type { Note, Reading } from './reading.ts';
import { isInvisible, isLookAlike } from './fold.ts';

const sentences: Readonly<Record<Note['code'], string>> = {
  'receipt-date-differs': 'The receipt was issued on another day than the message says.',
  'look-alike-characters': 'The text has letters of another alphabet that look like ours.',
  'invisible-characters': 'The text has characters that print nothing.',
  'fee-exceeds-amount': 'The fee is larger than the amount.',
  'negative-balance': 'A balance is below zero.',
  truncated: 'The message is cut off.',
  'provisional-wording': 'This wording is known from few messages; check the values.',
};

/** A note as readings carry it. */
export const note = (code: Note['code']): Note => ({ code, text: sentences[code] });

/** Everything about a reading that deserves a second look. Never a reason to reject it. */
export function notesOf(
  reading: Reading,
  text: string,
  folded: Uint16Array,
  end: number,
  provisional: boolean,
): readonly Note[] {
  const codes: Note['code'][] = [];
  if (provisional) codes.push('provisional-wording');
  if (receiptDiffers(reading)) codes.push('receipt-date-differs');
  if (reading.fee !== null && reading.amount !== null && reading.fee > reading.amount) codes.push('fee-exceeds-amount');
  if ((reading.balance ?? 0) < 0 || Object.values(reading.balances).some((cents) => cents < 0)) codes.push('negative-balance');
  if (isCutOff(folded, end)) codes.push('truncated');
  codes.push(...characterNotes(text, folded));
  return codes.length === 0 ? none : codes.map(note);
}

const none: readonly Note[] = [];

/** Notes about the characters of any text, read or not. */
export function characterNotes(text: string, folded: Uint16Array): Note['code'][] {
  let alike = false;
  let invisible = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Folding leaves plain letters and digits as they are or lower-cased: only what it changed more than that can matter.
    if (code < 0xad || code === folded[i]) continue;
    alike ||= isLookAlike(code);
    invisible ||= isInvisible(code);
  }
  return [...(alike ? (['look-alike-characters'] as const) : []), ...(invisible ? (['invisible-characters'] as const) : [])];
}

function receiptDiffers({ receipt, occurredAt, country, kind }: Reading): boolean {
  if (receipt === null || occurredAt === null || country === null || kind === 'fuliza_draw') return false;
  const encoded = receiptDate(receipt, country);
  return encoded !== null && encoded !== occurredAt.slice(0, 10);
}

const tailWords = ['new m-pesa balance', 'transaction cost', 'amount you can transact'];

/** Whether what is left is the beginning of a clause that should have gone on. */
function isCutOff(folded: Uint16Array, end: number): boolean {
  let at = end;
  while (folded[at] === 32 || folded[at] === 46 || folded[at] === 44) at += 1;
  const first = folded[at];
  if (first !== 110 && first !== 116 && first !== 97) return false;
  let left = '';
  for (; folded[at] !== 0 && left.length < 48; at += 1) left += String.fromCharCode(folded[at]!);
  if (folded[at] !== 0) return false;
  const words = left.replace(/[\s.…]+$/, '').replace(/ +/g, ' ');
  return tailWords.some((clause) => clause.startsWith(words) || (words.startsWith(clause) && words.length < clause.length + 24));
}
