import type { DateProof } from '#contract/mapper.ts';
import type { DateOrder } from '#contract/profile.ts';
import { receiptDate } from '#parser/receipt.ts';
import { receiptIn } from '../find-receipt.ts';
import { type PrintedTime, readTime } from '../statement-cells.ts';
import { areDayNumbers, readDayNumber } from './day-number.ts';

/** In which order the dates of a column are written, and what shows it. No proof: every date reads both ways. */
export type DecidedOrder = { readonly order: DateOrder; readonly proof: DateProof | null };

/** A date as it is written, and all cells of its row. */
export type DatedRow = { readonly cell: string; readonly cells: readonly string[] };

const numbers = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?!\d)/;

/**
 * Decides on the whole column: numbers alone are days as Excel counts them; a year in front or a number above twelve tells, else the receipts beside the dates do,
 * which hold the day they were given on. Where nothing tells, the day stands first, as in Kenya.
 */
export function dateOrderOf(rows: readonly DatedRow[]): DecidedOrder {
  const counted = rows.find(({ cell }) => cell !== '');
  if (counted && areDayNumbers(rows.map(({ cell }) => cell)))
    return { order: 'day-number', proof: { cell: counted.cell, receipt: null } };
  for (const { cell } of rows) {
    const [, first = '', second = ''] = numbers.exec(cell.trim()) ?? [];
    if (first.length === 4) return { order: 'year-month-day', proof: { cell, receipt: null } };
    if (Number(first) > 12) return { order: 'day-month-year', proof: { cell, receipt: null } };
    if (Number(second) > 12) return { order: 'month-day-year', proof: { cell, receipt: null } };
  }
  return orderByReceipts(rows) ?? { order: 'day-month-year', proof: null };
}

/** The order under which receipts are of their row's day; null where they say nothing, or not all the same. */
function orderByReceipts(rows: readonly DatedRow[]): DecidedOrder | null {
  const told = rows.flatMap(({ cell, cells }): DecidedOrder[] => {
    const ways = twoWays(cell);
    const receipt = ways && cells.map(receiptIn).find((found) => found !== null);
    const day = receipt ? receiptDate(receipt, 'KE') : null;
    if (!receipt || day === null || (day !== ways.dayFirst && day !== ways.monthFirst)) return [];
    return [{ order: day === ways.dayFirst ? 'day-month-year' : 'month-day-year', proof: { cell, receipt } }];
  });
  const [first] = told;
  return first && told.every(({ order }) => order === first.order) ? first : null;
}

/** The two days that a date can be; null where it is one, or none. */
export function twoWays(cell: string): { readonly dayFirst: string; readonly monthFirst: string } | null {
  const day = (order: DateOrder) => readDate(cell, order)?.at.slice(0, 10) ?? '';
  const [dayFirst, monthFirst] = [day('day-month-year'), day('month-day-year')];
  return dayFirst !== '' && monthFirst !== '' && dayFirst !== monthFirst ? { dayFirst, monthFirst } : null;
}

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun|juma|alha|ijum)[a-z]*,? (?=\d|[a-z]{3})/i;

/** A date, with or without a time, in the order given; `5 Mar 2026`, `Machi 5, 2026` in any. Null where it is none. */
export function readDate(cell: string, order: DateOrder): PrintedTime | null {
  if (order === 'day-number') return readDayNumber(cell);
  const [text, zone] = zoneOf(withMonthNumber(cell.trim().replace(weekday, '')));
  const swapped = order === 'month-day-year' ? text.replace(/^(\d{1,2})([-/.])(\d{1,2})(?=\2)/, '$3$2$1') : text;
  const read = readTime(swapped);
  return read && zone !== null && read.precision !== 'day' ? inEastAfrica(read, zone) : read;
}

/** English and Kiswahili, by their first three letters. */
const months: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  jan: 1,
  feb: 2,
  mar: 3,
  mac: 3,
  apr: 4,
  may: 5,
  mei: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  des: 12,
});
const monthOf = (name: string): number | undefined => months[name.slice(0, 3).toLowerCase()];
const years = (year: string) => (year.length === 2 ? `20${year}` : year);

/**
 * `05-Mar-2026`, `5 March 2026`, `Mar 5, 2026` → `2026-3-05`: a month by name leaves no doubt, so the year goes first,
 * where no order of the others can turn it round.
 */
const withMonthNumber = (text: string): string =>
  text
    .replace(
      /^(\d{1,2})[-/. ]+([A-Z]{3,9})[-/., ]+(\d{4}|\d{2})(?!\d)/i,
      (whole, day: string, name: string, year: string) =>
        monthOf(name) ? `${years(year)}-${monthOf(name)}-${day}` : whole,
    )
    .replace(/^([A-Z]{3,9})\.? (\d{1,2})[, ]+(\d{4})(?!\d)/i, (whole, name: string, day: string, year: string) =>
      monthOf(name) ? `${year}-${monthOf(name)}-${day}` : whole,
    );

/** The text without its zone, and the zone in minutes east of Greenwich; null where none is printed. */
function zoneOf(text: string): readonly [string, number | null] {
  const [whole, sign, hours, minutes] = /(?<=\d)\s?(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2}))$/.exec(text) ?? [];
  const timed = whole !== undefined && /[T ]\d{1,2}:\d{2}/.test(text);
  if (!timed) return [text, null];
  const east = sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
  return [text.slice(0, -whole.length), east];
}

const EAST_AFRICA = 180;

const inEastAfrica = ({ at, precision }: PrintedTime, east: number): PrintedTime => ({
  at: `${new Date(Date.parse(`${at.slice(0, 19)}Z`) + (EAST_AFRICA - east) * 60_000).toISOString().slice(0, 19)}+03:00`,
  precision,
});
