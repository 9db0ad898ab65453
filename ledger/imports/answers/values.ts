import { z } from 'zod';
import { receiptIn } from '../find-receipt.ts';
import { readAmount } from '../statement-cells.ts';
import { readStamp } from './stamps.ts';

/** A text, or null where it is absent, empty or the word `null`. Numbers are taken as they are written. */
export const Text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => {
    const text = String(value ?? '').trim();
    return text === '' || text.toLowerCase() === 'null' ? null : text;
  });

/** An amount of shillings, written as text or as a number, in cents. */
export const Amount = z
  .union([z.string(), z.number()], { error: 'missing, or no amount' })
  .transform((value, context) => {
    const cents = readAmount(String(value), '.');
    if (cents !== null) return cents;
    context.addIssue({ code: 'custom', message: `“${String(value).slice(0, 40)}” is not an amount` });
    return z.NEVER;
  });

/** An amount that may be absent or empty. */
export const AmountOrNone = Text.transform((text) => (text === null ? null : readAmount(text, '.')));

/** A point in time in any of the ways that providers write it; null where it is none. */
export const Stamp = Text.transform((text) => (text === null ? null : readStamp(text)));

/** When it happened, as a movement has it. */
export const when = (stamp: z.output<typeof Stamp>) => ({
  occurredAt: stamp?.at ?? null,
  precision: stamp?.precision ?? null,
});

/** A phone number, full or masked. The SHA-256 that some callbacks send in its place is none. */
export const Phone = Text.transform((text) => (text !== null && text.length <= 24 ? text : null));

/** `ALICE`, ``, `EXAMPLE` → `ALICE EXAMPLE`; null where all are empty. */
export const fullName = (...names: readonly (string | null)[]): string | null =>
  names.filter(Boolean).join(' ') || null;

/** The first M-PESA receipt in any of the texts, else the first text that is not empty: the provider's own number. */
export const receiptOr = (...texts: readonly (string | null)[]): string | null =>
  texts.map((text) => (text === null ? null : receiptIn(text))).find((receipt) => receipt !== null) ??
  texts.find((text) => text !== null) ??
  null;
