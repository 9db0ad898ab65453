import { firstCharacters } from './fields.ts';
import type { Op } from './template.ts';
import type { Edge, Node } from './trie.ts';

/** The folded characters that steps may begin with; `null` means any. */
export type First = ReadonlySet<number> | null;

type Beginning = { readonly first: First; /** Whether the steps may read nothing at all. */ readonly empty: boolean };

const END_OF_TEXT = 0;
const joinCodes = [32, 46, 44, 59, 58];

/** What a run of steps may begin with. */
export function firstOf(ops: readonly Op[]): Beginning {
  const first = new Set<number>();
  for (const op of ops) {
    const one = firstOfOp(op);
    if (one.first === null) return { first: null, empty: false };
    for (const code of one.first) first.add(code);
    if (!one.empty) return { first, empty: false };
  }
  return { first, empty: true };
}

// oxlint-disable-next-line typescript/consistent-return -- every kind returns
function firstOfOp(op: Op): Beginning {
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
      const characters = firstCharacters(op.field, op.currency);
      return { first: characters === null ? null : new Set(codesIn(characters)), empty: false };
    }
    case 'named':
      return firstOf(op.ops);
    case 'optional':
      return { first: firstOf(op.ops).first, empty: true };
    case 'choice':
      return union(op.branches.map(firstOf));
  }
}

const codesIn = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0));

function union(parts: readonly Beginning[]): Beginning {
  const empty = parts.some((part) => part.empty);
  if (parts.some((part) => part.first === null)) return { first: null, empty };
  return { first: new Set(parts.flatMap((part) => [...part.first!])), empty };
}

/** What may begin along an edge, looking past steps that may read nothing. A rule complete on the way lets anything follow. */
export function firstAlong(edge: Edge): First {
  const known = alongs.get(edge);
  if (known !== undefined) return known;
  const first = computeAlong(edge);
  alongs.set(edge, first);
  return first;
}

/** A grammar does not change once it is built, so each answer is worked out once. */
const alongs = new WeakMap<Edge, First>();
const ats = new WeakMap<Node, First>();

function computeAlong(edge: Edge): First {
  const { first, empty } = firstOfOp(edge.op);
  if (!empty || first === null) return first;
  if (edge.to.accept >= 0) return null;
  const further = edge.to.edges.map(firstAlong);
  return further.includes(null) ? null : new Set([...first, ...further.flatMap((set) => [...set!])]);
}

/** What the grammar itself may go on with at a node, whatever else may follow a rule that is complete there. */
export function firstAt(node: Node): First {
  const known = ats.get(node);
  if (known !== undefined) return known;
  const first = computeAt(node);
  ats.set(node, first);
  return first;
}

function computeAt(node: Node): First {
  return union(
    node.edges.map((edge) => {
      const { first, empty } = firstOfOp(edge.op);
      const further = empty ? firstAt(edge.to) : first;
      return { first: first && further && new Set([...first, ...further]), empty };
    }),
  ).first;
}

/** What may stand at a node once the blanks and marks before it are read. */
export function firstAfterJoin(node: Node): First {
  const sets = node.edges.map((edge): First => {
    const isGap = edge.op.kind === 'blank' || edge.op.kind === 'maybe-blank' || edge.op.kind === 'join';
    if (isGap) return edge.to.accept >= 0 ? null : firstAfterJoin(edge.to);
    // A word that is itself such a mark: what follows it is not looked at here.
    if (edge.op.kind === 'word' && joinCodes.includes(edge.op.text.charCodeAt(0))) return null;
    return firstAlong(edge);
  });
  return sets.includes(null) ? null : new Set(sets.flatMap((set) => [...set!]));
}

/** Which of the plain characters are in any of the sets; 128 stands for all that are not plain. */
export function tableOf(sets: readonly First[]): Uint8Array {
  const table = new Uint8Array(129);
  for (const set of sets) for (let code = 0; code <= 128; code += 1) if (set === null || set.has(code)) table[code] = 1;
  return table;
}
