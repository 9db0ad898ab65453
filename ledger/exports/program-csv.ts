import { amountText, csvLine, dayFirst, monthFirst, safeText } from './cells.ts';
import type { Entry } from './entries.ts';

type Layout = {
  readonly titles: readonly string[];
  readonly cells: (entry: Entry) => readonly string[];
  /** More lines in one file are refused by the program. */
  readonly most?: number;
  /** And so are more bytes. */
  readonly mostBytes?: number;
};

const positive = (cents: number) => (cents > 0 ? amountText(cents) : '');
const signed: Layout = {
  titles: ['Date', 'Description', 'Amount'],
  cells: ({ date, description, amount }) => [dayFirst(date), safeText(description), amountText(amount)],
};

/** CSV as the bank imports of accounting programs read it; see docs/exports.md for where each is said. */
export const layouts = {
  'quickbooks-3': { ...signed, most: 1_000, mostBytes: 350_000 },
  'quickbooks-4': {
    titles: ['Date', 'Description', 'Credit', 'Debit'],
    cells: ({ date, description, amount }) => [
      dayFirst(date),
      safeText(description),
      positive(amount),
      positive(-amount),
    ],
    most: 1_000,
    mostBytes: 350_000,
  },
  xero: {
    titles: ['*Date', '*Amount', 'Payee', 'Description', 'Reference', 'Check Number'],
    cells: ({ date, amount, payee, description, id }) => [
      dayFirst(date),
      amountText(amount),
      safeText(payee),
      safeText(description),
      id,
      '',
    ],
    most: 1_000,
  },
  sage: signed,
  zoho: {
    titles: ['Date', 'Withdrawals', 'Deposits', 'Payee', 'Description', 'Reference Number'],
    cells: ({ date, amount, payee, description, id }) => [
      dayFirst(date),
      positive(-amount),
      positive(amount),
      safeText(payee),
      safeText(description),
      id,
    ],
    mostBytes: 10_000_000,
  },
  odoo: {
    titles: ['Date', 'Label', 'Partner', 'Amount', 'Reference'],
    cells: ({ date, description, payee, amount, id }) => [
      date,
      safeText(description),
      safeText(payee),
      amountText(amount),
      id,
    ],
  },
  wave: {
    titles: ['Date', 'Description', 'Amount'],
    cells: ({ date, description, amount }) => [monthFirst(date), safeText(description), amountText(amount)],
    most: 1_000,
  },
} as const satisfies Record<string, Layout>;

/** The lines of one program's CSV, and where a new file begins. */
export function* programCsv(format: keyof typeof layouts, entries: Iterable<Entry>): Generator<string | null> {
  const { titles, cells, most = Infinity, mostBytes = Infinity }: Layout = layouts[format];
  const head = csvLine(titles);
  let [lines, bytes] = [0, Buffer.byteLength(head)];
  yield head;
  for (const entry of entries) {
    const line = csvLine(cells(entry));
    const size = Buffer.byteLength(line);
    if (lines > 0 && (lines === most || bytes + size > mostBytes)) {
      yield null;
      yield head;
      [lines, bytes] = [0, Buffer.byteLength(head)];
    }
    lines += 1;
    bytes += size;
    yield line;
  }
}
