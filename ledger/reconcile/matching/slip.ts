import { receiptShape } from '#parser/receipt.ts';

/**
 * Whether two different codes are one slip of the hand apart: characters that look alike (`0` and `O`, `1` and `I`), or one
 * character changed, left out, put in, or swapped with its neighbour.
 */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  if (a.length === b.length && receiptShape(a) === receiptShape(b)) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
