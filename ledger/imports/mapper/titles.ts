import type { Profile } from '#contract/profile.ts';
import { titlesKey } from '../../store/profiles.ts';
import type { TableRow } from '../table.ts';
import { readMoney } from './cells.ts';
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

/** Whether a cell is an amount or a day. */
export const isValue = (cell: string): boolean =>
  readMoney(cell, '.') !== null || readMoney(cell, ',') !== null || readDate(cell, 'day-month-year') !== null;

/** Whether a profile was made for these titles. Blanks, case and trailing empty columns do not matter. */
export const isFor = ({ titles }: Profile, cells: readonly string[]): boolean => titlesKey(titles) === titlesKey(cells);

const accountLabel = /^(?:account|a\/c|acct|akaunti)(?: (?:no|number|namba))?\.?\s*:?\s*/i;

/** The account's number as the lines above the titles print it, `Account No: 0110 22`. Null where they print none. */
export function accountAbove(head: readonly TableRow[], titlesAt: number): string | null {
  for (const { row, cells } of head) {
    if (row >= titlesAt) return null;
    const at = cells.findIndex((cell) => accountLabel.test(cell.trim()));
    if (at < 0) continue;
    const said = [cells[at]!.trim().replace(accountLabel, ''), ...cells.slice(at + 1)].map((cell) => cell.trim());
    const number = said.find((cell) => /^[\dA-Z][\d -]{3,38}\d$/i.test(cell));
    if (number !== undefined) return number.replace(/\s+/g, ' ');
  }
  return null;
}
