import type { PdfPage, PdfText } from './page.ts';
import { isFooter, type PrintedRow, splitAmounts } from './printed-rows.ts';

/** Texts whose heights differ by less stand on one line. */
const SAME_LINE = 2;
/** How far left of its title a cell may begin. */
const HANG = 4;

type Line = readonly PdfText[];

/** The lines of a page from top to bottom, each from left to right. */
export function linesOf(page: PdfPage): Line[] {
  const lines: PdfText[][] = [];
  for (const text of page.toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (last?.[0] && last[0].y - text.y < SAME_LINE) last.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x));
}

/** A line as it reads. */
export const textOf = (line: Line): string => line.map(({ text }) => text).join(' ');

type Cells = PrintedRow['cells'];
type Column = { readonly name: keyof Cells | 'other'; readonly from: number };

const names: readonly (readonly [RegExp, keyof Cells])[] = [
  [/^receipt/i, 'receipt'],
  [/^completion/i, 'completed'],
  [/^details/i, 'details'],
  [/^(?:transaction(?: status)?|status)$/i, 'status'],
  [/^paid in/i, 'paidIn'],
  [/^withdr/i, 'withdrawn'],
  [/^balance/i, 'balance'],
];

/** Where the columns begin, from the line of titles; null for any other line. A title that comes twice is another column. */
function columnsIn(line: Line): Column[] | null {
  const taken = new Set<string>();
  const columns = line.map(({ text, x }): Column => {
    const name = names.find(([title, column]) => title.test(text) && !taken.has(column))?.[1] ?? 'other';
    taken.add(name);
    return { name, from: x - HANG };
  });
  return names.every(([, column]) => taken.has(column)) ? columns : null;
}

/**
 * The rows of a statement's pages, cut by where their texts stand: a row begins with a receipt in the first column, its
 * cells wrap over the lines below, and a page's footer ends it. Null where no page has titles to go by.
 */
export function pageRows(pages: readonly PdfPage[]): PrintedRow[] | null {
  const rows: PrintedRow[] = [];
  let columns: Column[] | null = null;
  for (const page of pages) {
    let open: Line[] | null = null;
    const close = () => {
      if (open && columns) rows.push(rowOf(rows.length + 1, open, columns));
      open = null;
    };
    for (const line of linesOf(page)) {
      const titles = columnsIn(line);
      const begins: boolean = columns !== null && opensRow(line) && (line[0]?.x ?? 0) < (columns[1]?.from ?? 0);
      if (titles || begins || isFooter(textOf(line))) close();
      columns = titles ?? columns;
      if (begins && !titles) open = [line];
      else open?.push(line);
    }
    close();
  }
  return columns && rows;
}

/** A receipt, and a day beside it or glued to it: the code for verifying the statement looks like a receipt too. */
const opensRow = (line: Line) => /^(?=\S*\d)[A-Z0-9]{8,12}?\s*\d{4}-\d{2}-\d{2}/.test(textOf(line));

function rowOf(row: number, lines: readonly Line[], columns: readonly Column[]): PrintedRow {
  const parts = new Map<Column['name'], string[]>();
  for (const text of lines.flat()) {
    const name = columnOf(text, columns);
    parts.set(name, [...(parts.get(name) ?? []), text.text]);
  }
  const cell = (name: keyof Cells) => (parts.get(name) ?? []).join(' ');
  return { row, text: lines.map(textOf).join('\n'), cells: settled(cell) };
}

/** The column that most of a text stands over. */
function columnOf({ x, end }: PdfText, columns: readonly Column[]): Column['name'] {
  let [best, most]: [Column['name'], number] = ['other', 0];
  for (const [index, { name, from }] of columns.entries()) {
    const shared = Math.min(end, columns[index + 1]?.from ?? Infinity) - Math.max(x, index === 0 ? -Infinity : from);
    if (shared > most) [best, most] = [name, shared];
  }
  return best;
}

/** What an extractor has glued together, taken apart again. */
function settled(cell: (name: keyof Cells) => string): Cells {
  const [, receipt = '', day = ''] = /^([A-Z0-9]{8,12}?)(\d{4}-\d{2}-\d{2})?$/.exec(cell('receipt')) ?? [];
  const completed = [day, cell('completed')].filter(Boolean).join(' ');
  const cells = { receipt, completed, details: cell('details'), status: cell('status') };
  const figures = { paidIn: cell('paidIn'), withdrawn: cell('withdrawn'), balance: cell('balance') };
  const whole = Object.values(figures).every((figure) => figure === '' || /^-?[\d,]+\.\d{2}$/.test(figure));
  if (whole && /^[a-z ]*$/i.test(cells.status)) return { ...cells, ...figures };
  const joined = [cells.status, ...Object.values(figures)].join(' ');
  return { ...cells, status: /[a-z]+/i.exec(cells.status)?.[0] ?? '', ...(splitAmounts(joined) ?? figures) };
}
