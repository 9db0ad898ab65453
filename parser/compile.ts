import { isStrong, matcherOf, slotNames } from './fields.ts';
import { END as TEXT_END, firstAt, firstOf, tableOf } from './first.ts';
import { LazyFork } from './fork.ts';
import { freeText } from './free-text.ts';
import { NO_GAP } from './gaps.ts';
import { gapOf, isLiteral, Phrase } from './phrase.ts';
import {
  ACCEPT,
  CHOICE,
  CUT,
  CUT_IF,
  END,
  FORK,
  GAP,
  NAMED,
  OPTIONAL,
  PHRASE,
  SLOT,
  Step,
  stop,
  TEXT,
} from './program.ts';
import { isGap, keyOf, type Op } from './template.ts';
import { type Edge, isText, type Node } from './trie.ts';

/**
 * Where a step stands to the free text before it: right after it, `fresh`; with words of the grammar between, `begun`;
 * or with a proof between, or no text at all, `closed`.
 */
type Place = 'closed' | 'fresh' | 'begun';

/** Turns the tree into a program for the engine, each part when a message first comes there. */
export function compile(root: Node): Step {
  return new Compiler().follow(root, 'closed');
}

/** What compiling one tree shares: steps that stand within others, made once for all that read the same. */
class Compiler {
  private readonly sequences = new Map<string, Step>();

  /** Steps that stand within another, and so end where they end. */
  private sequence(ops: readonly Op[]): Step {
    const key = keyOf(ops);
    const known = this.sequences.get(key) ?? this.inOrder(ops, stop);
    this.sequences.set(key, known);
    return known;
  }

  /** Steps in a row, and then `next`; words and what may stand between them become one phrase. */
  private inOrder(ops: readonly Op[], next: Step): Step {
    let step = next;
    for (let end = ops.length; end > 0;) {
      let start = end;
      while (start > 0 && isLiteral(ops[start - 1]!)) start -= 1;
      const words = ops.slice(start, end);
      if (start < end) step = literal(words, step);
      else {
        start = end - 1;
        step = this.value(ops[start]!, step);
      }
      end = start;
    }
    return step;
  }

  // oxlint-disable-next-line typescript/consistent-return -- every kind returns
  private value(op: Op, next: Step): Step {
    const ops = [op];
    switch (op.kind) {
      case 'slot': {
        if (op.field === 'text') throw new Error('free text is not a step of its own');
        const slot = op.slot === null ? -1 : slotNames.indexOf(op.slot);
        return new Step(SLOT, { next, ops, slot, match: matcherOf(op.field, op.currency) });
      }
      case 'named':
        return new Step(NAMED, { next, ops, slot: slotNames.indexOf(op.slot), inner: this.sequence(op.ops) });
      case 'optional': {
        // What joins it to the text before is one gap, or none.
        const [lead, ...others] = op.ops;
        const rest = lead && isGap(lead) ? others : op.ops;
        const gap = lead && isGap(lead) ? gapOf(lead) : NO_GAP;
        return new Step(OPTIONAL, {
          next,
          gap,
          inner: this.sequence(rest),
          begins: tableOf([firstOf(rest).first]),
        });
      }
      case 'choice': {
        const branches = op.branches.map((branch) => {
          const { first, empty } = firstOf(branch);
          return { step: this.sequence(branch), begins: tableOf([empty ? null : first]) };
        });
        return new Step(CHOICE, { next, ops, branches });
      }
      case 'end':
        return new Step(END, { next, ops });
      case 'word':
      case 'blank':
      case 'maybe-blank':
      case 'join':
        throw new Error(`${op.kind} is part of a phrase`);
    }
  }

  /** What follows an edge: the steps up to the next free text, fork or end as one run, then that. */
  private branch(edge: Edge, from: Place): Step {
    const runs: { readonly ops: readonly Op[]; readonly cut: (next: Step) => Step }[] = [];
    let place = from;
    let ops: Op[] = [];
    for (let way = edge; ; way = way.to.edges[0]!) {
      if (isText(way.op)) return this.joined(runs, ops, this.text(way, place));
      ops.push(way.op);
      if (place !== 'closed' && isGrammar(way.op)) place = 'begun';
      if (place === 'begun' && isProof(way.op)) {
        runs.push({ ops, cut: cutAfter(way) });
        ops = [];
        place = 'closed';
      }
      if (way.to.edges.length !== 1 || way.to.accept >= 0) return this.joined(runs, ops, this.follow(way.to, place));
    }
  }

  private joined(
    runs: readonly { readonly ops: readonly Op[]; readonly cut: (next: Step) => Step }[],
    ops: readonly Op[],
    last: Step,
  ): Step {
    return runs.reduceRight((next, run) => this.inOrder(run.ops, run.cut(next)), this.inOrder(ops, last));
  }

  /** What may stand at a node. */
  follow(node: Node, place: Place): Step {
    if (node.edges.length === 0) return complete(node.accept, place);
    const done = node.accept < 0 ? null : complete(node.accept, place);
    const along = (edge: Edge) => this.branch(edge, place);
    return new Step(FORK, { fork: new LazyFork(node, place !== 'closed', done, along) });
  }

  /** A free text and what may follow it. */
  private text({ op, to }: Edge, place: Place): Step {
    // Only slots are free text, as `isText` made sure.
    const slot = op.kind === 'slot' && op.slot !== null ? slotNames.indexOf(op.slot) : -1;
    return new Step(TEXT, { text: freeText(slot, to, this.follow(to, 'fresh'), place !== 'closed') });
  }
}

/** Words and what may stand between them, or a gap alone. */
function literal(ops: readonly Op[], next: Step): Step {
  const [first] = ops;
  if (ops.length === 1 && first && isGap(first)) return new Step(GAP, { next, ops, gap: gapOf(first) });
  return new Step(PHRASE, { next, ops, phrase: Phrase.of(ops) });
}

const isGrammar = (op: Op) => op.kind === 'word' || op.kind === 'slot' || op.kind === 'named' || op.kind === 'end';

/** Whether reading this proves that the words before it were the grammar's and not part of a name. */
function isProof(op: Op): boolean {
  if (op.kind === 'slot') return isStrong(op.field);
  return op.kind === 'choice' && op.branches.every((branch) => branch.some(isProof));
}

const SENTENCE_ENDS = `${TEXT_END}.,`;

/** A reference may hold a whole moment, so that one proves something only where the text goes on as the grammar would. */
function cutAfter({ op, to }: Edge): (next: Step) => Step {
  if (op.kind !== 'slot' || op.field !== 'time') return (next) => new Step(CUT, { next });
  const pastBlank = to.edges.filter((edge) => edge.op.kind === 'blank').map((edge) => firstAt(edge.to));
  const begins = tableOf([firstAt(to), ...pastBlank, SENTENCE_ENDS]);
  return (next) => new Step(CUT_IF, { next, begins });
}

/** A rule may be complete right after free text only where the text ends: else there is no saying how much is the text's. */
function complete(rule: number, place: Place): Step {
  const accept = new Step(ACCEPT, { rule });
  return place === 'fresh' ? new Step(END, { next: accept }) : accept;
}
