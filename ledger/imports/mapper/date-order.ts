import type { DateOrder } from '#contract/profile.ts';
import { type PrintedTime, readTime } from '../statement-cells.ts';

/** In which order the dates of a column are written, and the cell that shows it. No proof: every date reads both ways. */
export type DecidedOrder = { readonly order: DateOrder; readonly proof: string | null };

const numbers = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?!\d)/;

/** Decides on the whole column: a year in front or a number above twelve tells. Where none does, the day stands first, as in Kenya. */
export function dateOrderOf(cells: readonly string[]): DecidedOrder {
  for (const cell of cells) {
    const [, first = '', second = ''] = numbers.exec(cell.trim()) ?? [];
    if (first.length === 4) return { order: 'year-month-day', proof: cell };
    if (Number(first) > 12) return { order: 'day-month-year', proof: cell };
    if (Number(second) > 12) return { order: 'month-day-year', proof: cell };
  }
  return { order: 'day-month-year', proof: null };
}

/** A date, with or without a time, in the order given; `5 Mar 2026` in any. Null where it is none. */
export function readDate(cell: string, order: DateOrder): PrintedTime | null {
  const text = withMonthNumber(cell.trim());
  if (order !== 'month-day-year') return readTime(text);
  return readTime(text.replace(/^(\d{1,2})([-/.])(\d{1,2})/, '$3$2$1'));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `05-Mar-2026`, `5 March 2026` → `05-3-2026`; always after the day. */
const withMonthNumber = (text: string): string =>
  text.replace(/^(\d{1,2})[-/ ]([A-Z]{3})[A-Z]*[-/ ,]+(\d{2,4})/i, (whole, day: string, name: string, year: string) => {
    const month = months.indexOf(name.toLowerCase()) + 1;
    return month === 0 ? whole : `20${year.slice(-2)}-${month}-${day}`;
  });
