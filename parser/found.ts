/**
 * What a field matcher leaves behind besides where it ended. One place for all, so that reading a message
 * allocates nothing until something was read.
 */
export const found = { value: 0, end: 0 };

/** Reads a value at `at` in folded text: where it ends, or -1. Its number, if it is one, goes to `found.value`. */
export type Matcher = (text: Uint8Array, at: number) => number;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => code >= 97 && code <= 122;
export const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** More blanks in a row than any wording has between two words: what they part does not belong together. */
const MOST_BLANKS = 256;

/** Past a run of blanks, or into one that is endless. */
export function pastBlanks(text: Uint8Array, at: number): number {
  const most = at + MOST_BLANKS;
  let end = at;
  while (text[end] === 32 && end < most) end += 1;
  return end;
}

/** The folded code units of a word, to compare with. */
export const codesOf = (word: string): Uint8Array => Uint8Array.from(word, (letter) => letter.charCodeAt(0));

/** Whether `word` stands at `at`. */
export function stands(word: Uint8Array, text: Uint8Array, at: number): boolean {
  for (let i = 0; i < word.length; i += 1) if (text[at + i] !== word[i]) return false;
  return true;
}
