import { isExact, writeDay, writeMoment, zoneOf } from './civil-time.ts';
import { isCutOff } from './cut-off.ts';
import { slotNames, type SlotName } from './fields.ts';
import { fold } from './fold.ts';
import { found } from './found.ts';
import { rules } from './grammars/all.ts';
import { isNotice } from './kinds.ts';
import type { Cents } from './money.ts';
import { notesOf } from './notes.ts';
import type { Balances, Reading, Span } from './reading.ts';
import { explain, readAt, startOf } from './reader.ts';
import { ruleId, type Rule } from './rule.ts';
import { trail } from './trail.ts';

const ids = rules.map(ruleId);

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
  return rule < 0 ? explain(text, folded, start) : readingOf(text, folded, rule, found.end);
}

const slotId = (name: SlotName) => slotNames.indexOf(name);
const S = {
  receipt: slotId('receipt'),
  linked: slotId('linked'),
  amount: slotId('amount'),
  fee: slotId('fee'),
  balance: slotId('balance'),
  limit: slotId('limit'),
  name: slotId('name'),
  phone: slotId('phone'),
  shortcode: slotId('shortcode'),
  account: slotId('account'),
  date: slotId('date'),
  time: slotId('time'),
  due: slotId('due'),
} as const;

/** Which balance a slot is. */
const balanceSlots: Readonly<Partial<Record<SlotName, keyof Balances>>> = {
  pochi: 'pochi',
  savings: 'savings',
  merchant: 'merchant',
  float: 'float',
  working: 'working',
  loan: 'loan',
  outstanding: 'fuliza_outstanding',
  available: 'fuliza_available',
  fulizaLimit: 'fuliza_limit',
};
const balanceOf = slotNames.map((name) => balanceSlots[name] ?? null);

/** For each slot the last place on the trail that read it, or -1. */
const place = new Int32Array(slotNames.length);

function textAt(text: string, slot: number): string | null {
  const at = place[slot]!;
  return at < 0 ? null : text.slice(trail.start[at], trail.end[at]);
}

function centsAt(slot: number): Cents | null {
  const at = place[slot]!;
  // Money fields leave hundredths on the trail, which is what the brand says.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return at < 0 ? null : (trail.value[at] as Cents);
}

function readingOf(text: string, folded: Uint16Array, index: number, end: number): Reading {
  const rule = rules[index]!;
  const { grammar } = rule;
  const cutOff = isCutOff(folded, text.length, end);
  const spans = takeSpans();
  const day = place[S.date]! < 0 ? 0 : trail.value[place[S.date]!]!;
  const time = place[S.time]! < 0 ? -1 : trail.value[place[S.time]!]!;
  const due = place[S.due]!;
  const receipt = textAt(text, S.receipt)?.toUpperCase() ?? null;
  const amount = centsAt(S.amount);
  const fee = centsAt(S.fee);
  const balance = centsAt(S.balance);
  const balances = balancesOf(rule);
  return {
    outcome: isNotice(rule.kind) ? 'notice' : 'parsed',
    rule: ids[index]!,
    kind: rule.kind,
    direction: rule.direction,
    account: rule.account ?? 'wallet',
    country: grammar.country,
    language: grammar.language,
    currency: grammar.currency,
    receipt,
    amount,
    fee,
    balance,
    balances,
    party: { name: textAt(text, S.name), phone: textAt(text, S.phone), shortcode: textAt(text, S.shortcode) },
    accountRef: textAt(text, S.account),
    occurredAt: day === 0 ? null : writeMoment(day, Math.max(time, 0), zoneOf[grammar.country]),
    precision: day === 0 ? null : time < 0 ? 'day' : isExact(time) ? 'second' : 'minute',
    linkedReceipt: textAt(text, S.linked)?.toUpperCase() ?? null,
    dailyLimit: centsAt(S.limit),
    due: due < 0 ? null : writeDay(trail.value[due]!),
    notes: notesOf({ rule, receipt, day, amount, fee, balance, balances, cutOff }, text, folded),
    spans,
    expected: null,
  };
}

/** The spans on the trail; leaves in `place` where each slot was read. */
function takeSpans(): Span[] {
  place.fill(-1);
  const spans: Span[] = [];
  for (let i = 0; i < trail.depth; i += 1) {
    const slot = trail.slot[i]!;
    place[slot] = i;
    spans.push({ slot: slotNames[slot]!, start: trail.start[i]!, end: trail.end[i]! });
  }
  return spans;
}

const noBalances: Balances = {};

function balancesOf(rule: Rule): Balances {
  let balances: Partial<Record<keyof Balances, Cents>> | null = null;
  for (let slot = 0; slot < place.length; slot += 1) {
    const name = balanceOf[slot];
    const cents = name ? centsAt(slot) : null;
    if (name && cents !== null) (balances ??= {})[name] = cents;
  }
  const fee = rule.kind === 'fuliza_draw' ? centsAt(S.fee) : null;
  if (fee !== null) (balances ??= {}).fuliza_fee = fee;
  return balances ?? noBalances;
}
