/**
 * Year letter, month letter, day character, seven more, a digit among them (or every ten-letter surname would do). A
 * candidate only: the shape is inferred from receipts seen.
 */
const shape = /\b(?=[A-Z]*\d)[A-Z][A-L][1-9A-V][A-Z0-9]{7}\b/;

/** The first M-PESA receipt that stands in a text, or null. Found in a bank's narration it is a candidate, no proof. */
export const receiptIn = (text: string): string | null => shape.exec(text.slice(0, 2_000))?.[0] ?? null;
