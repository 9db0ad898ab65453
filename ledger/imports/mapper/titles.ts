import type { Profile } from '#contract/profile.ts';
import { readAmount } from '../statement-cells.ts';
import { titlesKey } from '../../store/profiles.ts';
import type { TableRow } from '../table.ts';
import { readDate } from './date-order.ts';

const FEWEST = 2;

/** The row of titles: the first of several filled cells none of which is a date or an amount. Null where there is none. */
export function titleRow(head: readonly TableRow[]): TableRow | null {
  const widest = Math.max(0, ...head.map(({ cells }) => cells.filter(Boolean).length));
  // A preamble's lines are narrower than the table's.
  return (
    head.find(
      (row) => isTitles(row) && row.cells.filter(Boolean).length >= Math.min(widest, Math.ceil(widest * 0.6)),
    ) ?? null
  );
}

function isTitles({ cells }: TableRow): boolean {
  const filled = cells.filter(Boolean);
  return filled.length >= FEWEST && !filled.some(isValue);
}

const isValue = (cell: string) =>
  readAmount(cell, '.') !== null || readAmount(cell, ',') !== null || readDate(cell, 'day-month-year') !== null;

/** Whether a profile was made for these titles. Blanks, case and trailing empty columns do not matter. */
export const isFor = ({ titles }: Profile, cells: readonly string[]): boolean => titlesKey(titles) === titlesKey(cells);
