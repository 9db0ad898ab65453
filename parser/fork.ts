import { asksNext, mayBegin } from './first.ts';
import { isJoin, pastJoin } from './gaps.ts';
import type { Fork, Step, Ways } from './program.ts';
import type { Edge, Node } from './trie.ts';

/** The ways for a first character: one answer whatever comes next, or one for each. */
type Row = { readonly whatever: Ways | null; readonly ways: (Ways | undefined)[] };

const NOT_PLAIN = 128;
const plain = (code: number): number => (code < NOT_PLAIN ? code : NOT_PLAIN);

/**
 * A place with several ways on. Each is worked out when a message first comes there, so that a cold start pays only for
 * the wordings it meets.
 */
export class LazyFork implements Fork {
  readonly node: Node;
  readonly open: boolean;
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

  waysAt(text: Uint8Array, at: number): Ways {
    const one = plain(text[at]!);
    const row = (this.rows[one] ??= this.row(one));
    if (row.whatever !== null) return row.whatever;
    const two = plain(text[isJoin(one) ? pastJoin(text, at) : at + 1]!);
    return (row.ways[two] ??= this.ways(one, two));
  }

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
