import type { Rule } from './rule.ts';
import { type Op, templateReader } from './template.ts';

/** A place in the grammar: what may come next, and the rule that is complete here. */
export type Node = { readonly edges: Edge[]; accept: number };
export type Edge = { readonly op: Op; readonly to: Node };

const emptyNode = (): Node => ({ edges: [], accept: -1 });

/** Whether a step is free text. */
export const isText = (op: Op) => op.kind === 'slot' && op.field === 'text';

/** Two rules read the very same messages: the later one could never be reached. */
export type Unreachable = { readonly rule: number; readonly behind: number };

/**
 * All rules as one tree of steps, beginnings shared. At each place the rule stated first is tried first, and free
 * text after everything else, since it takes whatever stands there.
 */
export function buildTrie(rules: readonly Rule[]): {
  readonly root: Node;
  readonly unreachable: readonly Unreachable[];
} {
  const root = emptyNode();
  const unreachable: Unreachable[] = [];
  const readers = new Map<Rule['grammar'], ReturnType<typeof templateReader>>();
  rules.forEach((rule, index) => {
    const read = readers.get(rule.grammar) ?? templateReader(rule.grammar.currency, rule.grammar.clauses);
    readers.set(rule.grammar, read);
    for (const path of pathsOf(read(rule.template))) {
      const last = path.reduce(grow, root);
      if (last.accept < 0) last.accept = index;
      else if (last.accept !== index) unreachable.push({ rule: index, behind: last.accept });
    }
  });
  return { root, unreachable };
}

const holdsText = (op: Op): boolean =>
  isText(op) ||
  (op.kind === 'optional' && op.ops.some(holdsText)) ||
  (op.kind === 'choice' && op.branches.some((branch) => branch.some(holdsText)));

/**
 * The paths a template stands for. Free text may only stand on a branch of the tree, and what follows it decides where
 * it ends: so an optional part or choice with text in it, or right after text, becomes several paths.
 */
function pathsOf(ops: readonly Op[]): readonly (readonly Op[])[] {
  return extendAll({ ops: [], afterText: false }, ops).map((path) => path.ops);
}

type Path = { readonly ops: Op[]; readonly afterText: boolean };

function extendAll(path: Path, ops: readonly Op[]): Path[] {
  let paths = [path];
  for (const op of ops) paths = paths.length === 1 ? extend(paths[0]!, op) : paths.flatMap((one) => extend(one, op));
  return paths;
}

const copyOf = (path: Path): Path => ({ ops: [...path.ops], afterText: path.afterText });

/** Adds a step to a path, which is used up. */
function extend(path: Path, op: Op): Path[] {
  const parts = path.afterText || holdsText(op);
  if (parts && op.kind === 'optional') return [...extendAll(copyOf(path), op.ops), path];
  if (parts && op.kind === 'choice') return op.branches.flatMap((branch) => extendAll(copyOf(path), branch));
  path.ops.push(op);
  return [{ ops: path.ops, afterText: isText(op) || (path.afterText && isGap(op)) }];
}

const isGap = (op: Op) => op.kind === 'blank' || op.kind === 'maybe-blank' || op.kind === 'join';

/** The node after `op`, made if it is not there yet. */
function grow(node: Node, op: Op): Node {
  const known = node.edges.find((edge) => edge.op.key === op.key);
  if (known) return known.to;
  const to = emptyNode();
  const firstText = node.edges.findIndex((edge) => isText(edge.op));
  node.edges.splice(isText(op) || firstText < 0 ? node.edges.length : firstText, 0, { op, to });
  return to;
}
