import { firstCharacters } from './fields.ts';
import { isDigit } from './found.ts';
import { isGap, type Op } from './template.ts';
import type { Edge, Node } from './trie.ts';

/** The plain folded characters that steps may begin with, a bit each; `null` means any. */
export type First = Uint32Array | null;

type Beginning = { readonly first: First; /** Whether the steps may read nothing at all. */ readonly empty: boolean };

const WORDS = 4;

/** A set of plain characters. */
export function setOf(codes: Iterable<number>): Uint32Array {
  const set = new Uint32Array(WORDS);
  for (const code of codes) if (code < 128) set[code >>> 5]! |= 1 << (code & 31);
  return set;
}

/** Whether a plain character is in a set. */
export const has = (set: Uint32Array, code: number): boolean => ((set[code >>> 5]! >>> (code & 31)) & 1) === 1;

function add(set: Uint32Array, more: Uint32Array): void {
  for (let i = 0; i < WORDS; i += 1) set[i]! |= more[i]!;
}

function unionOf(sets: readonly First[]): First {
  const all = new Uint32Array(WORDS);
  for (const set of sets) {
    if (set === null) return null;
    add(all, set);
  }
  return all;
}

const codesIn = (letters: string) => setOf(Array.from(letters, (letter) => letter.charCodeAt(0)));

const joins = codesIn(' .,;:');
const blank = codesIn(' ');
const end = setOf([0, ...Array.from(' .,;:', (letter) => letter.charCodeAt(0))]);

/** A word that is itself such a mark, or begins with one. */
const isMark = (word: string): boolean => has(joins, word.charCodeAt(0));

/** What a run of steps may begin with. */
export function firstOf(ops: readonly Op[]): Beginning {
  const first = new Uint32Array(WORDS);
  for (const op of ops) {
    const one = firstOfOp(op);
    if (one.first === null) return { first: null, empty: false };
    add(first, one.first);
    if (!one.empty) return { first, empty: false };
  }
  return { first, empty: true };
}

// oxlint-disable-next-line typescript/consistent-return -- every kind returns
function firstOfOp(op: Op): Beginning {
  switch (op.kind) {
    case 'word':
      return { first: setOf([op.text.charCodeAt(0)]), empty: false };
    case 'blank':
      return { first: blank, empty: false };
    case 'maybe-blank':
      return { first: blank, empty: true };
    case 'join':
      return { first: joins, empty: true };
    case 'end':
      return { first: end, empty: false };
    case 'slot': {
      const characters = firstCharacters(op.field, op.currency);
      return { first: characters === null ? null : codesIn(characters), empty: false };
    }
    case 'named':
      return firstOf(op.ops);
    case 'optional':
      return { first: firstOf(op.ops).first, empty: true };
    case 'choice': {
      const parts = op.branches.map(firstOf);
      return { first: unionOf(parts.map((part) => part.first)), empty: parts.some((part) => part.empty) };
    }
  }
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
  return unionOf([first, ...edge.to.edges.map(firstAlong)]);
}

/** What the grammar itself may go on with at a node, whatever else may follow a rule that is complete there. */
export function firstAt(node: Node): First {
  const known = ats.get(node);
  if (known !== undefined) return known;
  const first = unionOf(
    node.edges.map((edge) => {
      const beginning = firstOfOp(edge.op);
      return beginning.empty ? unionOf([beginning.first, firstAt(edge.to)]) : beginning.first;
    }),
  );
  ats.set(node, first);
  return first;
}

/** What may stand at a node once the blanks and marks before it are read. */
export function firstAfterJoin(node: Node): First {
  const sets = node.edges.map((edge): First => {
    if (isGap(edge.op)) return edge.to.accept >= 0 ? null : firstAfterJoin(edge.to);
    // A word that is itself such a mark: what follows it is not looked at here.
    if (edge.op.kind === 'word' && isMark(edge.op.text)) return null;
    return firstAlong(edge);
  });
  return unionOf(sets);
}

/**
 * Whether the way along an edge can begin with the two characters here, 128 standing for any that is not plain; where the
 * first is a blank or mark, the second is the first after all such. Says yes where only reading on can tell.
 */
export function mayBegin(edge: Edge, one: number, two: number): boolean {
  const { op, to } = edge;
  if (isGap(op) && has(joins, one)) return to.accept >= 0 || includes(firstAfterJoin(to), two);
  if (op.kind === 'word' && !isMark(op.text)) return beginsWord(op.text, one, two);
  if (isLongNumber(op) && !isDigit(two)) return false;
  return includes(firstAlong(edge), one);
}

/** Whether the second character has a say in that. */
export function asksNext({ op }: Edge, one: number): boolean {
  if (op.kind === 'word') return op.text.charCodeAt(0) === one;
  return isGap(op) ? has(joins, one) : isLongNumber(op);
}

/** Phones and shortcodes are never one digit alone. */
const isLongNumber = (op: Op): boolean => op.kind === 'slot' && (op.field === 'phone' || op.field === 'shortcode');

/** Whether what may stand at a node can begin with two characters, once the blanks and marks before it are read. */
export function mayStand(node: Node, one: number, two: number): boolean {
  return node.edges.some((edge) => {
    if (isGap(edge.op)) return edge.to.accept >= 0 || mayStand(edge.to, one, two);
    return (edge.op.kind === 'word' && isMark(edge.op.text)) || mayBegin(edge, one, two);
  });
}

const includes = (first: First, code: number): boolean => first === null || (code < 128 && has(first, code));

/** A hyphen within a word may be left out, so what comes second there is not looked at. */
function beginsWord(word: string, one: number, two: number): boolean {
  if (word.charCodeAt(0) !== one) return false;
  return word.length === 1 || word[1] === '-' || word.charCodeAt(1) === two;
}

/** Which of the plain characters are in any of the sets; 128 stands for all that are not plain. */
export function tableOf(sets: readonly First[]): Uint8Array {
  const all = unionOf(sets);
  if (all === null) return new Uint8Array(129).fill(1);
  const table = new Uint8Array(129);
  for (let code = 0; code < 128; code += 1) if (has(all, code)) table[code] = 1;
  return table;
}
