import { isStrong, matcherOf, slotNames } from './fields.ts';
import { firstAfterJoin, firstAlong, firstAt, firstOf, tableOf } from './first.ts';
import { found } from './found.ts';
import {
  accept,
  atEnd,
  inOrder,
  isJoin,
  JOIN,
  join,
  MAYBE_BLANK,
  maybeBlank,
  nothing,
  phrase,
  type Step,
  wordCodes,
} from './steps.ts';
import { keyOf, type Op } from './template.ts';
import { push, trail } from './trail.ts';
import { type Edge, isText, type Node } from './trie.ts';

/** Told of every step that did not fit. Only the slow run that explains a failure has one. */
export type Witness = {
  /** `ops` were expected at `at`. */
  failed(at: number, ops: readonly Op[]): void;
  /** The way on that ends at `node` is about to be tried. */
  entering(node: Node): void;
  /** None of the ways on from `node` fitted at `at`. */
  stuck(at: number, node: Node): void;
  /** A place where the free text might end is about to be tried. */
  trying(end: number): void;
  /** No end was found for the free text that begins at `at`; `node` is what would follow it. */
  endless(at: number, node: Node): void;
};

/**
 * Where a step stands to the free text before it: right after it, `fresh`; with words of the grammar between, `begun`;
 * or with a proof between, or no text at all, `closed`.
 */
type Place = 'closed' | 'fresh' | 'begun';

/** Longest free text in code units, blanks aside; a name or reference beyond it is not one. */
const LONGEST_TEXT = 512;
const SPACE = 32;

/**
 * Turns the tree into closures, each part when it is first reached. The result reads a message from `at` and gives
 * the number of the rule that fitted, or -1; `trail` then holds its slots and `found.end` where it ended.
 *
 * The time is linear in the text whatever the text is. Every step ends in one place only, a free text is scanned once,
 * what is tried at each place of it is bounded, and the first value after it that no name could hold makes its end final.
 */
export function compile(root: Node, witness: Witness | null = null): Step {
  return new Compiler(witness).follow(root, 'closed');
}

/** What compiling one tree shares: steps that read the same are made once. */
class Compiler {
  private readonly known = new Map<string, Step>();
  private readonly witness: Witness | null;

  constructor(witness: Witness | null) {
    this.witness = witness;
  }

  private kept(key: string, make: () => Step, ops: readonly Op[]): Step {
    const { witness } = this;
    const step = this.known.get(key) ?? (witness ? watched(make(), ops, witness) : make());
    this.known.set(key, step);
    return step;
  }

  // oxlint-disable-next-line typescript/consistent-return -- every kind returns
  private valueStep(op: Op): Step {
    switch (op.kind) {
      case 'slot':
        return slotStep(op);
      case 'named':
        return named(slotNames.indexOf(op.slot), this.sequence(op.ops));
      case 'optional':
        return optional(op.ops, (ops) => this.sequence(ops));
      case 'choice':
        return choice(op.branches, (ops) => this.sequence(ops));
      case 'end':
        return atEnd;
      case 'word':
      case 'blank':
      case 'maybe-blank':
      case 'join':
        throw new Error(`${op.kind} is part of a phrase`);
    }
  }

  private sequence(ops: readonly Op[]): Step {
    return inOrder(this.steps(ops));
  }

  /** Steps in a row; words and what may stand between them become one phrase. */
  private steps(ops: readonly Op[]): readonly Step[] {
    const steps: Step[] = [];
    for (let i = 0; i < ops.length;) {
      let end = i;
      while (end < ops.length && isLiteral(ops[end]!)) end += 1;
      const words = ops.slice(i, Math.max(end, i + 1));
      const make = () => (end > i ? phrase(codesOf(words)) : this.valueStep(words[0]!));
      steps.push(this.kept(keyOf(words), make, words));
      i += words.length;
    }
    return steps;
  }

  /** What follows an edge: the steps up to the next free text, fork or end as one run, then that. */
  private branch(edge: Edge, from: Place): Step {
    const steps: Step[] = [];
    let place = from;
    let ops: Op[] = [];
    for (let next = edge; ; next = next.to.edges[0]!) {
      if (isText(next.op)) return inOrder([...steps, ...this.steps(ops), this.textStep(next, place)]);
      ops.push(next.op);
      if (place !== 'closed' && isGrammar(next.op)) place = 'begun';
      if (place === 'begun' && isProof(next.op)) {
        steps.push(...this.steps(ops), isMoment(next.op) ? cutIfGoesOn(next.to) : cutHere);
        ops = [];
        place = 'closed';
      }
      if (next.to.edges.length !== 1 || next.to.accept >= 0) {
        return inOrder([...steps, ...this.steps(ops), this.follow(next.to, place)]);
      }
    }
  }

  /** What may stand at a node. */
  follow(node: Node, place: Place): Step {
    if (node.edges.length === 0) return complete(node.accept, place);
    return this.fork(node, place);
  }

  /** Tries what may come next in the order of the rules, looking only at what can begin with the character here. */
  private fork(node: Node, place: Place): Step {
    const { edges } = node;
    const { witness } = this;
    const done = node.accept < 0 ? null : complete(node.accept, place);
    const open = place !== 'closed';
    // Made when a message first comes here, so that a cold start pays only for the wordings it meets.
    const branches: (Step | undefined)[] = edges.map(() => undefined);
    const table: (Uint8Array | undefined)[] = [];
    return (text, at) => {
      const code = text[at]! < 128 ? text[at]! : 128;
      const ways = (table[code] ??= waysFor(edges, code));
      const depth = trail.depth;
      for (let i = 0; i < ways.length; i += 1) {
        const way = ways[i]!;
        witness?.entering(edges[way]!.to);
        const branch = (branches[way] ??= this.branch(edges[way]!, place));
        const answer = branch(text, at);
        if (answer >= 0) return answer;
        if (open && trail.cut) return -1;
        trail.depth = depth;
      }
      if (done !== null) return done(text, at);
      witness?.stuck(at, node);
      return -1;
    };
  }

  /** Reads a free text: it ends at the first place where what follows it in some rule fits. */
  private textStep(edge: Edge, place: Place): Step {
    const { witness } = this;
    // Only slots are free text, as `isText` made sure.
    const slot = edge.op.kind === 'slot' && edge.op.slot !== null ? slotNames.indexOf(edge.op.slot) : -1;
    const next = this.follow(edge.to, 'fresh');
    const begins = tableOf([firstAt(edge.to), END_OF_TEXT]);
    const afterJoin = tableOf([firstAfterJoin(edge.to), joinsAndEnd]);
    const nested = place !== 'closed';

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
      let room = text[at] === 0 ? 0 : LONGEST_TEXT;
      trail.lenient = false;
      for (let end = at + 1; room > 0; end += 1) {
        const code = text[end]!;
        // The end of the text would fit as well, but what was found on the way is the better end.
        if (fallback >= 0 && isEnding(text, end, code)) break;
        if (code < 128 && begins[code] === 1 && mayEnd(text, end, code, afterJoin)) {
          trail.weak = false;
          const answer = tryEnd(text, at, end, depth);
          if (answer >= 0 || trail.cut) return answer;
          if (trail.weak && fallback < 0) fallback = end;
        }
        if (code === 0) break;
        if (code !== SPACE) room -= 1;
      }
      trail.lenient = fallback >= 0;
      const answer = fallback < 0 ? -1 : tryEnd(text, at, fallback, depth);
      trail.lenient = false;
      if (answer < 0) witness?.endless(at, edge.to);
      trail.cut = nested;
      return answer;
    };
  }
}

const isLiteral = (op: Op) =>
  op.kind === 'word' || op.kind === 'blank' || op.kind === 'maybe-blank' || op.kind === 'join';

const isGrammar = (op: Op) => op.kind === 'word' || op.kind === 'slot' || op.kind === 'named' || op.kind === 'end';

/** Whether reading this proves that the words before it were the grammar's and not part of a name. */
function isProof(op: Op): boolean {
  if (op.kind === 'slot') return isStrong(op.field);
  return op.kind === 'choice' && op.branches.every((branch) => branch.some(isProof));
}

function codesOf(ops: readonly Op[]): Uint8Array {
  return Uint8Array.from(
    ops.flatMap((op) => {
      if (op.kind === 'word') return wordCodes(op.text);
      return [op.kind === 'join' ? JOIN : op.kind === 'maybe-blank' ? MAYBE_BLANK : SPACE];
    }),
  );
}

const END_OF_TEXT = new Set([0]);
const joinsAndEnd = new Set([0, 32, 46, 44, 59, 58]);
const sentenceEnds = new Set([0, 46, 44]);

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
const cutHere: Step = (_, at) => {
  trail.cut = true;
  return at;
};

/** A reference may hold a whole moment, so a moment is not. */
const isMoment = (op: Op) => op.kind === 'slot' && op.field === 'time';

/** A moment was read: if the text goes on as the grammar would, the end of the free text before it is final. */
function cutIfGoesOn(node: Node): Step {
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

/** Which edges can begin with a character; 128 stands for all that are not plain. */
function waysFor(edges: readonly Edge[], code: number): Uint8Array {
  const ways = edges.flatMap((edge, i) => {
    const first = firstAlong(edge);
    return first === null || first.has(code) ? [i] : [];
  });
  return Uint8Array.from(ways);
}

/** A rule may be complete right after free text only where the text ends: else there is no saying how much is the text's. */
const complete = (rule: number, place: Place): Step =>
  place === 'fresh' ? inOrder([atEnd, accept(rule)]) : accept(rule);

function watched(step: Step, ops: readonly Op[], witness: Witness): Step {
  return (text, at) => {
    const end = step(text, at);
    if (end < 0) witness.failed(at, ops);
    return end;
  };
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

/** An optional part: what joins it to the text before is read once, and a character it cannot begin with ends the matter. */
function optional(ops: readonly Op[], sequence: (ops: readonly Op[]) => Step): Step {
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

function choice(branches: readonly (readonly Op[])[], sequence: (ops: readonly Op[]) => Step): Step {
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
