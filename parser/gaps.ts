import { pastBlanks } from './found.ts';

/** What may stand between words, and between a text and the optional part after it. */
export const NO_GAP = 0;
/** No blank or more. */
export const MAYBE_BLANK = 1;
/** Any run of blanks and sentence marks, even none. */
export const JOIN = 2;
/** One blank or more. */
export const BLANK = 32;

/** Blanks and the marks between sentences. */
export const isJoin = (code: number): boolean => joins[code] === 1;

const joins = new Uint8Array(256);
for (const mark of ' .,;:') joins[mark.charCodeAt(0)] = 1;

const MOST_MARKS = 2;

/** Past a run of blanks and sentence marks, even none. Three marks are not a join: `balance is...` goes on with nothing. */
export function pastJoin(text: Uint8Array, at: number): number {
  let end = pastBlanks(text, at);
  for (let marks = 0; marks < MOST_MARKS && isJoin(text[end]!); marks += 1) end = pastBlanks(text, end + 1);
  return end;
}

/** Past a gap of this kind, or -1. */
export function pastGap(gap: number, text: Uint8Array, at: number): number {
  if (gap === JOIN) return pastJoin(text, at);
  if (gap === NO_GAP) return at;
  const end = pastBlanks(text, at);
  return gap === BLANK && end === at ? -1 : end;
}

/** The end of the text, blanks and marks before it aside, or -1. */
export function pastEnd(text: Uint8Array, at: number): number {
  const end = pastJoin(text, pastJoin(text, at));
  return text[end] === 0 ? end : -1;
}
