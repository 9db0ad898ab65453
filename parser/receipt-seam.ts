import type { Country } from './reading.ts';
import { receiptDay } from './receipt.ts';

/** How far after a receipt the message's currency and day are looked for. */
const MESSAGE_START = 240;

/** Until then codes were shorter and encoded no day: `BS49OR201`. Tanzania's had one letter less while they began with X to Z. */
const LAST_OLD_DAY = 2015_06_30;
const oldShort = /[X-Z]\d{2}[A-Z]{2}\d{3}$/;
const oldCode = /[A-Z]{2}\d{2}[A-Z]{2}\d{3}$/;

/**
 * Where the receipt begins in the word from `start` to `end`, right before a `Confirmed`. The end of another message may
 * be glued to it: cents, the half of the day, a link, a word, a phone. The message itself tells how long its code is: the
 * day it prints is the one the code encodes, and its currency names the country, which has codes of its own lengths.
 */
export function receiptStart(text: string, start: number, end: number): number {
  const after = thisMessage(text.slice(end, end + MESSAGE_START));
  const country = countryOf(after);
  if (country === 'LS' && isOfTwelve(text.slice(start, end))) return start;
  const word = text.slice(start + centsBefore(text, start), end);
  const capitals = /[A-Z0-9]*$/.exec(word)?.[0] ?? '';
  if (capitals.length < 8) return start;
  const day = printedDay(after);
  const length = lengthByDay(capitals, day) ?? lengthByCountry(capitals, word.length, country, day);
  return end - Math.min(length, capitals.length);
}

/** Whether a word is one of Lesotho's codes of twelve, and not the cents of an amount before one of ten, which encodes a day. */
const isOfTwelve = (word: string): boolean => /^0[A-Z0-9]{11}$/.test(word) && receiptDay(word.slice(2), 'LS') === null;

/** How many characters of a word are the cents of an amount before it: `0.` and `00DDK4YQ6QU1`. */
const centsBefore = (text: string, start: number): number =>
  /(?<!\.\d\d)(?<=\d)\.\d\d$/.test(text.slice(Math.max(0, start - 4), start + 2)) ? 2 : 0;

const CONFIRMED = 'imethibitishwa'.length;

/** Up to the `Confirmed` of another message. */
function thisMessage(after: string): string {
  const other = after.slice(CONFIRMED).search(/confirmed|imethibitishwa/i);
  return other < 0 ? after : after.slice(0, CONFIRMED + other);
}

function countryOf(after: string): Country | null {
  const currency = /\b(?:ksh|kes|tsh|tzs)|\bM ?\d/i.exec(after)?.[0].toLowerCase() ?? '';
  if (currency.startsWith('k')) return 'KE';
  if (currency.startsWith('t')) return 'TZ';
  return currency === '' ? null : 'LS';
}

/** The first day a text prints, as yyyymmdd; 0 where it prints none. */
function printedDay(after: string): number {
  const { day, month, year } = /\b(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4}|\d{2})\b/.exec(after)?.groups ?? {};
  if (year) return (Number(year) + (year.length === 2 ? 2000 : 0)) * 10_000 + Number(month) * 100 + Number(day);
  return Number(/\b20\d{2}-\d{2}-\d{2}\b/.exec(after)?.[0].replaceAll('-', '') ?? 0);
}

function lengthByDay(capitals: string, day: number): number | null {
  const encodes = (length: number, country: Country) =>
    capitals.length >= length && receiptDay(capitals.slice(-length), country) === day;
  if (encodes(10, 'KE') || encodes(10, 'TZ')) return 10;
  return encodes(11, 'TZ') ? 11 : null;
}

function lengthByCountry(capitals: string, wordLength: number, country: Country | null, day: number): number {
  const whole = capitals.length === wordLength;
  if (country === 'LS') return capitals.length >= 12 && capitals.at(-12) === '0' ? 12 : 10;
  if (day > 0 && day <= LAST_OLD_DAY) return country === 'TZ' && oldShort.test(capitals) ? 8 : 9;
  const encodes = receiptDay(capitals.slice(-10), 'KE') !== null;
  const longest = country === 'KE' || (country === null && encodes) ? 10 : country === 'TZ' ? 11 : 12;
  if (whole && wordLength <= longest) return wordLength;
  if (!encodes && oldCode.test(capitals)) return 9;
  return country !== 'KE' && isOfEleven(capitals) ? 11 : 10;
}

/** A digit before ten characters that encode a day since 2023 is the end of an amount or a phone, not of a year before that. */
const isOfEleven = (capitals: string): boolean =>
  receiptDay(capitals.slice(-11), 'TZ') !== null &&
  !(/^\d[A-Z]/.test(capitals.slice(-11)) && receiptDay(capitals.slice(-10), 'TZ') !== null);
