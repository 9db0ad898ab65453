import type { AccountKind } from '#contract/words.ts';
import type { Cents } from '#parser/money.ts';
import { namesShortCode, titleOf } from './columns.ts';
import type { CsvRow } from './csv-rows.ts';
import { type DecimalMark, readAmount, readTime } from './statement-cells.ts';

/** What a cell of the statement's table is about. */
export type Column =
  | 'receipt'
  | 'completed'
  | 'initiated'
  | 'details'
  | 'status'
  | 'paidIn'
  | 'withdrawn'
  | 'balance'
  | 'balanceConfirmed'
  | 'reason'
  | 'otherParty'
  | 'linked'
  | 'accountRef'
  | 'currency';

/** How each is titled: letters alone, without the currency that some exports append. */
const titles: readonly (readonly [Column, readonly string[]])[] = [
  ['receipt', ['receiptno', 'receipt', 'receiptnumber']],
  ['completed', ['completiontime', 'date']],
  ['initiated', ['initiationtime']],
  ['details', ['details']],
  ['status', ['transactionstatus', 'status']],
  ['paidIn', ['paidin']],
  ['withdrawn', ['withdrawn']],
  ['balance', ['balance']],
  ['balanceConfirmed', ['balanceconfirmed']],
  ['reason', ['reasontype', 'transactiontype']],
  ['otherParty', ['otherpartyinfo', 'otherparty']],
  ['linked', ['linkedtransactionid']],
  ['accountRef', ['acno', 'accountno', 'transactionpartydetails']],
  ['currency', ['currency']],
];

/** Without these there is no table; other M-PESA files have them too. */
const needed: readonly Column[] = ['receipt', 'completed', 'details', 'paidIn', 'withdrawn'];
/** Only the organisation portal's classic layout has these; a file whose owner took them out still names its short code. */
const telling: readonly Column[] = ['initiated', 'balanceConfirmed', 'reason', 'otherParty', 'linked'];

/** Where each column stands, or null where these cells are no titles of this layout. `told`: what is above them says it is one. */
export function columnsIn(cells: readonly string[], told = false): ReadonlyMap<Column, number> | null {
  const found = cells.map(titleOf);
  const columns = new Map<Column, number>();
  for (const [column, names] of titles) {
    const at = found.findIndex((title) => names.includes(title));
    if (at >= 0) columns.set(column, at);
  }
  const ours = told || telling.some((column) => columns.has(column));
  const complete = ours && needed.every((column) => columns.has(column));
  return complete ? columns : null;
}

/** How a file lays out its table: which row has the titles, and where each column stands. */
export type Layout = {
  readonly titlesAt: number;
  readonly titles: readonly string[];
  readonly columns: ReadonlyMap<Column, number>;
  readonly preamble: readonly CsvRow[];
};

/** The layout seen in the first rows of a table, or null where it is no classic portal statement. */
export function layoutIn(head: readonly CsvRow[]): Layout | null {
  for (const [index, { row, cells }] of head.entries()) {
    const preamble = head.slice(0, index);
    const columns = columnsIn(cells, namesShortCode(preamble));
    if (columns) return { titlesAt: row, titles: cells, columns, preamble };
  }
  return null;
}

/** What the rows above the titles say. Amounts are in cents, as signed as they are printed. */
export type Preamble = {
  readonly holder: string | null;
  readonly shortcode: string | null;
  readonly account: AccountKind | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly totalIn: Cents | null;
  readonly totalOut: Cents | null;
};

/** Reads the labels above the table, wherever they stand. */
export function readPreamble(rows: readonly CsvRow[], mark: DecimalMark): Preamble {
  const labels = new Map(rows.flatMap(({ cells }) => labelled(cells)));
  const amount = (label: string) => readAmount(labels.get(label) ?? '', mark);
  return {
    holder: labels.get('accountholder') ?? labels.get('organizationname') ?? labels.get('organisationname') ?? null,
    shortcode: labels.get('shortcode')?.replace(/\.0$/, '') ?? null,
    account: accountNamed(labels.get('account') ?? ''),
    period: asReported(
      rows.map(({ cells }) => periodIn(cells)).find((period) => period !== null) ?? null,
      labels.get('dateofreport'),
    ),
    opening: amount('openingbalance'),
    closing: amount('closingbalance'),
    totalIn: amount('totalpaidin'),
    totalOut: amount('totalwithdrawn'),
  };
}

/** `Label:` and the next filled cell, unless that is a label itself; or both in one cell. */
function labelled(cells: readonly string[]): [string, string][] {
  return cells.flatMap((cell, at): [string, string][] => {
    const [, label, inside] = /^([A-Za-z][A-Za-z .]*):\s*(.*)$/s.exec(cell) ?? [];
    if (label === undefined) return [];
    const value = inside || cells.slice(at + 1).find(Boolean);
    return value && (inside || !value.endsWith(':')) ? [[titleOf(label), value]] : [];
  });
}

/** The cells after `Time Period:` hold two times, each with or without `From` and `To` beside it. */
function periodIn(cells: readonly string[]): Preamble['period'] {
  const at = cells.findIndex((cell) => /^time period:?/i.test(cell));
  if (at < 0) return null;
  const times = cells
    .slice(at)
    .flatMap((cell) => readTime(cell.replace(/^(?:time period:)?\s*(?:from|to)?\s*/i, '')) ?? []);
  const [from, to] = times;
  if (!from || !to) return null;
  // Inclusive: a spreadsheet that dropped the seconds of `23:59:59` still means the whole minute, a bare day all of it.
  const until = {
    second: to.at,
    minute: to.at.replace(/:00(?=\+)/, ':59'),
    day: to.at.replace('T00:00:00', 'T23:59:59'),
  };
  return { from: from.at, to: until[to.precision] };
}

/** A statement made before its period was over covers it only as far as it could know. */
function asReported(period: Preamble['period'], reported: string | undefined): Preamble['period'] {
  const made = readTime(reported ?? '');
  if (!period || made?.precision !== 'second' || made.at >= period.to) return period;
  return made.at > period.from ? { from: period.from, to: made.at } : null;
}

function accountNamed(name: string): AccountKind | null {
  if (/merchant account/i.test(name)) return 'till';
  if (/utility account/i.test(name)) return 'paybill';
  if (/settlement account/i.test(name)) return 'settlement';
  return /\bMMF\b|working/i.test(name) ? 'working' : null;
}
