import type { Rule } from './rule.ts';
import { type Before, chain, isGap, type Op, type Rest, templateReader, type TemplateReader } from './template.ts';

/** A way on: one step, and the place it leads to. */
export type Edge = { readonly op: Op; readonly to: Node };

/** Whether a step is free text. */
export const isText = (op: Op): boolean => op.kind === 'slot' && op.field === 'text';

/** How far a rule has come on one of its paths: what stands there is what follows `before`. */
type Path = { readonly rule: number; readonly before: Before; readonly afterText: boolean };

/**
 * A place in the grammar: what may come next, and the rule that is complete here. Worked out from the rules that come
 * by when first asked for, so that a message costs no more of the grammar than it meets.
 */
export class Node {
  private paths: Path[] = [];
  private grown: Growth | null = null;

  /** Lets one more rule come by. Only while the node before is worked out. */
  pass(path: Path): void {
    this.paths.push(path);
  }

  /** What may come next: the rule stated first is tried first, and free text after everything else. */
  get edges(): readonly Edge[] {
    return (this.grown ?? this.grow()).edges;
  }

  /** The number of the rule that is complete here, or -1. */
  get accept(): number {
    return (this.grown ?? this.grow()).accept;
  }

  /** The rules that read the very same messages as `accept`, and so can never be reached. */
  get behind(): readonly number[] {
    return (this.grown ?? this.grow()).behind;
  }

  private grow(): Growth {
    const grown = new Growth();
    for (const { rule, before, afterText } of this.paths) grown.add(before.next, rule, afterText);
    grown.edges.push(...grown.texts);
    this.paths = [];
    this.grown = grown;
    return grown;
  }
}

/** What comes of the paths through one place. */
class Growth {
  readonly edges: Edge[] = [];
  /** The edges of free text, which come last. */
  readonly texts: Edge[] = [];
  readonly behind: number[] = [];
  accept = -1;
  private last: Edge | null = null;
  private byKey: Map<string, Edge> | null = null;

  /** Lets a rule come on with these steps. */
  add(rest: Rest | null, rule: number, afterText: boolean): void {
    if (rest === null) {
      this.complete(rule);
      return;
    }
    const { op } = rest;
    // Free text may only stand on a branch of the tree, and what follows it decides where it ends: so an optional part
    // or choice with text in it, or right after text, becomes several paths.
    const parts = afterText || op.free;
    if (parts && op.kind === 'optional') {
      this.add(chain(op.ops, rest), rule, afterText);
      this.add(rest.next, rule, afterText);
    } else if (parts && op.kind === 'choice') {
      for (const branch of op.branches) this.add(chain(branch, rest), rule, afterText);
    } else {
      const stillText = isText(op) || (afterText && isGap(op));
      this.along(op).to.pass({ rule, before: rest, afterText: stillText });
    }
  }

  private complete(rule: number): void {
    if (this.accept < 0) this.accept = rule;
    else if (this.accept !== rule) this.behind.push(rule);
  }

  /** The edge of a step; rules that stand side by side mostly share it, and most places have only one. */
  private along(op: Op): Edge {
    if (this.last?.op.key === op.key) return this.last;
    if (this.last !== null) this.byKey ??= new Map([[this.last.op.key, this.last]]);
    const edge = this.byKey?.get(op.key) ?? this.begin(op);
    this.last = edge;
    return edge;
  }

  private begin(op: Op): Edge {
    const edge = { op, to: new Node() };
    (isText(op) ? this.texts : this.edges).push(edge);
    this.byKey?.set(op.key, edge);
    return edge;
  }
}

/** All rules as one tree of steps, beginnings shared. */
export function buildTrie(rules: readonly Rule[]): Node {
  const root = new Node();
  const readers = new Map<Rule['grammar'], TemplateReader>();
  rules.forEach(({ grammar, template }, rule) => {
    const reader = readers.get(grammar) ?? templateReader(grammar.currency, grammar.clauses);
    readers.set(grammar, reader);
    root.pass({ rule, before: reader.start(template), afterText: false });
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
