import type { DecisionCode } from '#contract/decisions.ts';

/** What each thing that asks for a decision is called, and what it means. */
export const enDecisionCodes = {
  decision: {
    'not-on-statement': 'Not on the statement',
    'no-message': 'No message',
    'amounts-differ': 'Amounts differ',
    'reversed-after-sale': 'Taken back after the sale',
    'messages-conflict': 'Messages conflict',
    'statements-conflict': 'Statements conflict',
    'receipt-date-differs': 'Receipt of another day',
    'unread-message': 'Message not read',
    'lookup-conflict': 'Provider says otherwise',
    'lookup-inconclusive': 'Provider could not say',
    'receipt-reused': 'Receipt used twice',
    'receipt-contested': 'Receipt contested',
    'other-account': 'Paid to another account',
    'wrong-reference': 'Paid under another number',
    'amount-short': 'Paid too little',
    'amount-over': 'Paid too much',
    ambiguous: 'Cannot be told apart',
    'to-confirm': 'To confirm',
    'expected-not-paid': 'Sale not paid',
    'paid-not-expected': 'Payment without a sale',
    'balance-gap': 'Balances break',
    'settlement-differs': 'Settlement differs',
    'charge-differs': 'Charge differs',
    'late-change': 'Closed month changed',
    'receipt-typo-fixed': 'Receipt’s slip put right',
    'in-transit': 'Newer than the statement',
  } satisfies Record<DecisionCode, string>,
  decisionText: {
    'not-on-statement':
      'A message tells of this payment. The statement covers its time and does not show it. Keep the goods until the provider has answered.',
    'no-message': 'The statement shows the money; no message of ours does. Phones lose messages: a reason settles it.',
    'amounts-differ': 'The message and the statement name different amounts. The statement is the surer of the two.',
    'reversed-after-sale': 'Money was taken back after the goods may have gone. Ask the customer, or write it off.',
    'messages-conflict': 'Two messages with one receipt contradict each other. Compare the originals.',
    'statements-conflict':
      'Two statements tell one receipt with different amounts. One of them counts: the one whose totals hold. Undo the import of the other.',
    'receipt-date-differs': 'The receipt’s first three characters stand for another day than the one printed.',
    'unread-message':
      'This message was kept, but Risiti does not know its wording yet. Read it yourself and say what it is.',
    'lookup-conflict':
      'The provider’s answer does not agree with the other witnesses. Compare them before you hand over goods.',
    'lookup-inconclusive': 'The provider was asked and could not say. Ask again later, or wait for the statement.',
    'receipt-reused': 'Several sales name one payment. It pays only one of them.',
    'receipt-contested':
      'Receipt and amount fit, but the time does not, another sale has as good a claim, or the payment is disputed.',
    'other-account': 'The receipt noted is of a payment to another account than the one it should have come to.',
    'wrong-reference': 'This open invoice was probably paid under another number: the amount and the name fit.',
    'amount-short': 'The receipt fits, and less was paid than the sale comes to.',
    'amount-over': 'The receipt fits, and more was paid than the sale comes to.',
    ambiguous: 'Equal sales and equal payments of one day: they balance, but nothing says which paid which.',
    'to-confirm': 'A rule proposes that these belong together. It waits for your word.',
    'expected-not-paid': 'No payment in the book settles this sale.',
    'paid-not-expected': 'Money came for which no sale is written down.',
    'balance-gap': 'Here the balances stop adding up: something is missing between these two rows.',
    'settlement-differs': 'Money for the bank did not arrive as it left the till, or does not come to its payments.',
    'charge-differs':
      'This payment was charged otherwise than the others like it. Ask the provider for the difference.',
    'late-change': 'A month that was closed is no longer what was sealed.',
    'receipt-typo-fixed':
      'The receipt was noted with a slip of the hand; only this payment can be meant. For your information.',
    'in-transit': 'These messages are newer than the last statement. Nothing is wrong: import the next statement.',
  } satisfies Record<DecisionCode, string>,
  chargeTold: {
    charged: 'Charged {{charged}}; usual for this amount is {{usual}}.',
    more: '{{rest}} too much.',
    less: '{{rest}} less than the others.',
    byShare: 'The others like it, same account and month, were charged {{share}} of the amount.',
    byList: 'The others like it, same account and month, were charged by {{list}}.',
    list: {
      'send-2021': 'M-PESA’s list for sending money of January 2021',
      'send-2023': 'M-PESA’s list for sending money of July 2023',
      'withdraw-2023': 'M-PESA’s list for withdrawals of July 2023',
      other: 'a published list',
    },
  },
};
