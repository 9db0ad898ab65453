import { explanations } from '#parser/explanations.ts';

const readable =
  'Risiti reads M-PESA statements (CSV, Excel, PDF or their text), messages exported from phones, text with M-PESA messages in it, and saved answers of payment providers (JSON).';

/**
 * Every sentence that an importer says about a row or a file, and the parser about a message, by its code: English, as the terminal prints it and the book
 * keeps it; the screens word it in their language. `{slots}` hold what is quoted. Where two could be the same text, the
 * narrower comes first.
 */
export const sentences = {
  'quote-not-doubled': 'A quotation mark inside a cell is not doubled, so the columns cannot be told apart.',
  'too-many-cells': 'The row has {cells} cells, the titles name {titles}: a text with a separator in it is not quoted.',
  'row-ends': 'The row ends after {cells} of {titles} cells.',
  'titles-again': 'These are the titles over again.',
  'totals-line': 'A line of totals, not a payment.',
  'row-repeated': 'The same row stands above, with the same balance: it counts once.',
  'carried-over': 'This row carries a balance over: no money moved.',
  'statement-says': 'The statement says “{status}”: no money moved.',
  'status-unpaid': 'Its status is “{status}”: no money moved.',
  'status-not-due': 'Its status is “{status}”: nothing is to be paid.',
  'amount-zero': 'The amount is zero: no money moved.',
  'both-sides': 'Both Paid In and Withdrawn have an amount; a row can have only one.',
  'no-side': 'Neither Paid In nor Withdrawn has an amount.',
  'one-side-mapped': 'Money in is {in} and money out {out}; exactly one of them should be an amount.',
  'one-side': '{inTitle} is {in} and {outTitle} {out}; exactly one of them should be an amount.',
  'should-be-receipt': '{title} is {found}; it should be a receipt number of 8 to 12 letters and digits.',
  'should-be-time': '{title} is {found}; it should be a day and time like {example}.',
  'should-be-amount': '{title} is {found}; it should be an amount.',
  'should-be-shillings': '{title} is {found}; it should be KES.',
  'should-be-completed': '{title} is {found}; it should be “Completed”, or say that nothing moved.',
  'should-be-above-zero': 'The amount is {found}; it should be above zero.',
  'should-not-be-zero': 'The amount is {found}; it should be a number, and not zero.',
  'date-day-month-year': 'The date is {found}; it should be day, month, year.',
  'date-month-day-year': 'The date is {found}; it should be month, day, year.',
  'date-year-month-day': 'The date is {found}; it should be year, month, day.',
  'date-day-number': 'The date is {found}; it should be a day as Excel counts them, such as 46066.',
  'date-counted':
    'The date is {found}, which is Excel’s number for {day}: show that column as dates in the spreadsheet, and save it again.',
  'amount-two-ways':
    'The amount is {found}, which may be {more} or {less}: write it as the one that it is, or say what stands before the cents where the columns are explained.',
  'other-currency': 'The currency is {found}; the book counts shillings of Kenya.',
  'day-closed': 'The day {day} is closed. Reopen it, then import this file again.',
  'sale-known': 'The book has this sale already: {sale}. It stays one.',
  'sale-alike': 'This may be a sale that the book has already: {sale}. Both stand; take one out if they are one.',
  'not-a-till': 'A row of “{account}”, not of a till.',
  'no-amount-title': 'The first line should name the columns, an amount among them.',

  'no-payment': 'This is not a message about a payment.',
  'not-shillings': 'This message is not in Kenya shillings; the book does not count it.',
  'unknown-wording': 'This looks like an M-PESA message, in a wording that is not known yet.',
  'payment-failed': 'This message says that a payment failed: no money moved.',
  'payment-cancelled': 'This message says that a payment was cancelled: no money moved.',
  'tells-no-payment': 'This message tells of no payment: no money moved.',
  'own-message': 'Written on this phone, not received.',
  'private-message': 'Not from M-PESA. Its text is not kept.',
  'other-sender': 'Speaks like an M-PESA message but came from {sender}: not counted.',
  multimedia: 'A multimedia message: M-PESA sends none.',
  'only-ten':
    'The file has ten messages, which is all that Termux exports unless it is asked for more: run “termux-sms-list -l 100000”.',
  'message-incomplete': 'The message is not complete, or one of its fields is not what the app writes.',
  'message-damaged': 'The message’s record is damaged.',
  'words-unreadable': 'The message’s words cannot be read.',
  'export-cut-off': 'The file ends in the middle: the export was cut off. What stood before is read.',
  'not-well-formed': 'The message is not well-formed XML.',

  'not-paid-code': 'Not paid: {why} ({code})',
  'not-paid': 'Not paid: {why}',
  'not-done': 'Not done: {why} ({code})',
  'request-refused': 'The request was refused: {why} ({code})',
  'request-accepted': 'The request was accepted; that is not a payment yet.',
  'not-decided': 'Not decided yet when it was asked: ask again.',
  'done-untold':
    'Says that it was done, but neither how much nor under which receipt: the statement or the callback will.',
  'only-asked': 'A question whether a payment may come in, not the payment: only a confirmation is one.',
  'only-balance': 'The balance of an account, not a payment.',
  'done-no-payment': 'The request was done; the answer tells of no payment.',
  'transaction-is': 'The transaction is {status}: no money moved.',
  'topic-no-payment': '“{topic}” tells of no payment.',
  'topic-status': '“{topic}” with status “{status}”: no money moved.',
  'answer-currency': 'In {currency}: Risiti counts shillings of Kenya.',
  'empty-page': 'No payments in it: {why}.',
  'cut-json': 'This is no complete JSON: it is cut off, or a quotation mark is missing.',
  'unknown-answer': 'No answer of a provider that Risiti knows: its fields are {fields}.',
  'answer-field': 'The field {field} of the answer cannot be read: {problem}.',

  'looks-empty': `“{name}” is empty. ${readable}`,
  'looks-zip': `“{name}” is a ZIP file, but neither a workbook nor an export of messages: unpack it first. ${readable}`,
  'looks-database': `“{name}” is a database of another program, or a book. ${readable}`,
  'looks-gzip': `“{name}” is packed with gzip: unpack it first. ${readable}`,
  'looks-rar': `“{name}” is a RAR file: unpack it first. ${readable}`,
  'looks-7z': `“{name}” is a 7z file: unpack it first. ${readable}`,
  'looks-picture': `“{name}” is a picture. ${readable}`,
  'looks-binary': `“{name}” is not text. ${readable}`,
  'looks-markup': `“{name}” is XML or HTML, but no SMS export that we know. ${readable}`,
  'looks-json': `“{name}” is JSON, but neither messages nor an answer that we know. ${readable}`,
  'looks-table': `“{name}” has the columns {titles}, and no layout that we know: say once what they mean, and it can be read. ${readable}`,
  'looks-text': `“{name}” is text without column titles or messages that we know. ${readable}`,
  'sheet-unknown':
    '“{name}” is a workbook, but its columns are {titles}: no statement that Risiti knows. Say once what its columns mean, and it can be read.',
  'sheet-empty': '“{name}” is a workbook, but no columns stand on its first sheet.',
  'other-columns': '“{name}” has other columns than this profile was made for.',
  'no-titles': '“{name}” has no table with column titles.',
  'unclosed-quote': 'Row {row} opens a quotation mark that is never closed. Save the file as CSV again.',
  'document-type': 'The file declares a document type, which no SMS export does.',
  'sheet-document-type': '“{name}” declares a document type: no workbook does.',
  'sheet-locked': '“{name}” is locked with a password: open it in Excel and save it without one.',
  'sheet-damaged': '“{name}” is a damaged workbook.',
  'sheet-too-old': '“{name}” was written by an Excel older than 97: save it anew.',
  'no-sheet': '“{name}” is no Excel workbook with a sheet in it.',
  'old-office': '“{name}” is an old Office document, but no workbook.',
  'pdf-no-statement': '“{name}” is a PDF, but no M-PESA statement: no line begins with a receipt and a day.',
  'pdf-locked': '“{name}” is locked with a password: the one that Safaricom sent with it.',
  'pdf-wrong-password': '“{name}” does not open with this password.',
  'pdf-damaged': '“{name}” cannot be read as a PDF: it is damaged.',
  'pdf-beyond': '“{name}” cannot be read as a PDF: it is damaged, or takes more time and memory than a statement may.',
  'database-other': '“{name}” is a database, but not the messages of an iPhone (sms.db).',
  'database-damaged': '“{name}” is a damaged database.',
  'database-beyond':
    '“{name}” cannot be read: it is a damaged database, or one that takes more time and memory than messages may.',
  'no-messages': '“{name}” holds no messages.',
  'too-large': '“{name}” is larger than {most} MB: more than a file of this kind can hold.',
  'too-long-text': '“{name}” is too long for text: part it into smaller files.',
  'zip-files': '“{name}” holds more than {most} files.',
  'zip-size': '“{name}” unpacks to more than {most} MB.',
  'zip-ratio': '“{name}” unpacks to more than {most} times its size: it was made to do harm.',
  'zip-inside': '“{name}” holds another archive, {inside}: unpack it first.',
  'zip-damaged': '“{name}” is a damaged ZIP file.',

  ...explanations,
} as const;

export type SentenceCode = keyof typeof sentences;

type Slots<Template> = Template extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;
type Values<Code extends SentenceCode> = Record<Slots<(typeof sentences)[Code]>, string | number>;

/** No quoted value is longer: a cell of a megabyte would be no sentence any more. */
const LONGEST = 200;

/** The sentence in English, with its values. */
export function say<Code extends SentenceCode>(
  code: Code,
  ...[values]: [Slots<(typeof sentences)[Code]>] extends [never] ? [] : [Values<Code>]
): string {
  const given: Readonly<Record<string, string | number>> = values ?? {};
  return sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => cut(String(given[name])));
}

const cut = (value: string) => (value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);

/** What a sentence said: its code, and its values by their slots. */
export type Said = { readonly code: SentenceCode; readonly values: Readonly<Record<string, string>> };

type Pattern = { readonly code: SentenceCode; readonly words: readonly string[]; readonly slots: readonly string[] };

const patterns = Object.entries(sentences).map(([code, text]): Pattern => {
  const parts = text.split(/\{(\w+)\}/);
  return {
    // `Object.entries` forgets what the keys of `sentences` are.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    code: code as SentenceCode,
    words: parts.filter((_, at) => at % 2 === 0),
    slots: parts.filter((_, at) => at % 2 === 1),
  };
});

/** Reads a sentence back, so that a book of any age is told in the reader's language. Null for what is none of ours. */
export function heard(text: string): Said | null {
  for (const pattern of patterns) {
    const values = valuesIn(text, pattern);
    if (values) return { code: pattern.code, values };
  }
  return null;
}

/** The values between a pattern's words; a value ends where the next words first stand. */
function valuesIn(text: string, { words, slots }: Pattern): Record<string, string> | null {
  const last = words.at(-1)!;
  if (slots.length === 0) return text === last ? {} : null;
  if (!text.startsWith(words[0]!) || !text.endsWith(last)) return null;
  const values: Record<string, string> = {};
  let from = words[0]!.length;
  for (const [at, slot] of slots.entries()) {
    const end = at === slots.length - 1 ? text.length - last.length : text.indexOf(words[at + 1]!, from);
    if (end < from) return null;
    values[slot] = text.slice(from, end);
    from = end + words[at + 1]!.length;
  }
  return values;
}
