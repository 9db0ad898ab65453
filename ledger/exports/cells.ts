import { kindWords } from '#contract/kind-words.ts';

/** Characters that are not seen: controls, marks of direction and width. They hide what a cell begins with. */
const hidden = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0]/gu;
const formula = /^[=+\-@|%]/;

/**
 * Text for a cell that no spreadsheet takes for a formula, on one line. What would begin one, also behind blanks, hidden
 * characters or in full-width letters, gets an apostrophe in front. For words alone: amounts stay numbers.
 */
export const safeText = (text: string): string => safeLine(text.replace(/\s+/g, ' '));

/** The same with its line breaks, each line by itself. */
export const safeLines = (text: string): string =>
  text
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map((line) => safeLine(line.replace(/\t/g, ' ')))
    .join('\n');

function safeLine(line: string): string {
  const seen = line.replace(hidden, '').trim();
  return formula.test(seen.normalize('NFKC').trimStart()) ? `'${seen}` : seen;
}

/** Text without hidden characters and line breaks, for formats that know no formulas. */
export const plainText = (text: string): string => text.replace(/\s+/g, ' ').replace(hidden, '').trim();

const kinds = new Map<string, string>(Object.entries(kindWords));

/** What a payment was, in words; a kind that a book has from elsewhere stays as it is. */
export const kindInWords = (kind: string): string => kinds.get(kind) ?? kind;

/** One record: cells quoted where they need it, lines ended as spreadsheets end them. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Cents as programs read them: `-1500.05`, without a float on the way. */
export function amountText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `2026-03-05` → `05/03/2026`. */
export const dayFirst = (date: string): string => date.split('-').toReversed().join('/');

/** `2026-03-05` → `03/05/2026`. */
export const monthFirst = (date: string): string => `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;

/** Text for XML, of at most so many characters: cut before it is escaped, and never through one. */
export const xmlText = (text: string, most: number): string =>
  Array.from(plainText(text.toWellFormed()))
    .slice(0, most)
    .join('')
    .replaceAll(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
