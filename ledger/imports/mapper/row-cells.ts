import type { Profile, ProfileColumn } from '#contract/profile.ts';
import { say } from '#contract/sentences.ts';
import { receiptIn } from '../find-receipt.ts';
import type { PrintedTime } from '../statement-cells.ts';
import type { TableRow } from '../table.ts';
import { apartReason } from './cells.ts';
import { readDate } from './date-order.ts';
import { readDayNumber } from './day-number.ts';
import { isFor } from './titles.ts';
import { shown } from '../statement-cells.ts';

/** A row's cells by what a profile says they are; several of one meaning are joined. */
export type Cell = (meaning: ProfileColumn) => string;

export const cellBy =
  ({ columns }: Profile, { cells }: TableRow): Cell =>
  (meaning) =>
    columns.flatMap((column, at) => (column === meaning && cells[at] ? [cells[at]] : [])).join(' ');

/** Why a line under the titles is none of the table's: a balance, a sum, or the titles over again. Null where it is one. */
export function apartFrom(profile: Profile, { cells }: TableRow, cell: Cell): string | null {
  if (isFor(profile, cells)) return say('titles-again');
  return apartReason(cells, readDate(cell('date'), profile.dateOrder) !== null);
}

/** Why a row's columns cannot be told apart: a text slid into the columns behind it. Null where they can. */
export function misshapen({ titles }: Profile, { cells, broken, grid }: TableRow): string | null {
  if (broken) return say('quote-not-doubled');
  if (grid || !cells.slice(titles.length).some(Boolean)) return null;
  return say('too-many-cells', { cells: cells.length, titles: titles.length });
}

/** The receipt's own column, else the first cell that has one in it: a bank writes it into its narration. */
export const receiptOf = (cell: Cell, cells: readonly string[]): string | null =>
  (receiptIn(cell('receipt')) ?? cell('receipt')) || cells.map(receiptIn).find((receipt) => receipt !== null) || null;

/** When a row says it was, or the sentence that says what is wrong with it. */
export function timeIn({ dateOrder }: Profile, cell: Cell): PrintedTime | string {
  const written = [cell('date'), cell('time')].filter(Boolean).join(' ');
  const read = readDate(written, dateOrder);
  if (read) return read;
  const counted = readDayNumber(written);
  return counted
    ? say('date-counted', { found: shown(written), day: counted.at.slice(0, 10) })
    : say(`date-${dateOrder}`, { found: shown(written) });
}

/** Why a row is not counted for its currency; null where it is in shillings or names none. */
export function foreignCurrency(cell: Cell): string | null {
  const currency = cell('currency');
  return currency === '' || /^(?:KES|KSHS?)$/i.test(currency)
    ? null
    : say('other-currency', { found: shown(currency) });
}
