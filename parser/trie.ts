import type { Rule } from './rule.ts';
import { type Op, templateReader } from './template.ts';

/** A place in the grammar: what may come next, and the rule that is complete here. */
export type Node = { readonly edges: Edge[]; accept: number };
export type Edge = { readonly op: Op; readonly to: Node };

const emptyNode = (): Node => ({ edges: [], accept: -1 });

const isText = (op: Op) => op.kind === 'slot' && op.field === 'text';

/** Two rules read the very same messages: the later one could never be reached. */
export type Unreachable = { readonly rule: number; readonly behind: number };

/**
 * All rules as one tree of steps, beginnings shared. At each place the rule stated first is tried first, and free
 * text after everything else, since it takes whatever stands there.
 */
export function buildTrie(rules: readonly Rule[]): { readonly root: Node; readonly unreachable: readonly Unreachable[] } {
  const root = emptyNode();
  const unreachable: Unreachable[] = [];
  const readers = new Map<Rule['grammar'], ReturnType<typeof templateReader>>();
  rules.forEach((rule, index) => {
    const read = readers.get(rule.grammar) ?? templateReader(rule.grammar.currency, rule.grammar.clauses);
    readers.set(rule.grammar, read);
    for (const path of pathsOf(read(rule.template))) {
      const last = path.reduce(step, root);
      if (last.accept >= 0) unreachable.push({ rule: index, behind: last.accept });
      else last.accept = index;
    }
  });
  return { root, unreachable };
}

const holdsText = (op: Op): boolean =>
  isText(op) ||
  (op.kind === 'optional' && op.ops.some(holdsText)) ||
  (op.kind === 'choice' && op.branches.some((branch) => branch.some(holdsText)));

/** Free text may only stand on a branch of the tree, so an optional part or choice with text in it becomes several paths. */
function pathsOf(ops: readonly Op[]): readonly (readonly Op[])[] {
  const [op, ...rest] = ops;
  if (!op) return [[]];
  const further = pathsOf(rest);
  return waysOf(op).flatMap((way) => further.map((path) => [...way, ...path]));
}

function waysOf(op: Op): readonly (readonly Op[])[] {
  if (!holdsText(op)) return [[op]];
  if (op.kind === 'optional') return [...pathsOf(op.ops), []];
  if (op.kind === 'choice') return op.branches.flatMap(pathsOf);
  return [[op]];
}

function step(node: Node, op: Op): Node {
  const known = node.edges.find((edge) => edge.op.key === op.key);
  if (known) return known.to;
  const to = emptyNode();
  const firstText = node.edges.findIndex((edge) => isText(edge.op));
  node.edges.splice(isText(op) || firstText < 0 ? node.edges.length : firstText, 0, { op, to });
  return to;
}
