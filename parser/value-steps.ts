import { matcherOf, slotNames } from './fields.ts';
import { firstOf, tableOf } from './first.ts';
import { found } from './found.ts';
import { nothing, type Step } from './steps.ts';
import type { Op } from './template.ts';
import { push, trail } from './trail.ts';

/** Makes one step of several in a row. */
type Sequence = (ops: readonly Op[]) => Step;

/** Reads a slot by its matcher and puts it on the trail. */
export function slotStep(op: Op & { kind: 'slot' }): Step {
  if (op.field === 'text') throw new Error('free text is not a step of its own');
  const match = matcherOf(op.field, op.currency);
  if (op.slot === null) return match;
  const slot = slotNames.indexOf(op.slot);
  return (text, at) => {
    const end = match(text, at);
    if (end >= 0) push(slot, at, end, found.value);
    return end;
  };
}

/** A slot that holds the words a step reads. */
export function named(slot: number, step: Step): Step {
  return (text, at) => {
    const end = step(text, at);
    if (end >= 0) push(slot, at, end, 0);
    return end;
  };
}

/** An optional part: what joins it to the text before is read once, and a character it cannot begin with ends the matter. */
export function optional(ops: readonly Op[], sequence: Sequence): Step {
  const joined = ops.findIndex((op) => op.kind !== 'join' && op.kind !== 'blank' && op.kind !== 'maybe-blank');
  const lead = sequence(ops.slice(0, joined));
  const rest = sequence(ops.slice(joined));
  const begins = tableOf([firstOf(ops.slice(joined)).first]);
  return (text, at) => {
    const start = lead === nothing ? at : lead(text, at);
    if (start < 0 || text[start]! >= 128 || begins[text[start]!] === 0) return at;
    const depth = trail.depth;
    const end = rest(text, start);
    if (end >= 0) return end;
    trail.depth = depth;
    return at;
  };
}

/** The first branch that fits, of those that can begin with the character here. */
export function choice(branches: readonly (readonly Op[])[], sequence: Sequence): Step {
  const steps = branches.map(sequence);
  const begins = branches.map((ops) => tableOf([firstOf(ops).empty ? null : firstOf(ops).first]));
  return (text, at) => {
    const code = text[at]!;
    const depth = trail.depth;
    for (let i = 0; i < steps.length; i += 1) {
      if (code < 128 && begins[i]![code] === 0) continue;
      const step = steps[i]!;
      const end = step(text, at);
      if (end >= 0) return end;
      trail.depth = depth;
    }
    return -1;
  };
}
