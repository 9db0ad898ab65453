import { matcherOf, slotNames } from './fields.ts';
import { found } from './found.ts';
import { accept, atEnd, inOrder, isJoin, join, maybeBlank, phrase, type Step } from './steps.ts';
import { type First, firstOf, type Stop, stopsAt } from './stops.ts';
import { keyOf, type Op } from './template.ts';
import { trail } from './trail.ts';
import type { Edge, Node } from './trie.ts';

/** Told of every step that did not fit. Only the slow run that explains a failure has one. */
export type Witness = {
  /** `op` was expected at `at`; `phrase` is what it reads like, if it is words. */
  failed(at: number, op: readonly Op[]): void;
  /** No way to end the free text that began at `at`. */
  endless(at: number, stops: readonly Stop[]): void;
};

/** Longest free text in code units; a name or reference beyond it is not one. */
const LONGEST_TEXT = 512;

const isText = (op: Op) => op.kind === 'slot' && op.field === 'text';
const isLiteral = (op: Op) => op.kind === 'word' || op.kind === 'blank';

/**
 * Turns the tree into closures, each part when it is first reached. The result reads a message from `at` and gives
 * the number of the rule that fitted, or -1; `trail` then holds its slots and `found.end` where it ended.
 *
 * Every step ends in one place only and every node is entered once at most, and a free text is scanned once and its
 * end is final, so the time is linear in the text whatever the text is.
 */
export function compile(root: Node, witness: Witness | null = null): Step {
  const known = new Map<string, Step>();

  function oneStep(op: Op): Step {
    const step = known.get(op.key) ?? watched(bare(op), [op]);
    known.set(op.key, step);
    return step;
  }

  function watched(step: Step, ops: readonly Op[]): Step {
    if (!witness) return step;
    return (text, at) => {
      const end = step(text, at);
      if (end < 0) witness.failed(at, ops);
      return end;
    };
  }

  function bare(op: Op): Step {
    switch (op.kind) {
      case 'word':
      case 'blank':
        return phrase(codesOfPhrase([op]));
      case 'maybe-blank':
        return maybeBlank;
      case 'join':
        return join;
      case 'end':
        return atEnd;
      case 'slot':
        return slotStep(op);
      case 'named':
        return named(slotNames.indexOf(op.slot), sequence(op.ops));
      case 'optional':
        return optional(sequence(op.ops));
      case 'choice':
        return choice(op.branches.map(sequence));
    }
  }

  /** Steps in a row, words and blanks joined to phrases. */
  function sequence(ops: readonly Op[]): Step {
    const steps: Step[] = [];
    for (let i = 0; i < ops.length; ) {
      let end = i;
      while (end < ops.length && isLiteral(ops[end]!)) end += 1;
      if (end > i) {
        const words = ops.slice(i, end);
        steps.push(phraseStep(words));
      } else {
        steps.push(oneStep(ops[i]!));
        end = i + 1;
      }
      i = end;
    }
    return inOrder(steps);
  }

  function phraseStep(words: readonly Op[]): Step {
    const key = keyOf(words);
    const step = known.get(key) ?? watched(phrase(codesOfPhrase(words)), words);
    known.set(key, step);
    return step;
  }

  /** What follows an edge: the steps up to the next free text, fork or end as one run, then that. */
  function branch(edge: Edge): Step {
    const ops: Op[] = [];
    let next: Edge = edge;
    for (;;) {
      if (isText(next.op)) return inOrder([sequence(ops), textStep(next)]);
      ops.push(next.op);
      const { edges, accept: rule } = next.to;
      if (edges.length !== 1 || rule >= 0) return inOrder([sequence(ops), lazily(next.to)]);
      next = edges[0]!;
    }
  }

  function lazily(node: Node): Step {
    if (node.edges.length === 0) return accept(node.accept);
    let run: Step = (text, at) => {
      run = fork(node);
      return run(text, at);
    };
    return (text, at) => run(text, at);
  }

  /** Tries what may come next in the order of the rules, looking only at what can begin with the character here. */
  function fork(node: Node): Step {
    const firsts = node.edges.map((edge) => pathFirst(edge));
    const branches = node.edges.map((edge): Step => {
      let run: Step = (text, at) => {
        run = branch(edge);
        return run(text, at);
      };
      return (text, at) => run(text, at);
    });
    const table = Array.from({ length: 128 }, (_, code) => branches.filter((_, i) => firsts[i]?.has(code) ?? true));
    const others = branches.filter((_, i) => firsts[i] === null);
    const rule = node.accept;
    return (text, at) => {
      const code = text[at]!;
      const ways = code < 128 ? table[code]! : others;
      const depth = trail.depth;
      for (let i = 0; i < ways.length; i += 1) {
        const answer = ways[i]!(text, at);
        if (answer >= 0) return answer;
        trail.depth = depth;
      }
      if (rule >= 0) found.end = at;
      return rule;
    };
  }

  function textStep(edge: Edge): Step {
    // Only slots are free text, as `isText` made sure.
    const slot = edge.op.kind === 'slot' && edge.op.slot !== null ? slotNames.indexOf(edge.op.slot) : -1;
    const stops = stopsAt(edge.to);
    const find = finder(stops);
    const next = edge.to.edges.length === 0 ? accept(edge.to.accept) : lazily(edge.to);
    return (text, at) => {
      const end = find(text, at);
      if (end < 0) {
        witness?.endless(at, stops);
        return -1;
      }
      if (slot >= 0) push(slot, at, end, 0);
      return next(text, end);
    };
  }

  /** Looks for where a free text ends: the first place where a stop fits and the grammar could go on after it. */
  function finder(stops: readonly Stop[]): Step {
    const tests = stops.map((stop) => stopTest(stop));
    const begins = new Uint8Array(128);
    for (const stop of stops) {
      const { first } = firstOf(stop.ops);
      for (let code = 0; code < 128; code += 1) if (first === null || first.has(code)) begins[code] = 1;
    }
    return (text, at) => {
      if (text[at] === 0) return -1;
      const depth = trail.depth;
      let fallback = -1;
      let room = LONGEST_TEXT;
      for (let end = at + 1; room > 0; end += 1) {
        const code = text[end]!;
        if (code < 128 && begins[code] === 1 && !(isJoin(code) && text[end - 1] === SPACE)) {
          for (let i = 0; i < tests.length; i += 1) {
            const fit = tests[i]!(text, end);
            trail.depth = depth;
            if (fit === SURE) return end;
            if (fit === MAYBE && fallback < 0) fallback = end;
          }
        }
        if (code === 0) break;
        if (code !== SPACE) room -= 1;
      }
      return fallback;
    };
  }

  function stopTest({ ops, after }: Stop): Step {
    const run = sequence(ops);
    const allowed = new Uint8Array(128).fill(after === null ? 1 : 0);
    for (const code of [0, 46, 44, ...(after ?? [])]) allowed[code] = 1;
    return (text, at) => {
      const end = run(text, at);
      if (end < 0) return -1;
      const code = text[maybeBlank(text, end)]!;
      return code < 128 && allowed[code] === 1 ? SURE : MAYBE;
    };
  }

  return lazily(root);
}

const SPACE = 32;
/** A stop fits and what comes after it is the grammar's, or only the first. */
const SURE = 1;
const MAYBE = 2;

/** What an edge may begin with, looking past steps that may read nothing. */
function pathFirst(edge: Edge): First {
  const ops: Op[] = [edge.op];
  let node = edge.to;
  while (firstOf(ops).empty) {
    if (node.accept >= 0 || node.edges.length !== 1) return null;
    ops.push(node.edges[0]!.op);
    node = node.edges[0]!.to;
  }
  return firstOf(ops).first;
}

function codesOfPhrase(ops: readonly Op[]): Uint16Array {
  const letters = ops.map((op) => (op.kind === 'word' ? op.text : ' ')).join('');
  return Uint16Array.from(letters, (letter) => letter.charCodeAt(0));
}

function push(slot: number, start: number, end: number, value: number): void {
  const depth = trail.depth;
  trail.slot[depth] = slot;
  trail.start[depth] = start;
  trail.end[depth] = end;
  trail.value[depth] = value;
  trail.depth = depth + 1;
}

function slotStep(op: Op & { kind: 'slot' }): Step {
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

function named(slot: number, step: Step): Step {
  return (text, at) => {
    const end = step(text, at);
    if (end >= 0) push(slot, at, end, 0);
    return end;
  };
}

function optional(step: Step): Step {
  return (text, at) => {
    const depth = trail.depth;
    const end = step(text, at);
    if (end >= 0) return end;
    trail.depth = depth;
    return at;
  };
}

function choice(steps: readonly Step[]): Step {
  return (text, at) => {
    const depth = trail.depth;
    for (let i = 0; i < steps.length; i += 1) {
      const end = steps[i]!(text, at);
      if (end >= 0) return end;
      trail.depth = depth;
    }
    return -1;
  };
}
