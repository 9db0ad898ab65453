import { folding, isInvisible, isLookAlike } from './fold.ts';
import type { Cents } from './money.ts';
import type { Balances, Note } from './reading.ts';
import { receiptDay } from './receipt.ts';
import type { Rule } from './rule.ts';

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

/** What a reading's notes are made from. Amounts in cents, days as yyyymmdd, 0 or null where the text has none. */
export type Facts = {
  readonly rule: Rule;
  readonly receipt: string | null;
  readonly day: number;
  readonly amount: Cents | null;
  readonly fee: Cents | null;
  readonly balance: Cents | null;
  readonly balances: Balances;
  /** The text ends before the message does. */
  readonly cutOff: boolean;
};

/** Everything about a reading that deserves a second look. Never a reason to reject it. */
export function notesOf(facts: Facts, text: string): readonly Note[] {
  const { rule, receipt, day, amount, fee, balance, balances, cutOff } = facts;
  const codes: Note['code'][] = [];
  if (rule.grammar.provisional || rule.provisional === true) codes.push('provisional-wording');
  if (receipt !== null && day !== 0 && differs(receiptDay(receipt, rule.grammar.country), day)) {
    codes.push('receipt-date-differs');
  }
  if (fee !== null && amount !== null && fee > amount) codes.push('fee-exceeds-amount');
  if ((balance !== null && balance < 0) || anyNegative(balances)) codes.push('negative-balance');
  if (cutOff) codes.push('truncated');
  if (!folding.plain) codes.push(...characterNotes(text));
  return codes.length === 0 ? none : codes.map(note);
}

const differs = (encoded: number | null, printed: number) => encoded !== null && encoded !== printed;

function anyNegative(balances: Balances): boolean {
  for (const cents of Object.values(balances)) if (cents < 0) return true;
  return false;
}

const none: readonly Note[] = [];

/** Notes about the characters of any text, read or not. */
export function characterNotes(text: string): Note['code'][] {
  let alike = false;
  let invisible = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0xad) continue;
    alike ||= isLookAlike(code);
    invisible ||= isInvisible(code);
  }
  return [
    ...(alike ? (['look-alike-characters'] as const) : []),
    ...(invisible ? (['invisible-characters'] as const) : []),
  ];
}
