import type { Rule } from './rule.ts';
import { chain, isGap, type Op, type Rest, templateReader, type TemplateReader } from './template.ts';

/** A way on: one step, and the place it leads to. */
export type Edge = { readonly op: Op; readonly to: Node };

/** Whether a step is free text. */
export const isText = (op: Op): boolean => op.kind === 'slot' && op.field === 'text';

/** How far a rule has come on one of its paths. `read` reads on in its template. */
type Path = { readonly rule: number; readonly read: () => Rest | null; readonly afterText: boolean };

type Grown = { readonly edges: readonly Edge[]; readonly accept: number; readonly behind: readonly number[] };

/**
 * A place in the grammar: what may come next, and the rule that is complete here. Worked out from the rules that come
 * by when first asked for, so that a message costs no more of the grammar than it meets.
 */
export class Node {
  private readonly paths: Path[] = [];
  private grown: Grown | null = null;

  /** Lets one more rule come by. Only while the node before is worked out. */
  pass(path: Path): void {
    this.paths.push(path);
  }

  /** What may come next: the rule stated first is tried first, and free text after everything else. */
  get edges(): readonly Edge[] {
    this.grown ??= grow(this.paths);
    return this.grown.edges;
  }

  /** The number of the rule that is complete here, or -1. */
  get accept(): number {
    this.grown ??= grow(this.paths);
    return this.grown.accept;
  }

  /** The rules that read the very same messages as `accept`, and so can never be reached. */
  get behind(): readonly number[] {
    this.grown ??= grow(this.paths);
    return this.grown.behind;
  }
}

/** All rules as one tree of steps, beginnings shared. */
export function buildTrie(rules: readonly Rule[]): Node {
  const root = new Node();
  const readers = new Map<Rule['grammar'], TemplateReader>();
  rules.forEach(({ grammar, template }, rule) => {
    const reader = readers.get(grammar) ?? templateReader(grammar.currency, grammar.clauses);
    readers.set(grammar, reader);
    root.pass({ rule, read: () => reader.rest(template), afterText: false });
  });
  return root;
}

/** Two rules read the very same messages: the later one could never be reached. */
export type Unreachable = { readonly rule: number; readonly behind: number };

/** Every rule that can never be reached. Works out the whole tree. */
export function unreachableIn(node: Node): readonly Unreachable[] {
  const here = node.behind.map((rule) => ({ rule, behind: node.accept }));
  return [...here, ...node.edges.flatMap(({ to }) => unreachableIn(to))];
}

function grow(paths: readonly Path[]): Grown {
  const plain = new Map<string, Edge>();
  const texts = new Map<string, Edge>();
  const behind: number[] = [];
  let accept = -1;

  function step(rest: Rest | null, rule: number, afterText: boolean): void {
    if (rest === null) {
      if (accept < 0) accept = rule;
      else if (accept !== rule) behind.push(rule);
      return;
    }
    const { op } = rest;
    // Free text may only stand on a branch of the tree, and what follows it decides where it ends: so an optional part
    // or choice with text in it, or right after text, becomes several paths.
    const parts = afterText || op.free;
    const further = () => rest.next;
    if (parts && op.kind === 'optional') {
      step(chain(op.ops, further), rule, afterText);
      step(rest.next, rule, afterText);
    } else if (parts && op.kind === 'choice') {
      for (const branch of op.branches) step(chain(branch, further), rule, afterText);
    } else {
      const edges = isText(op) ? texts : plain;
      const edge = edges.get(op.key) ?? { op, to: new Node() };
      edges.set(op.key, edge);
      edge.to.pass({ rule, read: further, afterText: isText(op) || (afterText && isGap(op)) });
    }
  }

  for (const { rule, read, afterText } of paths) step(read(), rule, afterText);
  return { edges: [...plain.values(), ...texts.values()], accept, behind };
}
