/** Every way the book refuses. Add one and the screens do not compile until they have words for it. */
export const refusals = [
  /** The book was written by a newer Risiti; the file is untouched. */
  'newer-book',
  /** The file is not a Risiti book; it is untouched. */
  'not-a-book',
  /** Another Risiti has this book open for writing. */
  'book-in-use',
  /** The book's file cannot be read or written (missing folder, permissions, full disk). */
  'book-unavailable',
  /** There is a book of this name already. */
  'book-exists',
  /** The book's file is damaged. */
  'book-damaged',
  /** The file token is unknown, or the file has gone. */
  'unknown-file',
  /** No importer recognises the file. */
  'unrecognised-file',
  /** More than one importer claims the file: a mistake of ours, never settled by order. */
  'ambiguous-file',
  /** The file cannot be read as what it claims to be. */
  'unreadable-file',
  /** The document is encrypted: ask the owner for its password and read again with it. */
  'password-needed',
  /** The password given does not open the document. */
  'wrong-password',
  /** This very source was imported and undone before: say `again` to have it back. */
  'undone-before',
  /** The source is no longer what the preview read. */
  'file-changed',
  /** The book is no longer what the preview was made of: preview again. */
  'book-changed',
  /** The person cancelled; nothing was stored. */
  'cancelled',
  /** No such import, payment or message (any more). */
  'not-found',
  /** This import has been undone already. */
  'already-undone',
  /** The file could not be written where the person wanted it. */
  'unwritable-file',
  /** What was asked for cannot be written in this format. */
  'not-exportable',
  /** Only an empty book takes the sample shop. */
  'not-empty',
  /** What was filled in is not what the service asks for, or may not be its address. */
  'bad-credentials',
  /** Another program listens on this port. */
  'port-in-use',
  /** A record is in a confirmed match already. */
  'already-matched',
  /** More is allocated than a record has, or the sides differ without a reason. */
  'does-not-add-up',
  /** The day or month is closed; it must be reopened first. */
  'period-closed',
  /** It can be done only with a reason. */
  'reason-needed',
  /** There is no step to take back, or none to do again. */
  'nothing-to-undo',
] as const;
export type Refusal = (typeof refusals)[number];

/** What a host can answer with: a refusal, or one of its own. */
export type ErrorCode = Refusal | 'bad-request' | 'forbidden' | 'offline' | 'internal';

/** Electron keeps only an error's message across processes, so errors travel as data. */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };
