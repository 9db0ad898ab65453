import { fold } from './fold.ts';
import { codesOf, found, isWord, stands } from './found.ts';
import { matchReceipt } from './receipt.ts';
import { isQuote, readAt } from './reader.ts';

/** A piece of a pasted text: a message, or what stands between messages. */
export type Part = {
  readonly kind: 'message' | 'between';
  readonly text: string;
  /** Offset in the whole text. */
  readonly start: number;
};

type Piece = { readonly kind: Part['kind']; readonly start: number; readonly end: number };

/**
 * Parts a pasted text into messages and what is between them: one a line, blank-line separated, glued without any
 * separator, of several lines, wrapped by WhatsApp or copied with times, numbers, bullets or quotes.
 *
 * The parts joined in order give the text back, character for character. Linear in the text.
 */
export function splitMessages(text: string): readonly Part[] {
  const folded = fold(text).slice(0, text.length + 1);
  const anchors = anchorsIn(text, folded);
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  const add = (kind: Part['kind'], end: number) => {
    if (end > at) pieces.push({ kind, start: at, end });
    at = end;
  };
  while (at < text.length) {
    while (next < anchors.length && anchors[next]! < at) next += 1;
    const anchor = anchors[next] ?? text.length;
    const line = lineEnd(text, at, anchor);
    const blank = at < anchor && isBlank(folded, at, line);
    const start = at === anchor ? at : blank ? -1 : startInLine(text, folded, at, anchor);
    if (start >= 0) {
      add('between', start);
      add('message', endOf(text, folded, start, anchors[start === anchor ? next + 1 : next] ?? text.length));
    } else add('between', line);
  }
  return joined(text, pieces);
}

/** Lines between messages become one part; one that names M-PESA and an amount is a message that no rule reads. */
function joined(text: string, pieces: readonly Piece[]): readonly Part[] {
  const parts: Part[] = [];
  let between = -1;
  const close = (end: number) => {
    if (between >= 0 && end > between) parts.push({ kind: 'between', text: text.slice(between, end), start: between });
    between = -1;
  };
  for (const { kind, start, end } of pieces) {
    const isMessage =
      kind === 'message' || (end - start > SHORTEST_MESSAGE && looksLikeMessage(text.slice(start, end)));
    if (isMessage) {
      close(start);
      parts.push({ kind: 'message', text: text.slice(start, end), start });
    } else if (between < 0) between = start;
  }
  close(text.length);
  return parts;
}

const SHORTEST_MESSAGE = 20;

/** The texts of the messages in a pasted text. */
export const messagesIn = (text: string): readonly string[] =>
  splitMessages(text)
    .filter(({ kind }) => kind === 'message')
    .map((part) => part.text);

/** Where messages surely begin, in order: where a receipt is confirmed, and at failures glued to what was before. */
function anchorsIn(text: string, folded: Uint16Array): readonly number[] {
  const failures = [...text.matchAll(glued)].map(({ index }) => index);
  return [...new Set([...confirmedStarts(text, folded), ...failures])].toSorted((a, b) => a - b);
}

/** A message without a receipt, glued to the end of another. */
const glued =
  /(?<=[.#!?]\s{0,8}|\d)(?:Failed[.,]\s|Transaction failed\.|Dear [Cc]ustomer,|You have cancelled the transaction|(?<!\d)Confirmed[.,]?\s{0,3}Ksh)/g;

/** Where in the line at `at` a message begins that a rule reads, or -1. */
function startInLine(text: string, folded: Uint16Array, at: number, limit: number): number {
  const start = pastWrapper(text, at);
  return start < limit && reads(folded, start, limit) >= 0 ? start : -1;
}

/** Reads at `at` as if the text ended at `limit`. */
function reads(folded: Uint16Array, at: number, limit: number): number {
  const kept = folded[limit]!;
  folded[limit] = 0;
  const rule = readAt(folded, at);
  folded[limit] = kept;
  return rule;
}

const LEADS = ['congratulations!', 'transact id'].map(codesOf);
const BUSINESS = codesOf('business deposit ');

/** Where `UE5FG1U7P2 Confirmed` and its like begin, wherever they stand. */
function confirmedStarts(text: string, folded: Uint16Array): readonly number[] {
  const starts: number[] = [];
  for (const { index } of text.matchAll(/confirmed|imethibitishwa|confirmado(?=\s{1,3}[A-Z0-9]{8})/gi)) {
    if (text[index + 9] === 'o' || text[index + 9] === 'O') starts.push(index);
    else {
      const start = receiptBefore(text, folded, index);
      if (start >= 0 && start > (starts.at(-1) ?? -1)) starts.push(start);
    }
  }
  return starts;
}

const isGap = (code: number | undefined) => code === 32 || code === 46;

/** Where the receipt before a `Confirmed` begins, with the words that may lead it; -1 if there is none. */
function receiptBefore(text: string, folded: Uint16Array, confirmed: number): number {
  let end = confirmed;
  const business = end - BUSINESS.length;
  if (business > 0 && stands(BUSINESS, folded, business)) end = business;
  for (let room = 4; room > 0 && isGap(folded[end - 1]); room -= 1) end -= 1;
  let start = end;
  while (start > 0 && isWord(folded[start - 1]!) && end - start < 40) start -= 1;
  // Glued to what was before: to a link or name, of which the last ten are the receipt, or to the cents of an amount.
  if (end - start > 12) start = end - 10;
  else if (end - start > 10 && isGluedTo(text, start)) start += 2;
  const letters = text.slice(start, end);
  if (matchReceipt(folded, start) !== end || (letters !== letters.toUpperCase() && !/\d/.test(letters))) return -1;
  return pastLead(folded, start);
}

/** Whether the two characters at `start` are the cents or the half of the day that the message before ends in. */
const isGluedTo = (text: string, start: number): boolean =>
  /\.\d\d[A-Z]$/.test(text.slice(start - 1, start + 3)) || /\d ?[AP]M[A-Z]$/.test(text.slice(start - 2, start + 3));

/** Back over `Congratulations!` or `Transact ID` before a receipt. */
function pastLead(folded: Uint16Array, receipt: number): number {
  let end = receipt;
  for (let room = 4; room > 0 && folded[end - 1] === 32; room -= 1) end -= 1;
  for (const lead of LEADS) {
    const start = end - lead.length;
    if (start >= 0 && stands(lead, folded, start)) return start;
  }
  return receipt;
}

/** Past the line break that ends the line at `at`, or `limit`. */
function lineEnd(text: string, at: number, limit: number): number {
  for (let end = at; end < limit; end += 1) if (text.charCodeAt(end) === 10) return end + 1;
  return limit;
}

/** A chat's own line: `[5/3/26, 14:30:12] MPESA: …` or `05/03/2026, 14:30 - MPESA: …`. */
const chat =
  /[\u200e\u200f]?(?:\[\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}[:.]\d{2}[^\]\n]{0,12}\]\s{0,2}|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}[:.]\d{2}[^\n-]{0,12}\s-\s)(?:[^:\n]{1,60}:\s{0,2})?/y;
/** What copying puts before a message: numbers of a list, bullets, quotes, a time of its own. */
const marks =
  /[^\S\n]{1,8}|\(?\d{1,4}[.)][^\S\n]{1,4}|[-•*>–][^\S\n]{0,3}|["'“”‘’«]|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?[^\S\n]{1,3}|\d{1,4}[/-]\d{1,2}[/-]\d{2,4},?[^\S\n]{1,3}|(?:M-?PESA|MPESA):\s{0,3}/y;

/** Past what wraps a message at the beginning of a line. */
function pastWrapper(text: string, lineStart: number): number {
  let at = lineStart;
  for (let layers = 0; layers < 6; layers += 1) {
    const wrapper = [chat, marks].find((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!wrapper) break;
    at = wrapper.lastIndex;
  }
  return at;
}

function isChatLine(text: string, lineStart: number): boolean {
  chat.lastIndex = lineStart;
  return chat.test(text);
}

/**
 * Where a message that begins at `start` ends: after the line its rule ends in and those right below that begin
 * nothing else, or where the next one begins.
 */
function endOf(text: string, folded: Uint16Array, start: number, limit: number): number {
  const rule = reads(folded, start, limit);
  let end = lineEnd(text, rule < 0 ? start : found.end, limit);
  while (end < limit) {
    const next = lineEnd(text, end, limit);
    const wrapper = pastWrapper(text, end);
    if (
      isBlank(folded, end, next) ||
      wrapper >= limit ||
      isChatLine(text, end) ||
      startInLine(text, folded, end, limit) >= 0
    )
      break;
    end = next;
  }
  return trimmedEnd(folded, start, end);
}

function isBlank(folded: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (folded[at] !== 32) return false;
  return true;
}

function trimmedEnd(folded: Uint16Array, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && (folded[last - 1] === 32 || isQuoteAtEnd(folded[last - 1]!))) last -= 1;
  return last;
}

const isQuoteAtEnd = (code: number) => isQuote(code) && code !== 42;

/** Whether a text that no rule reads is still a payment message, worth asking about: it names M-PESA and an amount. */
const looksLikeMessage = (piece: string): boolean =>
  /m-?pesa|confirmed|imethibitishwa/i.test(piece) && /(?:ksh|kes|tsh|tzs)s?\.?\s?\d|\d\s?(?:ksh|kes|mt)\b/i.test(piece);
