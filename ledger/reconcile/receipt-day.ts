import { receiptDate } from '#parser/receipt.ts';

const DAY = 24 * 60 * 60 * 1_000;
const NEAR_MIDNIGHT = 60 * 60 * 1_000;

/** Whether it is a receipt of M-PESA, which encodes a day; a service's own number does not. */
export const encodesDay = (receipt: string | null): boolean => receipt !== null && receiptDate(receipt, 'KE') !== null;

/**
 * Whether a receipt stands for another day than the one printed beside it. False where either says nothing, and for
 * neighbouring days within an hour of midnight, where the two clocks may honestly disagree.
 */
export function receiptDayDiffers(receipt: string | null, occurredAt: string | null): boolean {
  const coded = receipt === null ? null : receiptDate(receipt, 'KE');
  if (coded === null || occurredAt === null || occurredAt.startsWith(coded)) return false;
  const start = Date.parse(`${coded}T00:00:00${occurredAt.slice(19)}`);
  const at = Date.parse(occurredAt);
  return at < start - NEAR_MIDNIGHT || at >= start + DAY + NEAR_MIDNIGHT;
}
