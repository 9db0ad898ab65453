import { dateText } from '../readers/sheet.ts';
import { type PrintedTime, readTime } from '../statement-cells.ts';

/** The years 2000 to 2099, as Excel counts days from 1900. What is outside of them is another number. */
const [FIRST, BEYOND] = [36_526, 73_051];
const MINUTES = 24 * 60;
/** A fraction of a day with fewer places than these does not know seconds. */
const SECONDS = 5;

/** Whether a cell is a day as Excel counts: `46066`, and `46066.604` with a time. */
export const isDayNumber = (cell: string): boolean =>
  /^\d{5}(?:\.\d+)?$/.test(cell) && Number(cell) >= FIRST && Number(cell) < BEYOND;

/** Whether all that a column of dates has of numbers and days is counted so; words are a matter of their rows. */
export function areDayNumbers(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => /^\D{0,4}\d/.test(cell));
  return told.length > 0 && told.every(isDayNumber);
}

/** `46066` → its day; `46066.604`, `46066 0.604` and `46066 14:30` with the time in East Africa. Null where it is none. */
export function readDayNumber(text: string): PrintedTime | null {
  const [counted = '', ...words] = text.trim().split(/\s+/);
  if (!isDayNumber(counted)) return null;
  const rest = words.join(' ');
  const [day, part = ''] = counted.split('.');
  if (rest === '') return momentOf(`${day}.${part}`);
  if (/[1-9]/.test(part)) return null;
  const fraction = /^0?\.(\d+)$/.exec(rest)?.[1];
  return fraction === undefined ? readTime(`${dateText(Number(day), false)} ${rest}`) : momentOf(`${day}.${fraction}`);
}

function momentOf(counted: string): PrintedTime | null {
  const places = counted.split('.')[1]!.replace(/0+$/, '').length;
  const days = Number(counted);
  if (places === 0 || places >= SECONDS) return readTime(dateText(days, false));
  const minute = Math.round(days * MINUTES) / MINUTES;
  return readTime(dateText(minute, false).replace(/:\d\d$/, ''));
}
