import type { AccountKind, MovementKind } from '#contract/words.ts';

/** Who stands on the other side of a row, as printed. */
export type Party = { readonly party: string | null; readonly phone: string | null; readonly shortcode: string | null };

const nobody: Party = { party: null, phone: null, shortcode: null };

/** `Pay Bill from 2547****111 - ALICE **** EXAMPLE Acc. INV-001`: what happened, who, and for which account. */
const sentence =
  /^(?<what>.+?)\s+(?:from|by|to)\s+(?<who>[+\d*][+\d* ]*\s+-\s+.*?)(?:\s*\bAcc\.\s*(?<accountRef>.*))?$/s;

/**
 * The kind of a row from its words and its sign. Only where the words name a charge and money left is it a charge: the
 * portal's own reason is the same for a payment and for its charge.
 */
export function kindOf(details: string, amount: number, account: AccountKind): MovementKind {
  if (amount < 0 && /\bcharge\b/i.test(details)) return 'charge';
  if (/\breversal\b/i.test(details)) return amount < 0 ? 'reversal_debited' : 'reversal_credited';
  if (isOwnTransfer(details)) return 'settlement';
  if (amount > 0 && account === 'till' && /\bmerchant\b|\bbuy goods\b/i.test(details)) return 'merchant_till_receive';
  if (amount > 0 && account === 'paybill' && /\bpay (?:bill|utility)\b/i.test(details))
    return 'merchant_paybill_receive';
  return /\b(?:business|salary|promotion) payment\b/i.test(details) ? 'business_payment' : 'statement_other';
}

/** Money that only went from one of the owner's own accounts to another: neither income nor expense. */
const isOwnTransfer = (details: string) =>
  /\baccount to\b.*\baccount\b|^real time\b|\bwithdrawal of funds to bank\b/i.test(details);

/** Which account a statement without a preamble is of, from what its rows say happened. Null where they do not tell. */
export function accountTold(
  rows: readonly { readonly details: string; readonly amount: number }[],
): AccountKind | null {
  for (const { details, amount } of rows) {
    const sweep = /^(merchant|utility) account to\b/i.exec(details)?.[1]?.toLowerCase();
    if (sweep && amount > 0) return 'settlement';
    if (sweep) return sweep === 'merchant' ? 'till' : 'paybill';
  }
  if (rows.some(({ details }) => /\bmerchant\b|\bbuy goods\b/i.test(details))) return 'till';
  return rows.some(({ details }) => /\bpay (?:bill|utility)\b/i.test(details)) ? 'paybill' : null;
}

/** The other party from its own cell, else from the details. A charge is owed to the operator and names nobody. */
export function partyOf(otherParty: string, details: string, kind: MovementKind): Party {
  if (kind === 'charge' || kind === 'settlement') return nobody;
  const who = otherParty || sentence.exec(details)?.groups?.['who'];
  return who ? readParty(who) : nobody;
}

function readParty(who: string): Party {
  const [, number = '', party] = /^(\+?[\d*][\d* ]*?)\s*-\s+(.*)$/s.exec(who) ?? [];
  if (party === undefined) return isNumber(who) ? numbered(who, null) : { ...nobody, party: who };
  return numbered(number, party || null);
}

const isNumber = (text: string) => /^\+?[\d*][\d* ]{4,}$/.test(text);

/** Five to seven digits are a till or paybill; anything longer or masked is a phone. */
const numbered = (number: string, party: string | null): Party =>
  /^\d{5,7}$/.test(number) ? { party, phone: null, shortcode: number } : { party, phone: number, shortcode: null };

/**
 * What the customer paid for. A spreadsheet makes `0850060` of an account number a number, `850060` or `850060.0`; the
 * details still have it whole.
 */
export function accountRefOf(cell: string, details: string): string | null {
  const told = sentence.exec(details)?.groups?.['accountRef']?.trim() ?? '';
  if (!cell) return told || null;
  const plain = cell.replace(/^(\d+)\.0+$/, '$1');
  if (told === plain || (/^0+\d+$/.test(told) && told.replace(/^0+/, '') === plain)) return told;
  return /^\d(?:\.\d+)?E\+\d+$/i.test(cell) && /^\d+$/.test(told) ? told : plain;
}
