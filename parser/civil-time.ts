import { codesOf, found, isDigit, isLetter, type Matcher, pastBlanks, stands } from './found.ts';
import type { Country } from './reading.ts';

const SLASH = 47;
const DASH = 45;
const COLON = 58;
const DOT = 46;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(codesOf);
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads one to `most` digits into `found.value`. */
function matchDigits(text: Uint8Array, at: number, most: number): number {
  let end = at;
  let value = 0;
  while (end - at < most && isDigit(text[end]!)) {
    value = value * 10 + (text[end]! - 48);
    end += 1;
  }
  found.value = value;
  return end > at && !isDigit(text[end]!) ? end : -1;
}

/** Whether there was or will be such a day in this century. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > monthDays[month - 1]!) return false;
  return month !== 2 || day !== 29 || year % 4 === 0;
}

/** Puts a day together as yyyymmdd, or refuses a day that no month has. */
function settle(year: number, month: number, day: number, end: number): number {
  const whole = year < 100 ? 2000 + year : year;
  if (!isDay(whole, month, day)) return -1;
  found.value = whole * 10_000 + month * 100 + day;
  return end;
}

/** `5/3/26`, `05/03/2026`, `5-3-2026`, `2026-03-05`, `9th Jul 2026`, `31 Mar 2025`, `15-Jun-24`. Day before month, always. */
export const matchDate: Matcher = (text, at) => {
  let end = matchDigits(text, at, 4);
  if (end < 0) return -1;
  const first = found.value;
  const mark = text[end]!;
  const named = (mark !== SLASH && mark !== DASH) || isLetter(text[end + 1]!);
  if (named) return end - at <= 2 ? matchNamedMonth(text, end, first) : -1;
  const yearFirst = end - at === 4;
  end = matchDigits(text, end + 1, 2);
  if (end < 0 || text[end] !== mark) return -1;
  const month = found.value;
  end = matchDigits(text, end + 1, 4);
  if (end < 0) return -1;
  return yearFirst ? settle(first, month, found.value, end) : settle(found.value, month, first, end);
};

/** ` Jul 2026`, `th July, 2026` after the day. */
function matchNamedMonth(text: Uint8Array, at: number, day: number): number {
  let end = at;
  if (isLetter(text[end]!) && isLetter(text[end + 1]!) && text[end + 2] === 32) end += 2;
  end = pastBlanks(text, text[end] === DASH ? end + 1 : end);
  const month = months.findIndex((name) => stands(name, text, end)) + 1;
  if (month === 0) return -1;
  while (isLetter(text[end]!)) end += 1;
  while (text[end] === 32 || text[end] === 44 || text[end] === DASH) end += 1;
  const stop = matchDigits(text, end, 4);
  return stop < 0 ? -1 : settle(found.value, month, day, stop);
}

const am = codesOf('am');
const pm = codesOf('pm');
const eat = codesOf('eat');

/** `2:30 PM`, `5:9 PM`, `7:00PM`, `21:36:24`, `19:04 EAT`. The value is seconds of the day ×2, +1 where seconds are printed. */
export const matchTime: Matcher = (text, at) => {
  let end = matchDigits(text, at, 2);
  if (end < 0 || (text[end] !== COLON && text[end] !== DOT)) return -1;
  const mark = text[end]!;
  const hour = found.value;
  end = matchDigits(text, end + 1, 2);
  if (end < 0) return -1;
  const minute = found.value;
  const exact = text[end] === mark && isDigit(text[end + 1]!);
  if (exact) end = matchDigits(text, end + 1, 2);
  const second = exact ? found.value : 0;
  const next = pastBlanks(text, end);
  const half = stands(am, text, next) ? am : stands(pm, text, next) ? pm : null;
  if (half === null && mark === DOT) return -1;
  if (half || stands(eat, text, next)) end = next + (half ?? eat).length;
  if (end < 0 || hour > 23 || minute > 59 || second > 59) return -1;
  found.value = (on24(hour, half) * 3600 + minute * 60 + second) * 2 + (exact ? 1 : 0);
  return end;
};

/** 12 AM is midnight, 12 PM noon; an hour past twelve already says which half it is in. */
function on24(hour: number, half: Uint8Array | null): number {
  if (half === null || hour > 12) return hour;
  return (hour % 12) + (half === pm ? 12 : 0);
}

const two = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/** Where a country's clock stands from UTC. */
export const zoneOf: Readonly<Record<Country, string>> = { KE: '+03:00', TZ: '+03:00', MZ: '+02:00', LS: '+02:00' };

/** `20260305` → `2026-03-05`. */
export const writeDay = (day: number): string =>
  `${Math.trunc(day / 10_000)}-${two[Math.trunc(day / 100) % 100]}-${two[day % 100]}`;

/** A time of day as its matcher leaves it: `T14:30:00`. */
function writeTime(time: number): string {
  const seconds = Math.trunc(time / 2);
  return `T${two[Math.trunc(seconds / 3600)]}:${two[Math.trunc(seconds / 60) % 60]}:${two[seconds % 60]}`;
}

/** The texts of moments last written: messages come in runs of one day, and a day has so many minutes. */
const dayTexts = new Map<number, string>();
const timeTexts = new Map<number, string>();
const MOST_KEPT = 4096;

function kept(texts: Map<number, string>, key: number, write: (key: number) => string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = write(key);
  if (texts.size >= MOST_KEPT) texts.clear();
  texts.set(key, text);
  return text;
}

/** `2026-03-05T14:30:00+03:00` of a country, from a day and a time of day as their matchers leave them. */
export const momentOf = (day: number, time: number, country: Country): string =>
  kept(dayTexts, day, writeDay) + kept(timeTexts, time, writeTime) + zoneOf[country];

/** Whether the time was printed to the second. */
export const isExact = (time: number): boolean => time % 2 === 1;
