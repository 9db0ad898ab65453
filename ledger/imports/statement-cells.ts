import { say } from '#contract/sentences.ts';
import type { Cents } from '#parser/money.ts';

/** Which sign stands before the cents in one file: `1,100.50` or `1.100,50`. */
export type DecimalMark = '.' | ',';

const MOST_CENTS = 1e14;

/**
 * The decimal mark of a whole file from cells of it: a comma only where some cell can mean nothing else and none
 * speaks for the full stop.
 */
export function decimalMarkOf(cells: readonly string[]): DecimalMark {
  const commas = cells.some((cell) => /\d,\d{1,2}\)?$/.test(cell.trim()));
  const stops = cells.some((cell) => /\d\.\d{1,2}\)?$/.test(cell.trim()));
  return commas && !stops ? ',' : '.';
}

const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?$/,
  ',': /^(\d{1,3}(?:\.\d{3})+|\d+)?(?:,(\d+))?$/,
};

/**
 * A money cell: `1,100.00`, `1100.0`, `-22779.95`, `(1,100.00)`, `KES 1,100`. Null where it is not an amount, where it
 * has parts of a cent (a spreadsheet's `0.10000000000000001` is ten cents), or where a spreadsheet has shortened it
 * (`1.5E+04`). A dash alone is how accountants write nought.
 */
export function readAmount(cell: string, mark: DecimalMark): Cents | null {
  const plain = mark === '.' ? plainCents(cell) : null;
  if (plain !== null) return toCents(plain);
  if (/^\s*[-–—]\s*$/.test(cell)) return toCents(0);
  const [, open, sign, body = ''] =
    /^(\()?(?:KES|Kshs?\.?)?\s*([-−+])?\s*(?:KES|Kshs?\.?)?(.*?)\)?$/i.exec(cell.trim()) ?? [];
  const [matched, whole = '0', decimals = ''] = shapes[mark].exec(body.replace(/[\s'’]/g, '')) ?? [];
  if (!matched || Boolean(open) !== cell.trim().endsWith(')')) return null;
  const cents = hundredths(whole.replace(/\D/g, ''), decimals);
  if (cents === null || cents > MOST_CENTS) return null;
  const negative = Boolean(open) || sign === '-' || sign === '−';
  return toCents(negative ? -cents : cents);
}

/** `1100`, `-22779.95`: nearly every cell, without the cost of what the others need. Null for any other spelling. */
function plainCents(cell: string): number | null {
  const negative = cell.charCodeAt(0) === MINUS;
  const start = negative ? 1 : 0;
  let [cents, point] = [0, -1];
  if (cell.length - start > LONGEST_PLAIN) return null;
  for (let at = start; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code === POINT && point < 0 && at > start) point = at;
    else if (code >= ZERO && code <= NINE) cents = cents * 10 + code - ZERO;
    else return null;
  }
  const decimals = point < 0 ? 0 : cell.length - point - 1;
  if (cell.length === start || decimals > 2 || (point >= 0 && decimals === 0)) return null;
  const scaled = cents * (decimals === 0 ? 100 : decimals === 1 ? 10 : 1);
  return negative ? -scaled : scaled;
}

const [MINUS, POINT, ZERO, NINE] = [45, 46, 48, 57];
/** So many characters are surely fewer cents than `MOST_CENTS`. */
const LONGEST_PLAIN = 12;

const isCents = (value: number): value is Cents => Number.isSafeInteger(value);

/** A number that counts cents, branded as such. Throws where it is no whole number: that is a bug of ours. */
export function toCents(value: number): Cents {
  const cents = value + 0; // A withdrawal of nothing is 0, not -0.
  if (!isCents(cents)) throw new RangeError(`${value} is not a number of cents.`);
  return cents;
}

function hundredths(whole: string, decimals: string): number | null {
  const rest = decimals.slice(2);
  const cents = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (/^0*$/.test(rest) || /^0{5}/.test(rest)) return cents;
  return /^9{5}/.test(rest) ? cents + 1 : null;
}

/** A point in time as a cell prints it, in East Africa Time, with how finely it was printed. */
export type PrintedTime = { readonly at: string; readonly precision: 'second' | 'minute' | 'day' };

const time = /^(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AP]M)?)?$/i;
/** As the portal writes it; the last days of a month are looked at more closely. */
const portalTime = /^(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-(\d{4}) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const monthNamed = /^(\d{1,2})[-/. ]([A-Za-z]{3,9})[-/. ](\d{4}|\d{2})(?!\d)/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;

/**
 * `05-03-2026 09:12:44`, and what a spreadsheet makes of it (`5/3/2026 9:12`, `5-Mar-26 9:12 AM`, `2026-03-05 09:12:44`).
 * The day always stands before the month. Null where it is no such time.
 */
export function readTime(cell: string): PrintedTime | null {
  const portal = portalTime.exec(cell);
  if (portal !== null && Number(portal[1]) <= 28) {
    const [, day, month, year, clock] = portal;
    return { at: `${year}-${month}-${day}T${clock}+03:00`, precision: 'second' };
  }
  const text = cell.trim();
  const [head, year, month, day] = dateOf(text);
  const [timed, hours, minutes, seconds, half] = time.exec(text.slice(head.length)) ?? [];
  if (!head || timed === undefined) return null;
  const hour = onClock(Number(hours ?? 0), half);
  const clock = [hour, Number(minutes ?? 0), Number(seconds ?? 0)] as const;
  const at = new Date(Date.UTC(year, month - 1, day, ...clock));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && at.getUTCHours() === hour;
  if (!real || clock[1] > 59 || clock[2] > 59) return null;
  const precision = seconds ? 'second' : hours ? 'minute' : 'day';
  return { at: `${at.toISOString().slice(0, 19)}+03:00`, precision };
}

function dateOf(text: string): readonly [string, number, number, number] {
  const iso = yearFirst.exec(text);
  if (iso) return [iso[0], Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const printed = dayFirst.exec(text) ?? monthNamed.exec(text);
  if (!printed) return ['', 0, 0, 0];
  const [head, day, month = '', year] = printed;
  return [
    head,
    fullYear(Number(year)),
    Number(month) || months.indexOf(month.slice(0, 3).toLowerCase()) + 1,
    Number(day),
  ];
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year);

/** 12 AM is midnight, 12 PM noon. */
function onClock(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** A cell as a sentence shows it. */
export const shown = (cell: string): string => (cell ? `“${cell.slice(0, 80)}”` : 'empty');

/** Of Paid In and Withdrawn exactly one should be an amount. */
export const oneSide = ({ paidIn, withdrawn }: { readonly paidIn: string; readonly withdrawn: string }): string =>
  say('one-side', { inTitle: 'Paid In', in: shown(paidIn), outTitle: 'Withdrawn', out: shown(withdrawn) });
