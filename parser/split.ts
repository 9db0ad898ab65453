import { fold } from './fold.ts';
import { codesOf, found, isLetter, isWord, stands } from './found.ts';
import { receiptStart } from './receipt-seam.ts';
import { matchReceipt, receiptDay } from './receipt.ts';
import { isQuote, readAt } from './reader.ts';
import { chatLines, lineEnd, pastWrapper } from './wrapper.ts';

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
  const anchors = new Set(confirmedStarts(text, folded));
  const breaks = [...anchors, ...chatLines(text)].toSorted((a, b) => a - b);
  const pieces: Piece[] = [];
  let at = 0;
  let next = 0;
  const add = (kind: Part['kind'], end: number) => {
    if (end > at) pieces.push({ kind, start: at, end });
    at = end;
  };
  while (at < text.length) {
    while (next < breaks.length && breaks[next]! <= at) next += 1;
    const limit = breaks[next] ?? text.length;
    const start = anchors.has(at) ? at : startInLine(text, folded, at, limit);
    if (start >= 0) {
      add('between', start);
      add('message', endOf(text, folded, start, limit));
    } else add('between', lineEnd(text, at, limit));
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

/** Where in the line at `at` a message begins that a rule reads, or -1. */
function startInLine(text: string, folded: Uint8Array, at: number, limit: number): number {
  const start = pastWrapper(text, at);
  return start < limit && folded[start] !== 32 && reads(folded, start, limit) >= 0 ? start : -1;
}

/** Reads at `at` as if the text ended at `limit`. */
function reads(folded: Uint8Array, at: number, limit: number): number {
  const kept = folded[limit]!;
  folded[limit] = 0;
  const rule = readAt(folded, at);
  folded[limit] = kept;
  return rule;
}

const LEADS = ['congratulations!', 'transact id'].map(codesOf);
const BUSINESS = codesOf('business deposit ');

/** Where `UE5FG1U7P2 Confirmed` and its like begin, wherever they stand. */
function confirmedStarts(text: string, folded: Uint8Array): readonly number[] {
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

/** Where the receipt before a `Confirmed` begins, with the words that may lead it; -1 if there is none. */
function receiptBefore(text: string, folded: Uint8Array, confirmed: number): number {
  let end = confirmed;
  const business = end - BUSINESS.length;
  if (business > 0 && stands(BUSINESS, folded, business)) end = business;
  for (let room = 4; room > 0 && folded[end - 1] === 32; room -= 1) end -= 1;
  let start = end;
  while (start > 0 && isWord(folded[start - 1]!) && end - start < 40) start -= 1;
  start = receiptStart(text, start, end);
  // Words before a code on the line above make it the end of another message.
  if (start > 0 && text[start - 1] !== '\n' && text.slice(end, confirmed).includes('\n')) return -1;
  const letters = text.slice(start, end);
  // A word of letters alone is a receipt only if it could have been issued.
  if (matchReceipt(folded, start) !== end || (!/\d/.test(letters) && receiptDay(letters, 'KE') === null)) return -1;
  return pastLead(folded, start);
}

/** Back over `Congratulations!` or `Transact ID` before a receipt. */
function pastLead(folded: Uint8Array, receipt: number): number {
  let end = receipt;
  for (let room = 4; room > 0 && folded[end - 1] === 32; room -= 1) end -= 1;
  for (const lead of LEADS) {
    const start = end - lead.length;
    if (start >= 0 && stands(lead, folded, start)) return start;
  }
  return receipt;
}

/**
 * Where a message that begins at `start` ends: after the line its rule ends in and those right below that begin
 * nothing else, or where the next one begins.
 */
function endOf(text: string, folded: Uint8Array, start: number, limit: number): number {
  const line = lineEnd(text, start, limit);
  // What one line says whole goes on in no other: else a name could take in the message below.
  const rule = reads(folded, start, line) >= 0 || reads(folded, start, limit) >= 0;
  const read = rule ? found.end : limit;
  let end = rule ? lineEnd(text, read, limit) : line;
  while (end < limit) {
    const next = lineEnd(text, end, limit);
    if (isBlank(folded, pastWrapper(text, end), next) || startInLine(text, folded, end, limit) >= 0) break;
    end = next;
  }
  return trimmedEnd(folded, start, seamIn(text, folded, read, end, limit), text);
}

/**
 * Where in what follows the part that a rule read another message begins that has no receipt to know it by, or `end`.
 * It begins with a capital, and a rule reads it.
 */
function seamIn(text: string, folded: Uint8Array, from: number, end: number, limit: number): number {
  let tries = MOST_TRIES;
  for (let at = from; at < end && tries > 0; at += 1) {
    if (!isCapital(text, at)) continue;
    const isWordStart = !isCapital(text, at - 1) || (isLetter(folded[at + 1]!) && !isCapital(text, at + 1));
    if (!isWordStart) continue;
    if (reads(folded, at, limit) >= 0) return at;
    tries -= 1;
  }
  return end;
}

/** More words with a capital than any offer has after a message. */
const MOST_TRIES = 40;

const isCapital = (text: string, at: number) => text.charCodeAt(at) >= 65 && text.charCodeAt(at) <= 90;

function isBlank(folded: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (folded[at] !== 32) return false;
  return true;
}

/** Where a message ends, without blanks, quotes, and what parts it from another on the same line. */
function trimmedEnd(folded: Uint8Array, start: number, end: number, text: string): number {
  let last = end;
  while (last > start + 1 && (folded[last - 1] === 32 || isQuoteAtEnd(folded[last - 1]!))) last -= 1;
  const inner = last - 1;
  if (inner > start && isSeparator(folded[inner]!)) {
    const gap = text.slice(last, end);
    const parts = end < text.length && gap !== '' && !gap.includes('\n');
    if (parts || isQuoteAtEnd(folded[inner - 1]!)) return trimmedEnd(folded, start, inner, text);
  }
  return last;
}

const isQuoteAtEnd = (code: number) => isQuote(code) && code !== 42;

/** `,`, `;`, `|`. */
const isSeparator = (code: number) => code === 44 || code === 59 || code === 124;

/** Whether a text that no rule reads is still a payment message, worth asking about: it names M-PESA and an amount. */
const looksLikeMessage = (piece: string): boolean =>
  /m-?pesa|confirmed|imethibitishwa/i.test(piece) && /(?:ksh|kes|tsh|tzs)s?\.?\s?\d|\d\s?(?:ksh|kes|mt)\b/i.test(piece);
