import { pastBlanks } from './found.ts';
import { BLANK, isJoin, JOIN, MAYBE_BLANK, pastJoin } from './gaps.ts';
import { isGap, type Op } from './template.ts';

/** Within a word, the hyphen that `M-PESA` has, and that `MPESA`, `M PESA` and `M- pesa` write in other ways. */
const HYPHEN = 3;
const MINUS = 45;

const wordCodes = (word: string): number[] =>
  Array.from(word, (letter, i) => (letter === '-' && i > 0 && i < word.length - 1 ? HYPHEN : letter.charCodeAt(0)));

export const isLiteral = (op: Op): boolean => op.kind === 'word' || isGap(op);

/** The kind of a gap, as it stands in the codes of a phrase. */
export const gapOf = ({ kind }: Op): number => (kind === 'join' ? JOIN : kind === 'maybe-blank' ? MAYBE_BLANK : BLANK);

const NOTHING = new Int32Array(0);
const WIDTH = 4;
const LONGEST_SEEN = 128;

/**
 * Words and what may stand between them, one code for each letter or gap; folding leaves none of the codes of gaps in
 * a text. Messages of one wording are written alike, so a phrase remembers the characters it last fitted, four in one
 * number, and looks for those before it reads code by code. That makes it quick, and never changes what it says.
 */
export class Phrase {
  private readonly codes: Uint8Array;
  private readonly endsInGap: boolean;
  private seen = NOTHING;
  private seenLength = 0;

  constructor(codes: readonly number[]) {
    this.codes = new Uint8Array(codes);
    const last = codes.at(-1);
    this.endsInGap = last === BLANK || last === JOIN || last === MAYBE_BLANK;
  }

  static of(ops: readonly Op[]): Phrase {
    return new Phrase(ops.flatMap((op) => (op.kind === 'word' ? wordCodes(op.text) : [gapOf(op)])));
  }

  static ofWord(word: string): Phrase {
    return new Phrase(wordCodes(word));
  }

  /**
   * Where it ends if it begins at `at`, or -1. `fours` is the same text, to be read four characters at once; null if there
   * is none.
   */
  past(text: Uint8Array, fours: DataView | null, at: number): number {
    if (fours === null) return this.read(text, at);
    if (this.stands(text, fours, at)) return at + this.seenLength;
    const end = this.read(text, at);
    if (end >= at + WIDTH && end < at + LONGEST_SEEN && this.isWhole(text, end)) this.remember(fours, at, end);
    return end;
  }

  /** Nothing that follows could make it longer. */
  private isWhole(text: Uint8Array, end: number): boolean {
    return !this.endsInGap || !isJoin(text[end]!);
  }

  private stands(text: Uint8Array, fours: DataView, at: number): boolean {
    const { seen } = this;
    const last = seen.length - 1;
    const end = at + this.seenLength;
    if (last < 0 || end > text.length) return false;
    for (let i = 0; i < last; i += 1) if (fours.getInt32(at + i * WIDTH, true) !== seen[i]) return false;
    // The last four may overlap those before them.
    return fours.getInt32(end - WIDTH, true) === seen[last] && this.isWhole(text, end);
  }

  private remember(fours: DataView, at: number, end: number): void {
    const last = Math.ceil((end - at) / WIDTH) - 1;
    if (this.seen.length !== last + 1) this.seen = new Int32Array(last + 1);
    for (let i = 0; i < last; i += 1) this.seen[i] = fours.getInt32(at + i * WIDTH, true);
    this.seen[last] = fours.getInt32(end - WIDTH, true);
    this.seenLength = end - at;
  }

  private read(text: Uint8Array, at: number): number {
    const { codes } = this;
    let end = at;
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i]!;
      if (text[end] === code) {
        end += 1;
        if (code === BLANK && text[end] === BLANK) end = pastBlanks(text, end);
      } else if (code === JOIN) end = pastJoin(text, end);
      else if (code === MAYBE_BLANK) end = pastBlanks(text, end);
      else if (code === HYPHEN) end = pastBlanks(text, text[end] === MINUS ? end + 1 : end);
      else return -1;
    }
    return end;
  }
}
