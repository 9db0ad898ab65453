import { firstCharacters } from './fields.ts';
import { isDigit } from './found.ts';
import { isGap, type Op } from './template.ts';
import type { Edge, Node } from './trie.ts';

/** The plain folded characters that steps may begin with, in any order and any number of times; `null` means any character. */
export type First = string | null;

type Beginning = { readonly first: First; /** Whether the steps may read nothing at all. */ readonly empty: boolean };

/** Blanks and the marks between sentences. */
export const JOINS = ' .,;:';
/** What a folded text is closed by. */
export const END = '\0';

function unionOf(firsts: readonly First[]): First {
  let all = '';
  for (const first of firsts) {
    if (first === null) return null;
    all += first;
  }
  return all;
}

const includes = (first: First, code: number): boolean => first === null || first.includes(String.fromCharCode(code));

const isJoinCode = (code: number): boolean => includes(JOINS, code);

/** A word that is itself such a mark, or begins with one. */
const isMark = (word: string): boolean => JOINS.includes(word[0]!);

/** What a run of steps may begin with. */
export function firstOf(ops: readonly Op[]): Beginning {
  let all = '';
  for (const op of ops) {
    const { first, empty } = firstOfOp(op);
    if (first === null) return { first, empty: false };
    all += first;
    if (!empty) return { first: all, empty };
  }
  return { first: all, empty: true };
}

// oxlint-disable-next-line typescript/consistent-return -- every kind returns
function firstOfOp(op: Op): Beginning {
  switch (op.kind) {
    case 'word':
      return { first: op.text[0]!, empty: false };
    case 'blank':
      return { first: ' ', empty: false };
    case 'maybe-blank':
      return { first: ' ', empty: true };
    case 'join':
      return { first: JOINS, empty: true };
    case 'end':
      return { first: END + JOINS, empty: false };
    case 'slot':
      return { first: firstCharacters(op.field, op.currency), empty: false };
    case 'named':
      return firstOf(op.ops);
    case 'optional':
      return { first: firstOf(op.ops).first, empty: true };
    case 'choice': {
      const parts = op.branches.map(firstOf);
      return { first: unionOf(parts.map(({ first }) => first)), empty: parts.some(({ empty }) => empty) };
    }
  }
}

/** What may begin along an edge, looking past steps that may read nothing. A rule complete on the way lets anything follow. */
function firstAlong(edge: Edge): First {
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
function firstAfterJoin(node: Node): First {
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
  if (isGap(op) && isJoinCode(one)) return to.accept >= 0 || includes(firstAfterJoin(to), two);
  if (op.kind === 'word' && !isMark(op.text)) return beginsWord(op.text, one, two);
  if (isLongNumber(op) && !isDigit(two)) return false;
  return includes(firstAlong(edge), one);
}

/** Whether the second character has a say in that. */
export function asksNext({ op }: Edge, one: number): boolean {
  if (op.kind === 'word') return op.text.charCodeAt(0) === one;
  return isGap(op) ? isJoinCode(one) : isLongNumber(op);
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

/** A hyphen within a word may be left out, so what comes second there is not looked at. */
function beginsWord(word: string, one: number, two: number): boolean {
  if (word.charCodeAt(0) !== one) return false;
  return word.length === 1 || word[1] === '-' || word.charCodeAt(1) === two;
}

const PLAIN = 128;
const anything = new Uint8Array(PLAIN + 1).fill(1);

/** Which of the plain characters are in any of the sets, by code; the last place stands for all that are not plain. */
export function tableOf(firsts: readonly First[]): Uint8Array {
  const all = unionOf(firsts);
  if (all === null) return anything;
  const table = new Uint8Array(PLAIN + 1);
  for (let i = 0; i < all.length; i += 1) table[all.charCodeAt(i)] = 1;
  return table;
}
