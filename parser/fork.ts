import { asksNext, mayBegin } from './first.ts';
import { isJoin, pastJoin } from './gaps.ts';
import type { Step } from './program.ts';
import type { Edge, Node } from './trie.ts';

/** The ways on that two characters leave, in the order of the rules. */
export type Ways = {
  readonly edges: readonly Edge[];
  /** The program along each edge, once a message has come there. */
  readonly steps: (Step | null)[];
  /** The only way, where there is no other and no rule is complete. */
  readonly only: Step | null;
};

/** The ways for a first character: one answer whatever comes next, or one for each. */
type Row = { readonly whatever: Ways | null; readonly ways: (Ways | undefined)[] };

const NOT_PLAIN = 128;
const plain = (code: number): number => (code < NOT_PLAIN ? code : NOT_PLAIN);

/**
 * A place with several ways on. Each is worked out when a message first comes there, so that a cold start pays only for
 * the wordings it meets.
 */
export class Fork {
  readonly node: Node;
  /** Free text before it is still open, so that what is read after it may make its end final. */
  readonly open: boolean;
  /** The rule that is complete here, if one is. */
  readonly done: Step | null;
  private readonly along: (edge: Edge) => Step;
  private readonly made = new Map<Edge, Step>();
  private readonly rows: (Row | undefined)[] = [];

  constructor(node: Node, open: boolean, done: Step | null, along: (edge: Edge) => Step) {
    this.node = node;
    this.open = open;
    this.done = done;
    this.along = along;
  }

  /** The ways that can begin with the character at `at` and the next one, or with a gap and the first after it. */
  waysAt(text: Uint8Array, at: number): Ways {
    const one = plain(text[at]!);
    const row = (this.rows[one] ??= this.row(one));
    if (row.whatever !== null) return row.whatever;
    const two = plain(text[isJoin(one) ? pastJoin(text, at) : at + 1]!);
    return (row.ways[two] ??= this.ways(one, two));
  }

  /** The program of one of them. */
  step(ways: Ways, index: number): Step {
    return (ways.steps[index] ??= this.stepAlong(ways.edges[index]!));
  }

  private row(one: number): Row {
    const isOpen = this.node.edges.some((edge) => asksNext(edge, one));
    return { whatever: isOpen ? null : this.ways(one, NOT_PLAIN), ways: [] };
  }

  private ways(one: number, two: number): Ways {
    const edges = this.node.edges.filter((edge) => mayBegin(edge, one, two));
    const only = edges.length === 1 && this.done === null ? this.stepAlong(edges[0]!) : null;
    return { edges, steps: edges.map(() => null), only };
  }

  private stepAlong(edge: Edge): Step {
    const step = this.made.get(edge) ?? this.along(edge);
    this.made.set(edge, step);
    return step;
  }
}
