import type { MovementKind } from '#contract/words.ts';
import type { Party } from './portal-details.ts';

type Meaning = readonly [RegExp, MovementKind, MovementKind?];

/**
 * What a row of a wallet's statement is, by how its details begin; the second kind is for money that comes in. The
 * wording varies by year. An overdraft's advance shares the purchase's receipt and is no income.
 */
const meanings: readonly Meaning[] = [
  [/\bcharge\b/i, 'charge', 'reversal_credited'],
  [/\breversal\b/i, 'reversal_debited', 'reversal_credited'],
  [/^customer (?:payment to small business|send money to micro sme)/i, 'send_business'],
  [/^customer (?:transfer|send money)/i, 'send_person'],
  [/^overdraft of credit party/i, 'fuliza_draw'],
  [/^od loan repayment/i, 'fuliza_repay'],
  [/^pay bill\b/i, 'paybill'],
  [/^merchant customer payment from/i, 'receive_business'],
  [/^merchant payment\b/i, 'buy_goods'],
  [/^customer withdrawal at agent/i, 'withdraw_agent'],
  [/\bATM\b/, 'withdraw_atm'],
  [/^deposit of funds/i, 'deposit_agent'],
  [/^funds received from/i, 'receive_person'],
  [/^receive international/i, 'receive_international'],
  [/^(?:business|salary) payment from|^small business payment/i, 'receive_business'],
  [/^promotion payment/i, 'receive_promo'],
  [/bundle/i, 'data_bundle'],
  [/^airtime purchase/i, 'airtime_self'],
  [/^recharge for customer/i, 'airtime_other'],
  [/^m-shwari deposit/i, 'mshwari_deposit'],
  [/^m-shwari withdraw/i, 'mshwari_withdraw'],
  [/^m-shwari loan/i, 'mshwari_loan_repay', 'mshwari_loan'],
  [/^kcb m-pesa/i, 'kcb_deposit', 'kcb_withdraw'],
  [/^unit trust/i, 'invest', 'receive_ziidi'],
  [/^offnet/i, 'send_other_network', 'receive_other_wallet'],
  [/^global ?pay/i, 'mpesa_global'],
];

/** The kind of a row of a wallet's statement from its words and its sign. */
export function consumerKind(details: string, amount: number): MovementKind {
  const [, out = 'statement_other', incoming = out] = meanings.find(([pattern]) => pattern.test(details)) ?? [];
  return amount > 0 ? incoming : out;
}

/** `to - 2547******333 CAROL FICTION` */
const phoneThenName = /\b(?:to|from)\s+-?\s*(\+?[\d*]{9,15})\s+(?:-\s*)?(.*)$/s;
/** `to 888880 - KPLC PREPAID Acc. 0141234`, `from 300600 - EXAMPLE BULK via API. Original conversation …` */
const numberThenName = /\b(?:to|from|till)\s+(\d{5,7})\s+-\s+(.*?)(?:\s+via API\b.*)?(?:\s+Acc\.\s*(.*))?$/is;

/** Who a row of a wallet's statement names, and for which account of theirs. */
export function consumerParty(details: string, kind: MovementKind): Party & { readonly accountRef: string | null } {
  const nobody = { party: null, phone: null, shortcode: null, accountRef: null };
  if (kind === 'charge' || kind === 'fuliza_draw') return nobody;
  const business = numberThenName.exec(details);
  if (business)
    return { ...nobody, shortcode: business[1] ?? null, party: business[2] || null, accountRef: business[3] || null };
  const person = phoneThenName.exec(details);
  return person ? { ...nobody, phone: person[1] ?? null, party: person[2] || null } : nobody;
}
