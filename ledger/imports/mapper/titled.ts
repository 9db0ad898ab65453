import type { ProfileColumn } from '#contract/profile.ts';

/** What titles say, in English and Kiswahili, the surest first. */
const titled: readonly (readonly [ProfileColumn, RegExp])[] = [
  ['ignore', /\b(?:value date|net (?:amount|total)|status message|cleared balance|due date|tarehe ya mwisho)\b/i],
  ['ignore', /\b(?:qty|quantity|unit price|vat|discount|(?:amount|already) paid|paid amount|balance due|idadi)\b/i],
  ['currency', /\b(?:currency|sarafu)\b|^ccy$/i],
  ['balance', /\b(?:balance|bal|salio|baki)\b/i],
  ['fee', /\b(?:fees?|commission|charges?|cost|tax|ada|makato|gharama|kamisheni)\b/i],
  ['status', /\b(?:status|state|hali)\b/i],
  ['date', /\b(?:date|day|paid at|created|completed|completion time|timestamp|tarehe|siku)\b/i],
  ['time', /^(?:time|muda|saa)\b/i],
  [
    'direction',
    /^(?:dr ?\/ ?cr|cr ?\/ ?dr|d ?\/ ?c|c ?\/ ?d|(?:txn |transaction )?type|debit ?\/ ?credit|direction|sign|aina)$/i,
  ],
  [
    'in',
    /^(?:cr|in)$|\b(?:credits?|credited|deposits?|deposited|money in|paid in|received(?! from| by)|inflow|(?:ili|zili|kili)(?:yo|zo|cho)ingia|mapato)\b/i,
  ],
  [
    'out',
    /^(?:dr|out)$|\b(?:debits?|debited|withdrawals?|withdrawn|money out|paid out|outflow|(?:ili|zili|kili)(?:yo|zo|cho)(?:toka|tolewa)|matumizi)\b/i,
  ],
  [
    'receipt',
    /\b(?:receipts?|confirmation|m-?pesa (?:code|ref\w*)|transaction (?:id|code|no)|trans ?id|risiti|stakabadhi)\b/i,
  ],
  ['phone', /\b(?:phone|msisdn|mobile|telephone|simu)\b/i],
  [
    'reference',
    /\b(?:invoice|order|bill|sale|ankara|oda|mauzo) (?:no|na|number|id|ref\w*|namba|#)|\b(?:no|number|namba|nambari) ya (?:ankara|oda|mauzo)\b/i,
  ],
  ['amount', /\b(?:amount|kiasi|total|jumla|value|thamani|price|bei|sum|ksh|kes|shilingi|pesa)\b/i],
  [
    'reference',
    /\b(?:ref|reference|invoice|order|account|bill|sale|number|no|kumbukumbu|rejea|ankara|oda|akaunti|namba|nambari)\b/i,
  ],
  ['party', /\b(?:name|customer|client|payer|buyer|receiver|party|from|mteja|jina|mnunuzi|mlipaji)\b/i],
  ['details', /\b(?:details?|description|narration|narrative|particulars|remarks?|memo|item|maelezo|bidhaa)\b/i],
];

/** What a title says its column means; undefined where it says nothing. */
export const meaningOfTitle = (title: string): ProfileColumn | undefined =>
  titled.find(([, pattern]) => pattern.test(title))?.[0];

/** Of several columns of amounts, which is meant: a sale's total, a payment's amount. The first pattern that fits wins. */
export const amountTitles = {
  payments: [/\b(?:amount|kiasi)\b/i, /\b(?:total|jumla|sum)\b/i],
  sales: [/\b(?:total|jumla)\b/i, /\b(?:amount|kiasi|sum)\b/i],
} as const;

/** Titles that only a list of what should be paid has. */
export const saleTitles = /\b(?:invoices?|orders?|sales?|due|sold|ankara|oda|mauzo)\b/i;
export const invoiceTitles = /\b(?:invoices?|due|ankara)\b/i;

/** A title that only a list of money sent has. */
export const receiverTitle = /\b(?:receiver|recipient|beneficiary|mpokeaji)\b/i;
