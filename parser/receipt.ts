import { isDay, writeDay } from './civil-time.ts';
import { codesOf, isDigit, isLetter, isWord, type Matcher, stands } from './found.ts';
import type { Country } from './reading.ts';

const SHORTEST = 8;
const LONGEST = 12;
/** Other wallets number their payments in longer ways. */
const LONGEST_REFERENCE = 16;
const confirmed = codesOf('confirm');
const imethib = codesOf('imethib');
const currencies = ['ksh', 'kes', 'tsh', 'tzs'].map(codesOf);
const notCodes = ['confirmed', 'confirmado', 'successfully', 'insufficient', 'transaction'].map(codesOf);

/**
 * Eight to twelve letters and digits, a letter among them. A word is told from a code of letters alone by what
 * follows it: only a code is confirmed.
 */
export const matchReceipt: Matcher = (text, at) => {
  let end = at;
  let letters = 0;
  while (isWord(text[end]!)) {
    if (end - at >= SHORTEST && isConfirmed(text, end)) break;
    if (isLetter(text[end]!)) letters += 1;
    end += 1;
    if (end - at > LONGEST) return -1;
  }
  const length = end - at;
  if (length < SHORTEST || letters === 0) return -1;
  if (letters < length) return letters === 3 && isAmount(text, at, end) ? -1 : end;
  return notCodes.some((word) => word.length === length && stands(word, text, at)) ? -1 : endIfConfirmed(text, end);
};

/** `Ksh100000`: an amount without commas has the length of a code. The three letters are all there are. */
const isAmount = (text: Uint8Array, at: number, end: number): boolean =>
  end - at > 3 && isDigit(text[at + 3]!) && currencies.some((word) => stands(word, text, at));

/** Any code of eight to sixteen characters, where the words before it already say that one follows. */
export const matchReference: Matcher = (text, at) => {
  let end = at;
  while (isWord(text[end]!) && end - at <= LONGEST_REFERENCE) end += 1;
  return end - at >= SHORTEST && end - at <= LONGEST_REFERENCE ? end : -1;
};

function endIfConfirmed(text: Uint8Array, end: number): number {
  let next = end;
  while (text[next] === 32) next += 1;
  return isConfirmed(text, next) ? end : -1;
}

/** Whether a `Confirmed` or `Imethibitishwa` stands at `at`. */
export function isConfirmed(text: Uint8Array, at: number): boolean {
  const code = text[at];
  return (code === confirmed[0] && stands(confirmed, text, at)) || (code === imethib[0] && stands(imethib, text, at));
}

/** The first year of each country's count, in which the code begins with `0`. */
const epoch: Readonly<Record<Country, number>> = { KE: 1996, TZ: 2013, MZ: 2013, LS: 2013 };

const digit36 = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code <= 57 ? code - 48 : code - 55;
};

/**
 * The day a receipt's first three characters stand for, as yyyymmdd. Null for codes older than the scheme, for
 * Lesotho's twelve, and where the characters make no date. A soft signal: never a reason to reject a message.
 */
export function receiptDay(receipt: string, country: Country): number | null {
  if (receipt.length !== 10 && receipt.length !== 11) return null;
  const year = epoch[country] + digit36(receipt, 0);
  const month = digit36(receipt, 1) - 9;
  const day = digit36(receipt, 2);
  return isDay(year, month, day) ? year * 10_000 + month * 100 + day : null;
}

/** The same as `2026-05-05`. */
export function receiptDate(receipt: string, country: Country): string | null {
  const day = receiptDay(receipt, country);
  return day === null ? null : writeDay(day);
}

/** Characters that hands and eyes confuse: one letter for each group. */
const confusable: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', L: 'I', '5': 'S', '8': 'B', '2': 'Z' };

/** The same for two receipts that a person could have mistaken for one another (`0`/`O`, `1`/`I`/`L`, `5`/`S`…). */
export const receiptShape = (receipt: string): string =>
  receipt.toUpperCase().replace(/[01L582]/g, (letter) => confusable[letter] ?? letter);

/** Whether a text is a receipt and nothing else. */
export const isReceipt = (text: string): boolean =>
  text.length >= SHORTEST && text.length <= LONGEST && /^(?=.*[A-Z])[A-Z0-9]+$/.test(text);
