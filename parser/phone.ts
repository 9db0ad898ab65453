import { isDigit, type Matcher, pastBlanks } from './found.ts';

const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const LETTER_X = 120;
const LONGEST = 15;

const isMask = (code: number) => code === STAR || code === LETTER_X;

/**
 * `0712345678`, `254712345678`, `+254…`, `0711 222 333`, `+254 711 222 333`, masked `0711***155`, `07xx***155` and
 * `254723***660`, the stub `0792`.
 * A run of five to seven digits is a shortcode and is not taken.
 */
export const matchPhone: Matcher = (text, at) => {
  const plus = text[at] === PLUS;
  const first = plus ? at + 1 : at;
  let end = first;
  let masked = 0;
  while (isDigit(text[end]!) || (end - first >= 2 && isMask(text[end]!))) {
    if (isMask(text[end]!)) masked += 1;
    end += 1;
    if (end - first > LONGEST) return -1;
  }
  const length = end - first;
  if (masked > 1) return length >= 8 ? end : -1;
  if (masked === 1) return -1;
  if (length === 3 && text[first] === TWO) return pastGroups(text, end, 3);
  if (plus) return length >= 9 ? end : -1;
  if (!fits(text[first]!, length)) return -1;
  return length === 4 ? Math.max(end, pastGroups(text, end, 2)) : end;
};

const ZERO = 48;
const TWO = 50;

/** Which lengths are phones: `0…` ten (eleven when mistyped), the stub of four; `254…`, `255…`, `266…` in full; `7…` nine. */
function fits(head: number, length: number): boolean {
  if (head === ZERO) return length === 10 || length === 11 || length === 4;
  if (head === TWO) return length >= 11 && length <= 13;
  return length === 9;
}

/** `0711 222 333`, `0711-222-333`: past the groups of three digits that begin at `from`, or -1 if there are more or fewer. */
function pastGroups(text: Uint8Array, from: number, count: number): number {
  let end = from;
  for (let group = 0; group < count; group += 1) {
    const at = text[end] === MINUS ? end + 1 : pastBlanks(text, end);
    if (at === end || !isDigit(text[at]!) || !isDigit(text[at + 1]!) || !isDigit(text[at + 2]!)) return -1;
    end = at + 3;
    if (isDigit(text[end]!)) return -1;
  }
  return end;
}

/** A phone as its national number with unknown digits as `*`: what two printings of one number share. */
function national(phone: string): string {
  const digits = phone.replace(/[^\d*xX]/g, '').replace(/[xX]/g, '*');
  return digits.replace(/^(254|255|258|266)(?=[\d*]{7,})/, '').replace(/^0/, '');
}

/**
 * Whether two printings can be one number: every digit that both show agrees. A masked phone can be many numbers,
 * so `true` is a possibility and never an identity.
 */
export function samePhone(a: string, b: string): boolean {
  const left = national(a);
  const right = national(b);
  if (left.length !== right.length || left.length < 7) return false;
  return Array.from(left).every((digit, i) => digit === '*' || right[i] === '*' || digit === right[i]);
}

/** Whether part of the number is hidden. */
export const isMasked = (phone: string): boolean => /[*xX]/.test(phone);
