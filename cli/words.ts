import type { ExceptionCode, Standing } from '#contract/words.ts';

/** What a standing is called in the terminal. */
export const standings: Readonly<Record<Standing, string>> = {
  proved: 'proved: on a statement that adds up',
  confirmed: 'confirmed: on a statement',
  seen: 'seen: in messages only',
  claimed: 'claimed: nothing but a word for it',
  reversed: 'reversed: taken back',
  failed: 'failed',
  disputed: 'disputed: the witnesses contradict one another',
};

/** What an exception is called in the terminal. */
export const exceptions: Readonly<Record<ExceptionCode, string>> = {
  'not-on-statement': 'a message, but not on the statement',
  'no-message': 'on the statement, but no message',
  'amounts-differ': 'amounts differ',
  'reversed-after-sale': 'reversed after the sale',
  'messages-conflict': 'messages contradict one another',
  'receipt-date-differs': "the receipt's date is not the message's",
  'unread-message': 'messages that could not be read',
  'lookup-conflict': 'the service says otherwise',
  'lookup-inconclusive': 'the service could not tell',
};
