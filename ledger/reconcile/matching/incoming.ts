import type { MovementKind } from '#contract/words.ts';

/** See `isIncome`. */
export const incomeKinds = [
  'merchant_till_receive',
  'merchant_paybill_receive',
  'pochi_receive',
  'receive_person',
  'receive_person_nophone',
  'receive_business',
  'receive_bank',
  'receive_international',
  'receive_other_wallet',
] as const satisfies readonly MovementKind[];

const kinds: ReadonlySet<MovementKind> = new Set<MovementKind>(incomeKinds);

/**
 * Whether a payment of this kind can settle a sale: somebody else's money. Not a loan, a refund, a deposit at an agent,
 * savings coming back, a bonus, or money between the owner's own accounts.
 */
export const isIncome = (kind: MovementKind): boolean => kinds.has(kind);
