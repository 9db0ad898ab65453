import { say } from '#contract/sentences.ts';
import type { Cents } from '#parser/money.ts';
import { type DecimalMark, readAmount, shown, toCents } from '../statement-cells.ts';

/**
 * An amount as banks, tills and people write it: all that `readAmount` reads, and `1,500.00 DR`, `1,500.00-`,
 * `1,500/=`, `1,500.00 KES`. A debit is negative. Null where it is none.
 */
export function readMoney(cell: string, decimal: DecimalMark): Cents | null {
  const [, body = '', side] = /^(.*?)\s*(cr|dr|c|d)?\.?$/i.exec(cell.trim()) ?? [];
  const bare = body
    .replace(/\s*\/[=-]$/, '')
    .replace(/\s*(?:KES|Kshs?\.?|Shs?\.?)$/i, '')
    .replace(/^(\D*)(\d.*)-$/, '$1-$2')
    .replace(/^Shs?\.?\s*/i, '');
  if ((side && bare === '') || twoWays[decimal].test(digitsOf(bare))) return null;
  const amount = readAmount(bare, decimal);
  return amount !== null && side && /^d/i.test(side) ? toCents(0 - Math.abs(amount)) : amount;
}

/** Three figures behind the sign that stands before the cents: `1.500` is one shilling fifty, or fifteen hundred. */
const twoWays: Readonly<Record<DecimalMark, RegExp>> = { '.': /^[1-9]\d{0,2}\.\d{3}$/, ',': /^[1-9]\d{0,2},\d{3}$/ };

const digitsOf = (text: string) => text.replace(/^\D+|\D+$/g, '');

/** The sentence for an amount that reads two ways; null where `readMoney` has another reason not to read it. */
export function twoWaysReason(cell: string, decimal: DecimalMark): string | null {
  const digits = digitsOf(cell);
  if (!twoWays[decimal].test(digits)) return null;
  const [more, less] = [digits.replace(decimal, ''), digits.slice(0, -1)];
  return say('amount-two-ways', { found: shown(cell), more, less });
}

const carried =
  /^(?:opening|closing) bal(?:ance)?\b|\b(?:balance|bal\.?) (?:b\/?f|c\/?f|b\/?d|c\/?d|brought|carried)|^b\/?f$|^c\/?f$|^salio (?:la )?(?:mwanzo|mwisho)/i;
const sums = /^(?:(?:grand |sub-? ?)?totals?(?: (?:sales|amount|paid|kes|ksh))?|jumla(?: kuu)?)\W*$/i;

/** Why a row is no row of its own: the file's own sum, or a balance carried over. Null where it is one. */
export function apartReason(cells: readonly string[], hasDate: boolean): string | null {
  if (cells.some((cell) => carried.test(cell.trim()))) return say('carried-over');
  if (!hasDate && cells.some((cell) => sums.test(cell.trim()))) return say('totals-line');
  return null;
}
