import { matchDate, matchTime } from './civil-time.ts';
import { isDigit, isWord, type Matcher } from './found.ts';
import { type Currency, moneyMatcher } from './money.ts';
import { matchPhone } from './phone.ts';
import { matchReceipt, matchReference } from './receipt.ts';

/** How a value is written. `text` is free: it ends where what follows it in the rule begins. */
export type FieldName =
  | 'text'
  | 'money'
  | 'sum'
  | 'receipt'
  | 'reference'
  | 'date'
  | 'time'
  | 'phone'
  | 'shortcode'
  | 'word';

/** The vocabulary of slots: what a template may name, and how each is written unless it says otherwise. */
export const slots = {
  receipt: 'receipt',
  linked: 'reference',
  amount: 'money',
  fee: 'money',
  balance: 'money',
  limit: 'sum',
  name: 'text',
  phone: 'phone',
  shortcode: 'shortcode',
  account: 'text',
  date: 'date',
  time: 'time',
  due: 'date',
  pochi: 'money',
  savings: 'money',
  merchant: 'money',
  float: 'money',
  working: 'money',
  loan: 'money',
  outstanding: 'money',
  available: 'money',
  fulizaLimit: 'money',
} as const satisfies Record<string, FieldName>;

export type SlotName = keyof typeof slots;

/** Every slot with a number of its own, which is how the engine knows it. */
// `Object.keys` forgets the literal keys of a const object.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const slotNames = Object.keys(slots) as SlotName[];

const LONGEST_SHORTCODE = 8;

const matchShortcode: Matcher = (text, at) => {
  let end = at;
  while (isDigit(text[end]!) && end - at <= LONGEST_SHORTCODE) end += 1;
  return end - at >= 4 && end - at <= LONGEST_SHORTCODE && !isWord(text[end]!) ? end : -1;
};

const LONGEST_WORD = 64;

/** A full stop, comma, closing bracket or quotation mark. */
const endsSentence = (code: number) => code === 46 || code === 44 || code === 41 || code === 34;

const matchWord: Matcher = (text, at) => {
  let end = at;
  while (text[end] !== 0 && text[end] !== 32 && end - at < LONGEST_WORD) end += 1;
  while (end > at && endsSentence(text[end - 1]!)) end -= 1;
  return end > at ? end : -1;
};

const plain: Readonly<Record<Exclude<FieldName, 'text' | 'money' | 'sum'>, Matcher>> = {
  receipt: matchReceipt,
  reference: matchReference,
  date: matchDate,
  time: matchTime,
  phone: matchPhone,
  shortcode: matchShortcode,
  word: matchWord,
};

const moneySlots = Uint8Array.from(slotNames, (name) => (slots[name] === 'money' || slots[name] === 'sum' ? 1 : 0));

/** Whether a slot, by its number, holds money. */
export const isMoney = (slot: number): boolean => moneySlots[slot] === 1;

/** Money must name its currency; a sum need not. */
const moneys = new Map<string, Matcher>();

/** The matcher of a field; amounts depend on the grammar's currency. */
export function matcherOf(field: Exclude<FieldName, 'text'>, currency: Currency): Matcher {
  if (field !== 'money' && field !== 'sum') return plain[field];
  const key = field + currency;
  const known = moneys.get(key) ?? moneyMatcher(currency, field === 'sum');
  moneys.set(key, known);
  return known;
}

/** A value of these fields is proof enough that the words before it were the grammar's and not part of a name. */
export const isStrong = (field: FieldName): boolean =>
  field === 'money' || field === 'sum' || field === 'time' || field === 'receipt' || field === 'reference';

/** What a person is told was expected. */
export const fieldWords: Readonly<Record<FieldName, string>> = {
  text: 'a name',
  money: 'an amount',
  sum: 'an amount',
  receipt: 'a receipt',
  reference: 'a receipt',
  date: 'a date (d/m/yy)',
  time: 'a time (h:mm AM)',
  phone: 'a phone number',
  shortcode: 'a shortcode',
  word: 'a word',
};

const DIGITS = '0123456789';

/** What an amount can begin with, by its currency's words. */
const moneyBegins: Readonly<Record<Currency, string>> = { KES: 'k', TZS: 't', MZN: 'm', LSL: 'lm' };

/** The folded characters a value can begin with; null where anything may. */
// oxlint-disable-next-line typescript/consistent-return -- every kind returns
export function firstCharacters(field: FieldName, currency: Currency): string | null {
  switch (field) {
    case 'money':
    case 'sum':
      return `${DIGITS}-.${moneyBegins[currency]}`;
    case 'date':
    case 'time':
    case 'shortcode':
      return DIGITS;
    case 'phone':
      return `${DIGITS}+`;
    case 'receipt':
    case 'reference':
      return `${DIGITS}abcdefghijklmnopqrstuvwxyz`;
    case 'text':
    case 'word':
      return null;
  }
}
