import { read } from './engine.ts';
import { explanation, wantedWords } from './explanations.ts';
import { fieldWords } from './fields.ts';
import { type Folded, folding, foursOf } from './fold.ts';
import { isLetter } from './found.ts';
import { rules } from './grammars/all.ts';
import { characterNotes, note } from './notes.ts';
import type { Explanation, Note, Reading } from './reading.ts';
import { ruleId } from './rule.ts';
import { pastJoin } from './gaps.ts';
import type { Step } from './program.ts';
import type { Op } from './template.ts';
import { trail } from './trail.ts';
import { type Edge, isText, type Node } from './trie.ts';
import type { Witness } from './witness.ts';

const MOST_EXPECTED = 5;
const noText: Folded = new Uint8Array(1);

/** The furthest place any rule was read to, and what would have been read there. */
type Furthest = { at: number; node: Node; readonly wanted: Wanted[] };

/** Steps that did not fit, a node none of whose ways fitted, or the node that was to end a free text. Put into words only at the end. */
type Wanted = readonly Op[] | { readonly node: Node; readonly afterText: boolean };

/**
 * Says why no rule read a text. Runs the grammar once more with a witness, which is slower, so only for what failed.
 * The returned function gives a reading with nothing in it but the explanation and notes.
 */
export function explainer(root: Node, program: Step): (text: string, folded: Uint8Array, at: number) => Reading {
  let furthest: Furthest = { at: 0, node: root, wanted: [] };
  let tried = -1;
  let joined = -1;
  let inWord = false;
  let entered = root;
  let folded: Folded = noText;

  function expect(at: number, wanted: Wanted, node: Node): void {
    if (at < furthest.at) return;
    // At each place of a free text its end is tried: only when a word of the grammar stood there is that worth telling,
    // and not the `on` of `Transaction`.
    if (tried >= 0 && (inWord || (at >= tried && at <= joined))) return;
    if (at > furthest.at) furthest = { at, node, wanted: [] };
    furthest.wanted.push(wanted);
  }

  const witness: Witness = {
    entering: (node) => {
      entered = node;
    },
    failed: (at, ops) => expect(at, ops, entered),
    stuck: (at, node) => expect(at, { node, afterText: false }, node),
    trying: (end) => {
      tried = end;
      inWord = isLetter(folded[end - 1]!) && isLetter(folded[end]!);
      joined = pastJoin(folded, end);
    },
    endless: (at, node) => {
      tried = -1;
      expect(at, { node, afterText: true }, node);
    },
  };

  return (text, codes, at) => {
    furthest = { at, node: root, wanted: [] };
    tried = -1;
    folded = codes;
    trail.depth = 0;
    read(program, codes, foursOf(codes), at, witness);
    const cutOff = text.length > 0 && pastJoin(codes, furthest.at) >= text.length;
    const notes: Note[] = (folding.plain ? [] : characterNotes(text)).map(note);
    if (cutOff) notes.push(note('truncated'));
    return { ...nothingRead, notes, expected: explanationOf(text, at, furthest) };
  };
}

/** What is said of words of a payment that nothing proves: people talk so of what they were sent. */
export function unproven(text: string, rule: string): Reading {
  const sentence = explanation('unproven');
  const notes = (folding.plain ? [] : characterNotes(text)).map(note);
  return { ...nothingRead, notes, expected: { rule, fitted: 1, at: 0, expected: [fieldWords.receipt], sentence } };
}

function explanationOf(text: string, start: number, { at, node, wanted }: Furthest): Explanation {
  const labels = labelsFor(wanted);
  const rule = at > start ? ruleBy(node) : -1;
  return {
    rule: rule < 0 ? null : ruleId(rules[rule]!),
    fitted: text.length === 0 ? 0 : Math.round((at / text.length) * 100) / 100,
    at,
    expected: at > start ? labels : [],
    sentence: sentenceOf(text, start, at, labels),
  };
}

function sentenceOf(text: string, start: number, at: number, labels: readonly string[]): string {
  if (text.trim() === '') return explanation('no-text');
  if (at <= start) return explanation('begins-like-none');
  const before = lastWords(text.slice(0, at));
  if (labels.length === 0) return explanation('read-no-further', before);
  return explanation(text.slice(at).trim() === '' ? 'text-ends' : 'wanted-after', before, labels);
}

const MOST_BEFORE = 32;

/** The last few whole words, in backticks. */
function lastWords(text: string): string {
  const line = text
    .slice(-MOST_BEFORE * 4)
    .trimEnd()
    .replace(/\s{2,}|[^\S ]/g, ' ');
  const tail = line.slice(-MOST_BEFORE);
  const isCut = tail.length < line.length || text.length > MOST_BEFORE * 4;
  return `\`${isCut ? tail.slice(tail.indexOf(' ') + 1) : tail}\``;
}

function labelOf(ops: readonly Op[]): string {
  const words = ops.map((op) => (op.kind === 'word' ? op.text : ' ')).join('');
  const said = words.replace(/ +/g, ' ').trim();
  if (said !== '') return `\`${said}\``;
  const [op] = ops;
  if (op?.kind === 'slot') return fieldWords[op.field];
  if (op?.kind === 'named' || op?.kind === 'optional') return labelOf(op.ops);
  return op?.kind === 'choice' ? labelOf(op.branches[0] ?? []) : '';
}

/** The first few things wanted, in words, each said once. */
function labelsFor(wanted: readonly Wanted[]): readonly string[] {
  const labels: string[] = [];
  for (const one of wanted) {
    for (const label of inWords(one)) {
      if (label !== '' && !labels.includes(label) && labels.push(label) === MOST_EXPECTED) return labels;
    }
  }
  return labels;
}

function inWords(wanted: Wanted): readonly string[] {
  if (!('node' in wanted)) return said(wanted);
  return wanted.afterText ? waysAfterText(wanted.node) : waysOn(wanted.node);
}

/** The grammar does not change, so what is asked of a part of it is worked out once. */
function once<Part extends object, Answer>(answer: (part: Part) => Answer): (part: Part) => Answer {
  const known = new WeakMap<Part, Answer>();
  return (part) => {
    const kept = known.get(part);
    if (kept !== undefined) return kept;
    const made = answer(part);
    known.set(part, made);
    return made;
  };
}

const said = once((ops: readonly Op[]) => [labelOf(ops)]);
const waysOn = once((node: Node) => beginnings(node));
const waysAfterText = once((node: Node) =>
  waysOn(node).map((way) => `${fieldWords.text}${wantedWords.followedBy}${way}`),
);
/** The first rule that comes by a node. */
const ruleBy = once(firstRule);

/** How each way on from a node begins: its words up to a value or fork, or the value itself. */
function beginnings(node: Node, before: readonly Op[] = []): string[] {
  return commonestFirst(node.edges).flatMap(({ op, to }) => {
    if (op.kind === 'optional') return beginnings(to, before);
    const path = [...before, op];
    const literal = op.kind === 'word' || op.kind === 'blank' || op.kind === 'join' || op.kind === 'maybe-blank';
    if (!literal && before.some(({ kind }) => kind === 'word')) return [labelOf(before)];
    if (!literal) return isText(op) ? [fieldWords.text] : [labelOf([op])];
    const hasWord = path.some(({ kind }) => kind === 'word');
    return to.edges.length === 1 || !hasWord ? beginnings(to, path) : [labelOf(path)];
  });
}

const commonestFirst = (edges: readonly Edge[]) => edges.toSorted((a, b) => rulesAt(b.to) - rulesAt(a.to));

const rulesAt = (node: Node): number => node.edges.reduce((sum, { to }) => sum + rulesAt(to), node.accept >= 0 ? 1 : 0);

function firstRule(node: Node): number {
  if (node.accept >= 0) return node.accept;
  return node.edges.length === 0 ? -1 : firstRule(node.edges[0]!.to);
}

const nothingRead: Reading = {
  outcome: 'unrecognised',
  rule: null,
  kind: null,
  direction: null,
  account: null,
  country: null,
  language: null,
  currency: null,
  receipt: null,
  amount: null,
  fee: null,
  balance: null,
  balances: {},
  party: { name: null, phone: null, shortcode: null },
  accountRef: null,
  occurredAt: null,
  precision: null,
  linkedReceipt: null,
  dailyLimit: null,
  due: null,
  notes: [],
  spans: [],
  expected: null,
};
