import { compile } from './compile.ts';
import { explainer } from './explain.ts';
import { rules } from './grammars/all.ts';
import type { Reading } from './reading.ts';
import { matchReceipt } from './receipt.ts';
import { isJoin, pastJoin } from './gaps.ts';
import { Phrase } from './phrase.ts';
import { read } from './engine.ts';
import { foursOf } from './fold.ts';
import { pastBlanks } from './found.ts';
import { trail } from './trail.ts';
import { buildTrie } from './trie.ts';

/** The grammar is built when the first message comes, and each part of it when a message first reaches it. */
function build() {
  const root = buildTrie(rules);
  const program = compile(root);
  return { program, explain: explainer(root, program) };
}

let built: ReturnType<typeof build> | null = null;

/**
 * Reads the message that begins at `at` in folded text: the number of its rule, or -1. Its slots are then on the
 * trail, and `found.end` is where the part the rule describes ends.
 */
export function readAt(folded: Uint8Array, at: number): number {
  built ??= build();
  trail.depth = 0;
  return read(built.program, folded, foursOf(folded), at, null);
}

/** A reading that says why no rule read the text. */
export function explain(text: string, folded: Uint8Array, at: number): Reading {
  built ??= build();
  return built.explain(text, folded, at);
}

/** Past what copying leaves before a message: blanks, marks, quotes, bullets, `Fwd:`, and the sender before a receipt. */
export function startOf(folded: Uint8Array): number {
  let at = 0;
  for (;;) {
    while (isJoin(folded[at]!) || isQuote(folded[at]!)) at += 1;
    const next = pastSender(folded, at);
    if (next === at) return at;
    at = next;
  }
}

/** Past a sender or `Fwd`: a colon or a receipt after it tells it from a word of the message. */
function pastSender(folded: Uint8Array, at: number): number {
  const code = folded[at]!;
  const word = code === M ? sender : code === F ? forwarded : null;
  const end = word === null ? -1 : word.past(folded, null, at);
  const after = end < 0 ? end : pastJoin(folded, end);
  if (after <= end) return at;
  return folded[pastBlanks(folded, end)] === COLON || matchReceipt(folded, after) >= 0 ? after : at;
}

const M = 109;
const F = 102;
const COLON = 58;
const sender = Phrase.ofWord('m-pesa');
const forwarded = Phrase.ofWord('fwd');

/** `"` and its like, `'`, `*`, `>`, `-`. */
export const isQuote = (code: number): boolean =>
  code === 34 || code === 39 || code === 42 || code === 62 || code === 45;
