import { isEnding, LONGEST_PADDED, LONGEST_TEXT, mayEnd } from './free-text.ts';
import { found, pastBlanks } from './found.ts';
import { BLANK, pastEnd, pastGap } from './gaps.ts';
import * as does from './program.ts';
import type { Fork, FreeText, Step, Ways } from './program.ts';
import { push, trail } from './trail.ts';
import type { Witness } from './witness.ts';

/**
 * Runs a program on folded text from `at`: the number of the rule that fitted, or -1. Slots are then on the trail, and
 * `found.end` is where the rule ended. `fours` is the same text, to be read four characters at once, or null.
 *
 * The time is linear in the text whatever the text is. Every step ends in one place only, so nothing is read twice but
 * what a fork or the end of a free text tries; a free text is scanned once, what is tried at each place of it is bounded,
 * and the first value after it that no name could hold makes its end final.
 */
export function read(
  program: Step,
  text: Uint8Array,
  fours: DataView | null,
  at: number,
  witness: Witness | null,
): number {
  inFours = fours;
  return run(program, text, at, witness);
}

/** The text that is being read, four characters at once; null where only single ones can be looked at. */
let inFours: DataView | null = null;

/**
 * Reads on in the text that `read` was given: the number of a rule, or where the steps ended that stand within another.
 * One loop and no calls from step to step, as those were dearer than what most steps do.
 */
function run(program: Step, text: Uint8Array, at: number, witness: Witness | null): number {
  let step = program;
  let here = at;
  for (;;) {
    switch (step.does) {
      case does.FORK: {
        const fork = step.fork!;
        const ways = fork.waysAt(text, here);
        if (ways.only === null || witness !== null) return tryWays(fork, ways, text, here, witness);
        step = ways.only;
        continue;
      }
      case does.OPTIONAL:
        here = pastOptional(step, text, here, witness);
        break;
      case does.CUT:
        trail.cut = true;
        break;
      case does.CUT_IF:
        if (!cutIfGoesOn(step, text, here)) return -1;
        break;
      case does.TEXT:
        return readFreeText(step.text!, text, here, witness);
      case does.ACCEPT:
        found.end = here;
        return step.rule;
      case does.STOP:
        return here;
      default: {
        const end = past(step, text, here, witness);
        if (end < 0) {
          witness?.failed(here, step.ops);
          return -1;
        }
        here = end;
      }
    }
    // Only the steps that return end a program.
    step = step.next!;
  }
}

/** Where what must stand here ends, its slot then on the trail; or -1. */
function past(step: Step, text: Uint8Array, at: number, witness: Witness | null): number {
  switch (step.does) {
    case does.PHRASE:
      return step.phrase.past(text, inFours, at);
    case does.SLOT: {
      const { match } = step;
      const end = match(text, at);
      if (end >= 0 && step.slot >= 0) push(step.slot, at, end, found.value);
      return end;
    }
    case does.GAP:
      return pastGap(step.gap, text, at);
    case does.CHOICE:
      return pastChoice(step, text, at, witness);
    case does.NAMED: {
      const end = run(step.inner!, text, at, witness);
      if (end >= 0) push(step.slot, at, end, 0);
      return end;
    }
    default:
      return pastEnd(text, at);
  }
}

/**
 * Past an optional part, if it is there: what joins it to the text before is read once, and a character it cannot begin
 * with ends the matter.
 */
function pastOptional(step: Step, text: Uint8Array, at: number, witness: Witness | null): number {
  const start = pastGap(step.gap, text, at);
  if (start < 0 || text[start]! >= 128 || step.begins[text[start]!] === 0) return at;
  const { depth } = trail;
  const end = run(step.inner!, text, start, witness);
  if (end >= 0) return end;
  trail.depth = depth;
  return at;
}

/** A moment was read: if the text goes on as the grammar would, the end of the free text before it is final. */
function cutIfGoesOn({ begins }: Step, text: Uint8Array, at: number): boolean {
  const code = text[pastBlanks(text, at)]!;
  const goesOn = trail.lenient || (code < 128 && begins[code] === 1);
  if (goesOn) trail.cut = true;
  else trail.weak = true;
  return goesOn;
}

/** The first branch that fits, of those that can begin with the character here. */
function pastChoice({ branches }: Step, text: Uint8Array, at: number, witness: Witness | null): number {
  const code = text[at]!;
  const { depth } = trail;
  for (let i = 0; i < branches.length; i += 1) {
    const { step, begins } = branches[i]!;
    if (code < 128 && begins[code] === 0) continue;
    const end = run(step, text, at, witness);
    if (end >= 0) return end;
    trail.depth = depth;
  }
  return -1;
}

/** Tries what may come next, in the order of the rules. */
function tryWays(fork: Fork, ways: Ways, text: Uint8Array, at: number, witness: Witness | null): number {
  const { depth } = trail;
  for (let i = 0; i < ways.steps.length; i += 1) {
    witness?.entering(ways.edges[i]!.to);
    const answer = run(ways.steps[i] ?? fork.step(ways, i), text, at, witness);
    if (answer >= 0) return answer;
    if (fork.open && trail.cut) return -1;
    trail.depth = depth;
  }
  if (fork.done !== null) return run(fork.done, text, at, witness);
  witness?.stuck(at, fork.node);
  return -1;
}

/** Reads a free text: it ends at the first place where what may stand after it fits. */
function readFreeText(free: FreeText, text: Uint8Array, at: number, witness: Witness | null): number {
  const { begins, stops } = free;
  const { depth } = trail;
  let fallback = -1;
  trail.lenient = false;
  const last = at + LONGEST_PADDED;
  let limit = text[at] === 0 ? at : at + 1 + LONGEST_TEXT;
  for (let end = at + 1; end < limit; end += 1) {
    const code = text[end]!;
    if (stops[code] === 0) continue;
    // The end of the text would fit as well, but what was found on the way is the better end.
    if (fallback >= 0 && isEnding(text, end, code)) break;
    if (code < 128 && begins[code] === 1 && mayEnd(free, text, end, code)) {
      trail.weak = false;
      const answer = tryEnd(free, text, at, end, depth, witness);
      if (answer >= 0 || trail.cut) return answer;
      if (trail.weak && fallback < 0) fallback = end;
    }
    if (code === 0) break;
    if (code === BLANK && limit < last) limit += 1;
  }
  trail.lenient = fallback >= 0;
  const answer = fallback < 0 ? -1 : tryEnd(free, text, at, fallback, depth, witness);
  trail.lenient = false;
  if (answer < 0) witness?.endless(at, free.node);
  trail.cut = free.nested;
  return answer;
}

function tryEnd(
  free: FreeText,
  text: Uint8Array,
  at: number,
  end: number,
  depth: number,
  witness: Witness | null,
): number {
  trail.depth = depth;
  trail.cut = false;
  if (free.slot >= 0) push(free.slot, at, end, 0);
  witness?.trying(end);
  return run(free.after, text, end, witness);
}
