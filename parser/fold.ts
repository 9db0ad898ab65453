/**
 * Folding makes reading indifferent to case, accents and the many kinds of blank without touching the text:
 * one code unit in, one code unit out, so every offset found in the folded text holds in the original.
 */

/** A text ready to be read: a byte for each code unit, closed by a 0 so that no reader needs to ask for the end. */
export type Folded = Uint8Array;

const SPACE = 32;

/** Letters of other alphabets that look like ours. `look-alike-characters` is said of a message that has any. */
const lookAlikes = new Map<number, number>();
const alike = (theirs: string, ours: string) => {
  for (let i = 0; i < theirs.length; i += 1) lookAlikes.set(theirs.charCodeAt(i), ours.charCodeAt(i));
};
alike('аАвВеЕкКмМнНоОрРсСтТуУхХіІѕЅјЈ', 'aabbeekkmmhhooppccttyyxxiissjj');
alike('αΑΒΕΖΗΙΚκΜΝΟοΡΤΥΧ', 'aabezhikkmnooptyx');

const accents: readonly (readonly [plain: string, marked: string])[] = [
  ['a', 'àáâãäåÀÁÂÃÄÅ'],
  ['c', 'çÇ'],
  ['e', 'èéêëÈÉÊË'],
  ['i', 'ìíîïÌÍÎÏ'],
  ['n', 'ñÑ'],
  ['o', 'òóôõöøÒÓÔÕÖØ'],
  ['u', 'ùúûüÙÚÛÜ'],
  ['y', 'ýÿÝ'],
];

/** What a character becomes that is no blank, no letter and no mark of a wording: of other characters nothing is asked. */
const OTHER = 128;

const latin = new Uint8Array(256);
for (let code = 0; code < 256; code += 1) latin[code] = code < 128 ? code : OTHER;
for (let code = 65; code <= 90; code += 1) latin[code] = code + 32;
for (const [letter, marked] of accents) {
  for (let i = 0; i < marked.length; i += 1) latin[marked.charCodeAt(i)] = letter.charCodeAt(0);
}
for (const blank of [9, 10, 11, 12, 13, 133, 160, 173]) latin[blank] = SPACE;
for (const quote of [171, 187]) latin[quote] = 34;
// The lowest codes are the grammar's own marks, and 0 closes the text: no control character may pass for one.
for (const control of [0, 1, 2, 3]) latin[control] = 127;

/** Blanks that print nothing, and marks that only steer the direction of writing. */
export const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0xfeff ||
  code === 0x2060 ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

/** Words as they would be printed on one line: a line break or tab in them is a space, and what prints nothing is not there. */
export function evenly(words: string): string {
  let printed = '';
  for (const character of words) if (!isInvisible(character.charCodeAt(0))) printed += character;
  return printed.replace(/\s*[^\S ]\s*/g, ' ');
}

/** A letter or digit of another alphabet standing in for one of ours. */
export const isLookAlike = (code: number): boolean => lookAlikes.has(code) || (code >= 0xff01 && code <= 0xff5e);

function foldRare(code: number): number {
  if (isInvisible(code) || (code >= 0x2000 && code <= 0x200a)) return SPACE;
  if (code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x3000) return SPACE;
  if (code === 0x2018 || code === 0x2019 || code === 0x2032) return 39;
  if (code >= 0x2010 && code <= 0x2015) return 45;
  if (code === 0x201c || code === 0x201d) return 34;
  if (code >= 0xff01 && code <= 0xff5e) return latin[code - 0xfee0] ?? OTHER;
  return lookAlikes.get(code) ?? OTHER;
}

/** What every host of ours has, though the language alone does not. */
declare class TextEncoder {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}
const encoder = new TextEncoder();

const LONGEST_ON_DESK = 4096;
/** Room for the longest text in three bytes a character. */
const desk = new Uint8Array(LONGEST_ON_DESK * 3);
const deskFours = new DataView(desk.buffer);
/** The same text, to be read four characters at once. */
export const foursOf = (folded: Folded): DataView =>
  folded === desk ? deskFours : new DataView(folded.buffer, folded.byteOffset, folded.byteLength);

/**
 * Of the text last folded: `plain` is all ASCII, and only other characters can deserve a note; `even` is so on one line, and
 * only another text can have a name across two.
 */
export const folding = { plain: true, even: true };

/**
 * The folded text. Ordinary messages share one desk, so the result holds until the next call;
 * a long text gets an array of its own, which goes when it is done with.
 */
export function fold(text: string): Folded {
  const { length } = text;
  if (length >= LONGEST_ON_DESK) return foldEach(text, new Uint8Array(length + 1));
  if (text.includes('\n') || text.includes('\r') || text.includes('\t') || text.includes('\0'))
    return foldEach(text, desk);
  // Most messages are ASCII on one line, which the host copies at once: a byte for each character says that they are.
  if (encoder.encodeInto(text.toLowerCase(), desk).written !== length) return foldEach(text, desk);
  folding.plain = true;
  folding.even = true;
  desk[length] = 0;
  return desk;
}

function foldEach(text: string, folded: Folded): Folded {
  const { length } = text;
  let all = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    all |= code;
    folded[i] = code < 256 ? latin[code]! : foldRare(code);
  }
  folding.plain = all < 128;
  folding.even = false;
  folded[length] = 0;
  return folded;
}
