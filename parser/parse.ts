import { unproven } from './explain.ts';
import { isMoney, slotNames } from './fields.ts';
import { fold, type Folded } from './fold.ts';
import { found } from './found.ts';
import { pastJoin } from './gaps.ts';
import { rules } from './grammars/all.ts';
import { isNotice } from './kinds.ts';
import { explain, readAt, startOf } from './reader.ts';
import { readingOf } from './reading-of.ts';
import type { Reading } from './reading.ts';
import { isConfirmed } from './receipt.ts';
import { ruleId } from './rule.ts';
import { trail } from './trail.ts';

/**
 * Reads one message.
 *
 * Total and pure: any string gives a reading, nothing throws, and the same text always gives the same answer, in time
 * linear in its length. The text is never altered: spans are offsets in it as received. What follows the part a rule
 * describes (offers, advice) is ignored. A text with several messages is read as its first; `splitMessages` parts it.
 */
export function parseMessage(text: string): Reading {
  const folded = fold(text);
  const start = startOf(folded);
  const rule = readAt(folded, start);
  if (rule < 0) return explain(text, folded, start);
  return isProven(folded, start, rule) ? readingOf(text, folded, rule, found.end) : unproven(text, ruleIds[rule]!);
}

const ruleIds = rules.map(ruleId);

/** The rules whose messages have a receipt and a `Confirmed` before anything else; an export may have cut them off. */
const areConfirmed = rules.map(
  ({ template, grammar, kind }) => template.startsWith('<opening>') && !grammar.provisional && !isNotice(kind),
);
const AMOUNT = slotNames.indexOf('amount');
const DOT = 46;
const RECEIPT = slotNames.indexOf('receipt');

/**
 * Whether anything shows that a message came from M-PESA: its opening, or another sum than the amount. A code closed by a
 * full stop, `V3QHT5XTD1A. Ksh 40 paid to`, is how another wallet opens.
 */
function isProven(folded: Folded, start: number, rule: number): boolean {
  if (areConfirmed[rule] === false || isConfirmed(folded, start)) return true;
  if (trail.depth > 0 && trail.slot[0] === RECEIPT) {
    const end = trail.end[0]!;
    return folded[end] !== DOT || isConfirmed(folded, pastJoin(folded, end));
  }
  for (let i = 0; i < trail.depth; i += 1) {
    const slot = trail.slot[i]!;
    if (slot !== AMOUNT && isMoney(slot)) return true;
  }
  return false;
}
