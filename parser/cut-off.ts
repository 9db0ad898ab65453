import { isMoney, slotNames, slots } from './fields.ts';
import { codesOf, isDigit, pastBlanks, stands } from './found.ts';
import { trail } from './trail.ts';

const textSlots = Uint8Array.from(slotNames, (name) => (slots[name] === 'text' ? 1 : 0));
const TIME = slotNames.indexOf('time');

const DOT = 46;
const COMMA = 44;
const LETTER_A = 97;
const LETTER_P = 112;
/** The longest rest of an amount: `,01`. */
const LONGEST_REST = 3;

/**
 * Whether a message ends before its wording does. A value that the end cuts in two is no value: it is taken off the
 * trail, so that `Ksh8` of `Ksh8,016.00` is never taken for eight shillings. Looks at the end of the text only.
 */
export function isCutOff(folded: Uint8Array, length: number, end: number): boolean {
  const last = trail.depth - 1;
  const lastEnd = last < 0 ? -1 : trail.end[last]!;
  if (lastEnd >= 0 && length - lastEnd <= LONGEST_REST) {
    const slot = trail.slot[last]!;
    if (isCutAmount(folded, last, length) || (slot === TIME && isCutTime(folded, last, length))) {
      trail.depth = last;
      return true;
    }
    if (textSlots[slot] === 1 && lastEnd === length) return true;
  }
  return isCutClause(folded, end, length);
}

/** An amount right at the end has fewer decimals than another of the same message, so it had more to say. */
function isCutAmount(folded: Uint8Array, index: number, length: number): boolean {
  // Nothing is nothing, however many of its decimals are there.
  if (!isMoney(trail.slot[index]!) || trail.value[index] === 0 || decimals(folded, index) === 2) return false;
  const rest = trail.end[index]!;
  const mark = folded[rest]!;
  if (rest < length && mark !== COMMA) return false;
  for (let at = rest + 1; at < length; at += 1) if (!isDigit(folded[at]!)) return false;
  for (let other = 0; other < index; other += 1) {
    if (isMoney(trail.slot[other]!) && decimals(folded, other) === 2) return true;
  }
  return false;
}

/** How many digits follow the last full stop of an amount. */
function decimals(folded: Uint8Array, index: number): number {
  const end = trail.end[index]!;
  for (let count = 0; count <= 2; count += 1) if (folded[end - 1 - count] === DOT) return count;
  return 0;
}

/** `8:4`, `8:43 P`, `03:46:5`: a time at the very end without its half of the day or all its seconds. */
function isCutTime(folded: Uint8Array, index: number, length: number): boolean {
  const start = trail.start[index]!;
  const end = trail.end[index]!;
  let rest = pastBlanks(folded, end);
  if (folded[rest] === LETTER_A || folded[rest] === LETTER_P) rest += 1;
  if (rest < length) return false;
  if (!isDigit(folded[end - 1]!)) return false;
  let marks = 0;
  for (let at = start; at < end; at += 1) if (!isDigit(folded[at]!)) marks += 1;
  return marks < 2 || !isDigit(folded[end - 2]!);
}

/** How the clauses begin that end a message. */
const clauses = [
  'new m-pesa balance is',
  'new business balance is',
  'new pochi balance is',
  'new account balance is',
  'new utility balance is',
  'm-pesa balance is',
  'transaction cost',
  'amount you can transact within the day is',
  'baki yako ya m-pesa ni',
  'gharama ya',
  'kiwango cha pesa unachoweza kutuma kwa siku ni',
].map(codesOf);
/** Currency and digits that may stand after such a clause without being an amount. */
const LONGEST_START = 6;
const LONGEST_CLAUSE = 56;

/** Whether what is left after the rule, or the last words of it, begin a clause that should have gone on. */
function isCutClause(folded: Uint8Array, end: number, length: number): boolean {
  let at = end;
  while (isGap(folded[at]!)) at += 1;
  if (length - at > LONGEST_CLAUSE) return false;
  if (at >= length) return endsInBalance(folded, length);
  for (const clause of clauses) if (clause[0] === folded[at] && isBegun(clause, folded, at, length)) return true;
  return false;
}

const isGap = (code: number) => code === 32 || code === DOT || code === COMMA;

/** Whether the text from `at` to its end is the beginning of a clause, or all of it and hardly more. */
function isBegun(clause: Uint8Array, folded: Uint8Array, at: number, length: number): boolean {
  let last = length;
  while (folded[last - 1] === 32 || folded[last - 1] === DOT) last -= 1;
  let here = at;
  for (const code of clause) {
    if (here >= last) return true;
    if (folded[here] !== code) return false;
    here = code === 32 ? pastBlanks(folded, here) : here + 1;
  }
  return last - here <= LONGEST_START;
}

const balanceClause = clauses[0]!;

/** `… New M-PESA balance is`: an agent's rule reads as far, to keep it out of the agent's name. */
function endsInBalance(folded: Uint8Array, length: number): boolean {
  let at = length;
  while (folded[at - 1] === 32 || folded[at - 1] === DOT) at -= 1;
  const last = folded[at - 1]!;
  // `is`, `balance`, `pesa`
  if (last !== 115 && last !== 101 && last !== 97) return false;
  for (let from = Math.max(0, at - balanceClause.length); from < at; from += 1) {
    if (folded[from] === balanceClause[0] && stands(shortest, folded, from)) {
      return isBegun(balanceClause, folded, from, length);
    }
  }
  return false;
}

const shortest = codesOf('new m-pesa');
