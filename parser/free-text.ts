import { firstAfterJoin, firstAt, setOf, tableOf } from './first.ts';
import { isJoin, join, maybeBlank, SPACE, type Step } from './steps.ts';
import { push, trail } from './trail.ts';
import type { Node } from './trie.ts';
import type { Witness } from './witness.ts';

/** Longest free text in code units, without and with the blanks in it; a name or reference beyond it is not one. */
const LONGEST_TEXT = 512;
const LONGEST_PADDED = 4096;

const END_OF_TEXT = setOf([0]);
const joinsAndEnd = setOf([0, 32, 46, 44, 59, 58]);
const sentenceEnds = setOf([0, 46, 44]);

/** A cheap look before the real one: a text does not end inside a run of blanks, nor where no way on begins. */
function mayEnd(text: Uint8Array, end: number, code: number, afterJoin: Uint8Array): boolean {
  if (!isJoin(code)) return true;
  if (text[end - 1] === SPACE) return false;
  const next = text[end + 1]!;
  return afterJoin[next < 128 ? next : 128] === 1;
}

/** Whether nothing but blanks and marks is left, asked once for each run of them. */
const isEnding = (text: Uint8Array, end: number, code: number): boolean =>
  code === 0 || (isJoin(code) && text[end - 1] !== SPACE && text[join(text, end)] === 0);

/** An amount or a receipt after the grammar's words is proof enough. */
export const cutHere: Step = (_, at) => {
  trail.cut = true;
  return at;
};

/** A moment was read: if the text goes on as the grammar would, the end of the free text before it is final. */
export function cutIfGoesOn(node: Node): Step {
  const pastBlank = node.edges.filter(({ op }) => op.kind === 'blank').map(({ to }) => firstAt(to));
  const goesOn = tableOf([firstAt(node), ...pastBlank, sentenceEnds]);
  return (text, at) => {
    const code = text[maybeBlank(text, at)]!;
    if (trail.lenient || (code < 128 && goesOn[code] === 1)) {
      trail.cut = true;
      return at;
    }
    trail.weak = true;
    return -1;
  };
}

/**
 * Reads a free text into `slot` (-1 passes it over): it ends at the first place where `next`, which is what may stand
 * at `node`, fits. `nested` says that another free text before it is still open.
 */
export function freeText(slot: number, node: Node, next: Step, nested: boolean, witness: Witness | null): Step {
  const begins = tableOf([firstAt(node), END_OF_TEXT]);
  const afterJoin = tableOf([firstAfterJoin(node), joinsAndEnd]);
  /** The characters at which there is anything to ask; most of a text is passed over at a glance. */
  const stops = tableOf([firstAt(node), joinsAndEnd]);

  function tryEnd(text: Uint8Array, at: number, end: number, depth: number): number {
    trail.depth = depth;
    trail.cut = false;
    if (slot >= 0) push(slot, at, end, 0);
    witness?.trying(end);
    return next(text, end);
  }

  return (text, at) => {
    const depth = trail.depth;
    let fallback = -1;
    trail.lenient = false;
    const last = at + LONGEST_PADDED;
    let limit = text[at] === 0 ? at : at + 1 + LONGEST_TEXT;
    for (let end = at + 1; end < limit; end += 1) {
      const code = text[end]!;
      if (stops[code] === 0) continue;
      // The end of the text would fit as well, but what was found on the way is the better end.
      if (fallback >= 0 && isEnding(text, end, code)) break;
      if (code < 128 && begins[code] === 1 && mayEnd(text, end, code, afterJoin)) {
        trail.weak = false;
        const answer = tryEnd(text, at, end, depth);
        if (answer >= 0 || trail.cut) return answer;
        if (trail.weak && fallback < 0) fallback = end;
      }
      if (code === 0) break;
      if (code === SPACE && limit < last) limit += 1;
    }
    trail.lenient = fallback >= 0;
    const answer = fallback < 0 ? -1 : tryEnd(text, at, fallback, depth);
    trail.lenient = false;
    if (answer < 0) witness?.endless(at, node);
    trail.cut = nested;
    return answer;
  };
}
