import { z } from 'zod';
import type { AnswerNote, ProviderIds } from '#contract/provider-answer.ts';
import { type Cents, readCents } from '#parser/money.ts';

/** Services mix strings and numbers for one and the same field; read as text, blank as null. */
export const Text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const text = value === undefined || value === null ? '' : String(value).trim();
    return text === '' ? null : text;
  });

/** Text that must be there. */
export const Word = z.union([z.string(), z.number()]).transform((value) => String(value).trim());

const plain = /^\d{1,12}(?:\.\d{1,2})?$/;

/** `100`, `"100.00"`, `640` as cents, by its text. Null where it is absent, signed, grouped or finer than a cent. */
export const readAmount = (text: string | null): Cents | null =>
  text !== null && plain.test(text) ? readCents(text) : null;

/** Cents as shillings: `30`, `30.50`. */
export function writeAmount(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  const rest = digits.slice(-2);
  return digits.slice(0, -2) + (rest === '00' ? '' : `.${rest}`);
}

/** Cents as the JSON number a service asks for: the shortest text of the nearest double is the amount again. */
export const amountNumber = (cents: number): number => Number(writeAmount(cents));

/** An amount as told, and the note that goes with one that cannot be read. */
export function noteAmount(text: string | null, notes: AnswerNote[]): Cents | null {
  const amount = readAmount(text);
  if (amount === null && text !== null) notes.push('amount-unreadable');
  return amount;
}

const compact = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const iso = /^(20\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z?)$/;

/**
 * `20260301091502` and `2026-03-01T14:30:00.000000Z` as instants of East Africa Time. `202603011091502` and days that no
 * month has are noted and null. A `Z` is noted: the document of the service that writes it shows 2:30 PM of a message
 * as `14:30:00.000000Z`, so that it cannot be taken for UTC.
 */
export function noteInstant(text: string | null, notes: AnswerNote[]): string | null {
  if (text === null) return null;
  const parts = compact.exec(text) ?? iso.exec(text);
  const instant = parts === null ? null : instantOf(parts.slice(1, 7));
  if (instant === null) notes.push('date-unreadable');
  else if (parts?.[7] === 'Z') notes.push('zone-doubtful');
  return instant;
}

/** Null where no calendar has the day or no clock the time: what reads back the same was one. */
function instantOf([year, month, day, hour, minute, second]: readonly string[]): string | null {
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${local}Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== local ? null : `${local}+03:00`;
}

/** `0712345678` as `254712345678`; a number that already begins so stays. */
export const internationalPhone = (phone: string): string => phone.replace(/^0/, '254');

type MaybeIds = { readonly [K in keyof ProviderIds]: string | null | undefined };

/** Only the ids that were told, so that one that was not is not there. */
export const present = (ids: MaybeIds): ProviderIds =>
  Object.fromEntries(Object.entries(ids).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
