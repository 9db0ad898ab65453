import { firstCharacters, isStrong } from './fields.ts';
import { keyOf, type Op } from './template.ts';
import type { Node } from './trie.ts';

/** One way a free text may end: the steps that must fit right after it, and what may begin after those. */
export type Stop = { readonly ops: readonly Op[]; readonly after: First };

/** The folded characters that steps may begin with. `null`: any. */
export type First = ReadonlySet<number> | null;

const END_OF_TEXT = 0;
const joinCodes = [32, 46, 44, 59, 58];

/** What a run of steps may begin with, and whether it may read nothing at all. */
export function firstOf(ops: readonly Op[]): { first: First; empty: boolean } {
  const first = new Set<number>();
  for (const op of ops) {
    const one = firstOfOp(op);
    if (one.first === null) return { first: null, empty: false };
    for (const code of one.first) first.add(code);
    if (!one.empty) return { first, empty: false };
  }
  return { first, empty: true };
}

function firstOfOp(op: Op): { first: First; empty: boolean } {
  switch (op.kind) {
    case 'word':
      return { first: new Set([op.text.charCodeAt(0)]), empty: false };
    case 'blank':
      return { first: new Set([32]), empty: false };
    case 'maybe-blank':
      return { first: new Set([32]), empty: true };
    case 'join':
      return { first: new Set(joinCodes), empty: true };
    case 'end':
      return { first: new Set([END_OF_TEXT, ...joinCodes]), empty: false };
    case 'slot': {
      const characters = firstCharacters(op.field);
      return { first: characters === null ? null : new Set([...characters].map((letter) => letter.charCodeAt(0))), empty: false };
    }
    case 'named':
      return firstOf(op.ops);
    case 'optional':
      return { ...firstOf(op.ops), empty: true };
    case 'choice':
      return union(op.branches.map(firstOf));
  }
}

function union(parts: readonly { first: First; empty: boolean }[]): { first: First; empty: boolean } {
  const empty = parts.some((part) => part.empty);
  if (parts.some((part) => part.first === null)) return { first: null, empty };
  return { first: new Set(parts.flatMap((part) => [...part.first!])), empty };
}

/** What may begin at a node. A node that completes a rule lets anything follow, but only these belong to the grammar. */
function firstAt(node: Node): First {
  const parts = node.edges.map((edge) => {
    const { first, empty } = firstOfOp(edge.op);
    if (!empty) return { first, empty };
    const further = firstAt(edge.to);
    return { first: first && further && new Set([...first, ...further]), empty };
  });
  return union(parts).first;
}

const atEnd: Op = { kind: 'end', key: '$' };
const isGrammar = (op: Op) => op.kind === 'word' || op.kind === 'slot' || op.kind === 'named' || op.kind === 'end';

/**
 * Every way a text that stands before `node` may end: the words that follow it in some rule, up to the first value
 * that no name could hold. Optional beginnings count as two ways, with and without.
 */
export function stopsAt(node: Node): readonly Stop[] {
  const stops = new Map<string, Stop>();
  const add = (ops: readonly Op[], after: First) => {
    const whole = ops.some(isGrammar) ? ops : [...ops, atEnd];
    stops.set(keyOf(whole), { ops: whole, after });
  };

  function fromNode(at: Node, path: readonly Op[]): void {
    for (const edge of at.edges) walk([edge.op], edge.to, path);
    if (at.accept >= 0 && (at.edges.length === 0 || path.some(isGrammar))) add(path, null);
  }

  function walk(pending: readonly Op[], next: Node, path: readonly Op[]): void {
    const [op, ...rest] = pending;
    if (!op) return fromNode(next, path);
    const begun = path.some(isGrammar);
    if (op.kind === 'slot' && op.field === 'text') return add(path, null);
    if (op.kind === 'slot' && isStrong(op.field)) return add([...path, op], firstAfter(rest, next));
    if (op.kind === 'optional' && !begun) {
      walk([...op.ops, ...rest], next, path);
      return walk(rest, next, path);
    }
    if (op.kind === 'choice' && !begun) {
      for (const branch of op.branches) walk([...branch, ...rest], next, path);
      return;
    }
    walk(rest, next, [...path, op]);
  }

  fromNode(node, []);
  return [...stops.values()];
}

function firstAfter(rest: readonly Op[], next: Node): First {
  const { first, empty } = firstOf(rest);
  if (!empty || first === null) return first;
  const further = firstAt(next);
  return further && new Set([...first, ...further]);
}
