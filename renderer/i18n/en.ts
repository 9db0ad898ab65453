import type { ErrorCode } from '#contract/errors.ts';
import { kindWords } from '#contract/kind-words.ts';
import { enDecide } from './en-decide.ts';
import { enFigures } from './en-figures.ts';
import { enIntake } from './en-intake.ts';
import { enLinks } from './en-links.ts';
import { enPictures } from './en-pictures.ts';
import { enProof } from './en-proof.ts';
import { enScreens } from './en-screens.ts';
import { enSentences } from './en-sentences.ts';

/** One sentence a code: what is known and what to do. A code without words does not compile. */
const errors = {
  'newer-book':
    'This book was written by a newer Risiti. Nothing in it was touched. Install the newer version to open it.',
  'not-a-book': 'This file is not a Risiti book. It was left as it is. Choose another file.',
  'book-in-use': 'Another Risiti has this book open. Close it there, then try again.',
  'book-unavailable':
    'The book’s file cannot be read or written. Check that its folder exists and that the disk is not full.',
  'book-exists': 'There is a book of this name already: choose another name, or open that one.',
  'book-damaged': 'The book’s file is damaged. Nothing was changed. A backup lies beside it.',
  'unknown-file': 'The file is no longer there. Choose it again.',
  'unrecognised-file': 'Risiti does not know this kind of file.',
  'ambiguous-file': 'This file fits two kinds of statement, and Risiti does not guess. Please report it to us.',
  'unreadable-file': 'The file cannot be read as what it says it is. Download or export it again.',
  'password-needed': 'This file is locked. Open it with its password.',
  'wrong-password': 'The password does not open this file. Check it and try again.',
  cancelled: 'You stopped it. Nothing of it was stored.',
  'not-found': 'This is no longer in the book.',
  'already-undone': 'This import was undone already.',
  'undone-before': 'This was imported and undone before. Import it again only if you want it back.',
  'file-changed': 'The file has changed since it was looked at. Look at it again.',
  'book-changed': 'The book has changed since the files were looked at. Look at them again.',
  'not-exportable': 'This format cannot hold what you chose. Choose another format or one account.',
  'unwritable-file': 'The file could not be written there. Choose another folder.',
  'not-empty': 'The book is not empty. The sample shop only opens in an empty one: make a new book for it.',
  'bad-credentials': 'This is not what the service asks for, or not an address that keys may be sent to.',
  'port-in-use': 'Another program uses this port. Choose another one.',
  'already-matched': 'One of these already belongs to a confirmed match. Take that match back first.',
  'does-not-add-up': 'More is shared out than there is, or the two sides differ. Say why they differ.',
  'period-closed': 'This day or month is closed. Open it again first.',
  'reason-needed': 'The balances do not prove this. It can be closed with a reason.',
  'nothing-to-undo': 'There is nothing left to undo or to do again.',
  'bad-request': 'The book did not understand the question. This is a mistake of ours: please report it.',
  forbidden: 'This page may no longer speak to the book. Open the address that the terminal printed.',
  offline: 'Risiti is not answering. Start it again, then try once more.',
  internal: 'Something went wrong inside Risiti. Your book was not changed. Try again.',
} satisfies Record<ErrorCode, string>;

/** Every word on the screen, in English. `sw.ts` has the same keys; the compiler and a test hold the two together. */
export const en = {
  errors,
  kind: kindWords,
  ...enLinks,
  ...enFigures,
  ...enScreens,
  ...enSentences,
  ...enIntake,
  ...enDecide,
  ...enProof,
  ...enPictures,
};

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** What another language must say. */
export type Catalogue = Words<typeof en>;
