import type { DecisionCode } from '#contract/decisions.ts';
import type { MatchRule } from '#contract/match.ts';
import type { Standing } from '#contract/words.ts';

/** What a standing is called in the terminal. */
export const standings: Readonly<Record<Standing, string>> = {
  settled: 'settled: moved to the bank, to the cent',
  proved: 'proved: on a statement that adds up',
  confirmed: 'confirmed: by a statement or the service',
  seen: 'seen: in messages only',
  claimed: 'claimed: nothing but a word for it',
  reversed: 'reversed: taken back',
  failed: 'failed',
  disputed: 'disputed: the witnesses contradict one another',
};

/** What an exception is called in the terminal. */
export const exceptions: Readonly<Record<DecisionCode, string>> = {
  'not-on-statement': 'told of, but not on the statement',
  'no-message': 'on the statement, but no message',
  'amounts-differ': 'amounts differ',
  'reversed-after-sale': 'reversed after the sale',
  'statements-conflict': 'statements contradict one another',
  'messages-conflict': 'messages contradict one another',
  'receipt-date-differs': "the receipt's date is not the message's",
  'unread-message': 'messages that could not be read',
  'receipt-reused': 'several sales name one payment',
  'receipt-contested': 'a receipt that another sale may claim',
  'other-account': 'paid to another account',
  'wrong-reference': 'invoices paid under another number',
  'amount-short': 'paid too little for the sale',
  'amount-over': 'paid too much for the sale',
  ambiguous: 'sales and payments that cannot be told apart',
  'to-confirm': 'proposals that wait for a word',
  'expected-not-paid': 'sales that are not paid',
  'paid-not-expected': 'payments without a sale',
  'balance-gap': 'balances that stop adding up',
  'settlement-differs': 'settlements that differ',
  'charge-differs': 'charges unlike the others',
  'late-change': 'closed months that have changed',
  'receipt-typo-fixed': 'slips in receipts put right',
  'in-transit': 'accounts with messages newer than the statement',
  'lookup-conflict': 'the service says otherwise',
  'lookup-inconclusive': 'the service could not tell',
};

/** What a pass of matching is called in the terminal. */
export const passes: Readonly<Record<MatchRule, string>> = {
  'by-hand': 'by hand',
  'receipt-and-amount': 'receipt and amount',
  'receipt-other-amount': 'receipt, another amount',
  'receipt-typo': 'receipt with a slip',
  'reference-and-amount': 'reference and amount',
  'amount-and-time': 'amount and time',
  parts: 'in parts',
  interchangeable: 'equal sets of a day',
  settlement: 'bank credits',
};
