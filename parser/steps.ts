import { found, pastBlanks } from './found.ts';

/** Reads one step of a rule at `at` in folded text: where it ended, or -1. */
export type Step = (text: Uint8Array, at: number) => number;

export const SPACE = 32;

/** Blanks and the marks between sentences. */
export const isJoin = (code: number): boolean =>
  code === 32 || code === 46 || code === 44 || code === 59 || code === 58;

export const maybeBlank: Step = pastBlanks;

const MOST_MARKS = 2;

/** A run of blanks and sentence marks, even none. Three marks are not a join: `balance is...` goes on with nothing. */
export const join: Step = (text, at) => {
  let end = pastBlanks(text, at);
  for (let marks = 0; marks < MOST_MARKS && isJoin(text[end]!); marks += 1) end = pastBlanks(text, end + 1);
  return end;
};

/** The end of the text, blanks and marks before it aside. */
export const atEnd: Step = (text, at) => {
  const end = join(text, join(text, at));
  return text[end] === 0 ? end : -1;
};

/**
 * In the codes of a phrase: no blank or more, any join, and the hyphen within a word, which `M-PESA` has and `MPESA`,
 * `M PESA` and `M- pesa` write in other ways. Folding leaves no such codes in a text.
 */
export const MAYBE_BLANK = 1;
export const JOIN = 2;
export const HYPHEN = 3;
const MINUS = 45;

/** A word as part of a phrase. */
export const wordCodes = (word: string): number[] =>
  Array.from(word, (letter, i) => (letter === '-' && i > 0 && i < word.length - 1 ? HYPHEN : letter.charCodeAt(0)));

/** Words and what may stand between them; a 32 in `codes` is one or more blanks. */
export function phrase(codes: ArrayLike<number>): Step {
  const length = codes.length;
  if (length === 1 && codes[0] === JOIN) return join;
  return (text, at) => {
    let end = at;
    for (let i = 0; i < length; i += 1) {
      const code = codes[i]!;
      if (text[end] === code) {
        end += 1;
        if (code === 32 && text[end] === 32) end = pastBlanks(text, end);
      } else if (code === JOIN) end = join(text, end);
      else if (code === MAYBE_BLANK) end = pastBlanks(text, end);
      else if (code === HYPHEN) end = pastBlanks(text, text[end] === MINUS ? end + 1 : end);
      else return -1;
    }
    return end;
  };
}

/** Reads nothing. */
export const nothing: Step = (_, at) => at;

/** Steps one after another. The short runs are spelled out: they are most of a grammar, and calls are its cost. */
export function inOrder(all: readonly Step[]): Step {
  const steps = all.filter((step) => step !== nothing);
  const [a, b, c, d] = steps;
  if (!a) return nothing;
  if (!b) return a;
  if (!c) {
    return (text, at) => {
      const next = a(text, at);
      return next < 0 ? -1 : b(text, next);
    };
  }
  if (!d) {
    return (text, at) => {
      let next = a(text, at);
      if (next >= 0) next = b(text, next);
      return next < 0 ? -1 : c(text, next);
    };
  }
  if (steps.length === 4) {
    return (text, at) => {
      let next = a(text, at);
      if (next >= 0) next = b(text, next);
      if (next >= 0) next = c(text, next);
      return next < 0 ? -1 : d(text, next);
    };
  }
  return (text, at) => {
    let next = at;
    for (let i = 0; i < steps.length && next >= 0; i += 1) {
      const step = steps[i]!;
      next = step(text, next);
    }
    return next;
  };
}

/** A rule that is complete: its number is the answer, and `found.end` where it ended. */
export const accept =
  (rule: number): Step =>
  (_, at) => {
    found.end = at;
    return rule;
  };
