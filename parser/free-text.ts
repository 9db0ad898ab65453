import { END, firstAt, JOINS, mayStand, tableOf } from './first.ts';
import { isDigit } from './found.ts';
import { BLANK, isJoin, pastJoin } from './gaps.ts';
import type { FreeText, Step } from './program.ts';
import type { Node } from './trie.ts';

/** Longest free text in code units, without and with the blanks in it; a name or reference beyond it is not one. */
export const LONGEST_TEXT = 512;
export const LONGEST_PADDED = 4096;

/** A cheap look before the real one: a text ends neither inside a run of blanks or digits, nor where no way on begins. */
export function mayEnd(free: FreeText, text: Uint8Array, end: number, code: number): boolean {
  const before = text[end - 1]!;
  if (!isJoin(code)) return !(isDigit(before) && isDigit(code)) && mayFollow(free, code, text[end + 1]!);
  if (before === BLANK) return false;
  const next = pastJoin(text, end);
  return isJoin(text[next]!) || text[next] === 0 || mayFollow(free, text[next]!, text[next + 1]!);
}

/** Whether what may stand after a free text can begin with two characters; each answer is worked out once. */
function mayFollow({ node, followers }: FreeText, one: number, two: number): boolean {
  if (one >= PLAIN || two >= PLAIN) return true;
  const place = one * PLAIN + two;
  if (followers[place] === UNKNOWN) followers[place] = mayStand(node, one, two) ? YES : NO;
  return followers[place] === YES;
}

const PLAIN = 128;
const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/** Whether nothing but blanks and marks is left, asked once for each run of them. */
export const isEnding = (text: Uint8Array, end: number, code: number): boolean =>
  code === 0 || (isJoin(code) && text[end - 1] !== BLANK && text[pastJoin(text, end)] === 0);

export const freeText = (slot: number, node: Node, after: Step, nested: boolean): FreeText => ({
  slot,
  node,
  after,
  nested,
  begins: tableOf([firstAt(node), END]),
  stops: tableOf([firstAt(node), JOINS, END]),
  followers: new Uint8Array(PLAIN * PLAIN),
});
