import type { Move } from '#contract/provider.ts';

/** What is to be ordered, before it is pressed for. Amounts are positive cents. */
export type Order = {
  readonly move: Move;
  /** As the contract's `moveInputs` has it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Null for what has no amount: a message. */
  readonly amount: number | null;
  /** Whom it reaches: phone numbers, or the service's number of a payment. */
  readonly who: readonly string[];
  /** The words of a message. */
  readonly text: string | null;
};

/** Money that leaves for good: its amount is typed once more. */
export const leaves = (move: Move): boolean => move === 'send-money' || move === 'send-airtime' || move === 'reverse';

/** `0712345678` and `254712345678`, also with spaces, hyphens or a plus; null for what is no whole Kenyan number. */
export function phoneOf(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '').replace(/^\+/, '');
  return /^(?:254|0)[17]\d{8}$/.test(digits) ? digits : null;
}

/** Every phone of a list, one a line or parted by commas; null where one of them is none. The same number once. */
export function phonesOf(typed: string): string[] | null {
  const parts = typed.split(/[\n,;]/).filter((part) => part.trim() !== '');
  const phones = parts.map(phoneOf);
  const known = phones.filter((phone) => phone !== null);
  return known.length === parts.length && known.length > 0 && known.length <= 500 ? [...new Set(known)] : null;
}
