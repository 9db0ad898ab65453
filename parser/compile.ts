import { isStrong, slotNames } from './fields.ts';
import { firstAlong, has } from './first.ts';
import { cutHere, cutIfGoesOn, freeText } from './free-text.ts';
import { accept, atEnd, inOrder, JOIN, MAYBE_BLANK, phrase, SPACE, type Step, wordCodes } from './steps.ts';
import { keyOf, type Op } from './template.ts';
import { trail } from './trail.ts';
import { type Edge, isText, type Node } from './trie.ts';
import { choice, named, optional, slotStep } from './value-steps.ts';
import { watched, type Witness } from './witness.ts';

/**
 * Where a step stands to the free text before it: right after it, `fresh`; with words of the grammar between, `begun`;
 * or with a proof between, or no text at all, `closed`.
 */
type Place = 'closed' | 'fresh' | 'begun';

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

  /** A free text and what may follow it. */
  private textStep({ op, to }: Edge, place: Place): Step {
    // Only slots are free text, as `isText` made sure.
    const slot = op.kind === 'slot' && op.slot !== null ? slotNames.indexOf(op.slot) : -1;
    return freeText(slot, to, this.follow(to, 'fresh'), place !== 'closed', this.witness);
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

/** A reference may hold a whole moment, so a moment is not. */
const isMoment = (op: Op) => op.kind === 'slot' && op.field === 'time';

function codesOf(ops: readonly Op[]): Uint8Array {
  return Uint8Array.from(
    ops.flatMap((op) => {
      if (op.kind === 'word') return wordCodes(op.text);
      return [op.kind === 'join' ? JOIN : op.kind === 'maybe-blank' ? MAYBE_BLANK : SPACE];
    }),
  );
}

/** Which edges can begin with a character; 128 stands for all that are not plain. */
function waysFor(edges: readonly Edge[], code: number): Uint8Array {
  const ways = edges.flatMap((edge, i) => {
    const first = firstAlong(edge);
    return first === null || (code < 128 && has(first, code)) ? [i] : [];
  });
  return Uint8Array.from(ways);
}

/** A rule may be complete right after free text only where the text ends: else there is no saying how much is the text's. */
const complete = (rule: number, place: Place): Step =>
  place === 'fresh' ? inOrder([atEnd, accept(rule)]) : accept(rule);
