import type { Due, Paid } from './rows.ts';
import { groupBy } from './rule.ts';

type Timed = { readonly amount: number; readonly second: number | null };

/** Rows with a time of day, in blocks of one amount, each block in order of time. */
export type Blocks<Row> = ReadonlyMap<number, readonly Row[]>;

/** `rows` come in order of time, and so does each block. */
export const blocksOf = <Row extends Timed>(rows: readonly Row[]): Blocks<Row> =>
  groupBy(
    rows.filter((row) => row.second !== null),
    (row) => row.amount,
  );

/** The first place in a block at or after a moment. */
export function placeOf(block: readonly Timed[], second: number): number {
  let low = 0;
  let high = block.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (block[middle]!.second! < second) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far two moments lie apart, in seconds. Within a minute all are equally near: a message knows no seconds. */
export const apart = (a: number, b: number): number => Math.max(60, Math.abs(a - b));

/** Where so many neighbours do not fit, nothing is clear any more. */
const MOST_LOOKED_AT = 256;

/**
 * As many rows of a block as asked for that `fits` lets through, nearest in time first; of two equally near, the earlier.
 * None where too many had to be passed over.
 */
export function nearest<Row extends Timed>(
  block: readonly Row[],
  second: number,
  most: number,
  fits: (row: Row) => boolean,
): Row[] {
  const found: Row[] = [];
  let after = placeOf(block, second);
  let before = after - 1;
  let looked = 0;
  while (found.length < most && (before >= 0 || after < block.length)) {
    const back = before >= 0 ? second - block[before]!.second! : Infinity;
    const forth = after < block.length ? block[after]!.second! - second : Infinity;
    const row = block[back <= forth ? before-- : after++]!;
    if (fits(row)) found.push(row);
    else if (++looked > MOST_LOOKED_AT) return [];
  }
  return found;
}

/** Enough days for this century and the next; a number is a far quicker key than a text. */
const DAYS = 100_000;

/** Amount and day as one key; null where the day is not known. */
export function cellOf(row: Due | Paid): number | string | null {
  if (row.day === null) return null;
  const cell = row.amount * DAYS + row.day;
  return Number.isSafeInteger(cell) ? cell : `${row.amount}@${row.day}`;
}
