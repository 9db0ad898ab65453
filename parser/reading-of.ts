import { isExact, momentOf, writeDay } from './civil-time.ts';
import { isCutOff } from './cut-off.ts';
import { slotNames, type SlotName } from './fields.ts';
import { evenly, type Folded, folding } from './fold.ts';
import { rules } from './grammars/all.ts';
import { isNotice } from './kinds.ts';
import type { Cents } from './money.ts';
import { notesOf } from './notes.ts';
import type { Balances, Outcome, Reading, Span } from './reading.ts';
import { ruleId, type Rule } from './rule.ts';
import { trail } from './trail.ts';

/** What every message of a rule has in common. */
type Constants = { readonly rule: Rule; readonly id: string; readonly outcome: Outcome };

const constants: readonly Constants[] = rules.map((rule) => ({
  rule,
  id: ruleId(rule),
  outcome: isNotice(rule.kind) ? 'notice' : 'parsed',
}));

const slotId = (name: SlotName) => slotNames.indexOf(name);
const RECEIPT = slotId('receipt');
const LINKED = slotId('linked');
const AMOUNT = slotId('amount');
const FEE = slotId('fee');
const BALANCE = slotId('balance');
const LIMIT = slotId('limit');
const NAME = slotId('name');
const PHONE = slotId('phone');
const SHORTCODE = slotId('shortcode');
const ACCOUNT = slotId('account');
const DATE = slotId('date');
const TIME = slotId('time');
const DUE = slotId('due');

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
const place = new Int8Array(slotNames.length);

function textAt(text: string, slot: number): string | null {
  const at = place[slot]!;
  return at < 0 ? null : text.slice(trail.start[at], trail.end[at]);
}

/** A name or reference, as it would be printed on one line. */
function wordsAt(text: string, slot: number): string | null {
  const words = textAt(text, slot);
  return words === null || folding.even ? words : evenly(words);
}

function codeAt(text: string, slot: number): string | null {
  const code = textAt(text, slot);
  return code === null || isUpper(code) ? code : code.toUpperCase();
}

/** Receipts nearly always are as they should be, and to see that is cheaper than to make them so. */
function isUpper(code: string): boolean {
  for (let i = 0; i < code.length; i += 1) if (code.charCodeAt(i) > LETTER_Z) return false;
  return true;
}

const LETTER_Z = 90;

function centsAt(slot: number): Cents | null {
  const at = place[slot]!;
  // Money fields leave hundredths on the trail, which is what the brand says.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return at < 0 ? null : (trail.value[at] as Cents);
}

/** The reading of a text by the rule numbered `index`, whose slots are on the trail and which ended at `end`. */
export function readingOf(text: string, folded: Folded, index: number, end: number): Reading {
  const { rule, id, outcome } = constants[index]!;
  const { grammar } = rule;
  const cutOff = isCutOff(folded, text.length, end);
  const spans = takeSpans();
  const day = place[DATE]! < 0 ? 0 : trail.value[place[DATE]!]!;
  const time = place[TIME]! < 0 ? -1 : trail.value[place[TIME]!]!;
  const due = place[DUE]!;
  const receipt = codeAt(text, RECEIPT);
  const amount = centsAt(AMOUNT);
  const fee = centsAt(FEE);
  const balance = centsAt(BALANCE);
  const balances = balancesOf(rule, fee);
  return {
    outcome,
    rule: id,
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
    party: { name: wordsAt(text, NAME), phone: textAt(text, PHONE), shortcode: textAt(text, SHORTCODE) },
    accountRef: wordsAt(text, ACCOUNT),
    occurredAt: day === 0 ? null : momentOf(day, Math.max(time, 0), grammar.country),
    precision: day === 0 ? null : time < 0 ? 'day' : isExact(time) ? 'second' : 'minute',
    linkedReceipt: codeAt(text, LINKED),
    dailyLimit: centsAt(LIMIT),
    due: due < 0 ? null : writeDay(trail.value[due]!),
    notes: notesOf({ rule, receipt, day, amount, fee, balance, balances, cutOff }, text),
    spans,
    expected: null,
  };
}

/** The spans on the trail; leaves in `place` where each slot was read. */
function takeSpans(): readonly Span[] {
  for (let slot = 0; slot < place.length; slot += 1) place[slot] = -1;
  const { depth } = trail;
  const spans: Span[] = [];
  for (let i = 0; i < depth; i += 1) {
    const slot = trail.slot[i]!;
    place[slot] = i;
    spans.push({ slot: slotNames[slot]!, start: trail.start[i]!, end: trail.end[i]! });
  }
  return spans;
}

const noBalances: Balances = {};

/** Balances but the account's own; the fee of a Fuliza is one of its loan figures too. */
function balancesOf(rule: Rule, fee: Cents | null): Balances {
  let balances: Partial<Record<keyof Balances, Cents>> | null = null;
  for (let i = 0; i < trail.depth; i += 1) {
    const slot = trail.slot[i]!;
    const name = balanceOf[slot];
    if (name) (balances ??= {})[name] = centsAt(slot)!;
  }
  if (fee !== null && rule.kind === 'fuliza_draw') (balances ??= {}).fuliza_fee = fee;
  return balances ?? noBalances;
}
