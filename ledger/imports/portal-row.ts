import type { AccountKind } from '#contract/words.ts';
import type { Cents } from '#parser/money.ts';
import type { CsvRow } from './csv-rows.ts';
import type { NewMovement, Read } from './importer.ts';
import { accountRefOf, kindOf, partyOf } from './portal-details.ts';
import { type Column, columnsIn, type Layout } from './portal-layout.ts';
import { type DecimalMark, readAmount, readTime, toCents } from './statement-cells.ts';

/** All that reading a row of one file takes. */
export type RowReader = { readonly layout: Layout; readonly mark: DecimalMark; readonly account: AccountKind };

/** A row's cells by what they are about; empty where the file has no such column. */
export const cellsOf =
  ({ columns }: Layout, { cells }: CsvRow) =>
  (column: Column): string =>
    cells[columns.get(column) ?? -1] ?? '';

/** What one row of the table says: a movement, a row that moved nothing, or the reason why it cannot be read. */
export const readRow =
  (reader: RowReader) =>
  (line: CsvRow): Read => {
    const { row, text } = line;
    if (isTitles(reader.layout, line)) return { as: 'skipped', row, text, reason: 'The column titles once more.' };
    if (isTotals(reader.layout, line)) return { as: 'skipped', row, text, reason: 'A line of totals, not a payment.' };
    const misshapen = shapeFault(reader.layout, line);
    if (misshapen) return { as: 'rejected', row, text, reason: misshapen };
    const still = stillness(reader, line);
    if (still) return { as: 'skipped', row, text, reason: still };
    const movement = toMovement(reader, line);
    if (typeof movement === 'string') return { as: 'rejected', row, text, reason: movement };
    return { as: 'movement', row, text, movement };
  };

/** Two downloads pasted into one file have their titles twice. Looked into only where the receipt's cell says so. */
const isTitles = (layout: Layout, line: CsvRow) =>
  cellsOf(layout, line)('receipt').startsWith('Receipt') && columnsIn(line.cells, true) !== null;

/** A line that somebody added up below: it has no receipt and no time, and says so itself. */
function isTotals(layout: Layout, line: CsvRow): boolean {
  const cell = cellsOf(layout, line);
  const total = /^(?:grand |sub-?\s?)?totals?\s*:?$/i;
  const unnamed = cell('receipt') === '' || total.test(cell('receipt'));
  return unnamed && cell('completed') === '' && line.cells.some((one) => total.test(one));
}

/** What the portal writes of a payment that did not happen, or not yet. */
const notCompleted = /^(?:declined|failed|expired|cancell?ed|initiated|attempted|(?:pending )?authori[sz]ed|pending)$/i;

/** Why the row itself says that no money moved; null where it does not. */
function stillness({ layout, mark }: RowReader, line: CsvRow): string | null {
  const cell = cellsOf(layout, line);
  const status = cell('status');
  if (notCompleted.test(status)) return `The statement says “${status}”: no money moved.`;
  const amounts = [cell('paidIn'), cell('withdrawn')].filter(Boolean);
  const nothing = amounts.length > 0 && amounts.every((amount) => readAmount(amount, mark) === 0);
  return nothing ? 'The amount is zero: no money moved.' : null;
}

/** The row as a movement, or a sentence about what is wrong with it. */
function toMovement({ layout, mark, account }: RowReader, line: CsvRow): NewMovement | string {
  const cell = cellsOf(layout, line);
  const receipt = cell('receipt').toUpperCase();
  if (!/^[A-Z0-9]{8,12}$/.test(receipt))
    return fault('Receipt No.', cell('receipt'), 'a receipt number of 8 to 12 letters and digits');
  const time = readTime(cell('completed'));
  if (!time) return fault('Completion Time', cell('completed'), 'a day and time like 05-03-2026 09:12:44');
  const status = cell('status');
  if (layout.columns.has('status') && !/^completed$/i.test(status))
    return fault('Transaction Status', status, '“Completed”, or say that nothing moved');
  const amount = amountOf(cell, mark);
  if (typeof amount === 'string') return amount;
  const balance = readAmount(cell('balance'), mark);
  if (balance === null && cell('balance')) return fault('Balance', cell('balance'), 'an amount');

  const details = cell('details');
  const kind = kindOf(details, amount, account);
  return {
    kind,
    receipt,
    linkedReceipt: cell('linked').toUpperCase() || null,
    amount,
    fee: null,
    balanceAfter: balance,
    occurredAt: time.at,
    precision: time.precision,
    ...partyOf(cell('otherParty'), details, kind),
    accountRef: kind === 'charge' ? null : accountRefOf(cell('accountRef'), details),
  };
}

/** Cells that slid out of their columns would be read as something else: better not at all. */
function shapeFault({ titles, columns }: Layout, { cells, broken }: CsvRow): string | null {
  if (broken) return 'A quotation mark inside a cell is not doubled, so the columns cannot be told apart.';
  const extra = cells.slice(titles.length).filter(Boolean).length;
  if (extra > 0)
    return `The row has ${cells.length} cells, the titles name ${titles.length}: a text with a separator in it is not quoted.`;
  const last = Math.max(
    ...(['receipt', 'completed', 'details', 'status', 'paidIn', 'withdrawn'] as const).map(
      (at) => columns.get(at) ?? 0,
    ),
  );
  return cells.length <= last ? `The row ends after ${cells.length} of ${titles.length} cells.` : null;
}

function amountOf(cell: (column: Column) => string, mark: DecimalMark): Cents | string {
  const paidIn = cell('paidIn') ? readAmount(cell('paidIn'), mark) : 0;
  const withdrawn = cell('withdrawn') ? readAmount(cell('withdrawn'), mark) : 0;
  if (paidIn === null) return fault('Paid In', cell('paidIn'), 'an amount');
  if (withdrawn === null) return fault('Withdrawn', cell('withdrawn'), 'an amount');
  if (paidIn !== 0 && withdrawn !== 0) return 'Both Paid In and Withdrawn have an amount; a row can have only one.';
  if (paidIn === 0 && withdrawn === 0) return 'Neither Paid In nor Withdrawn has an amount.';
  const currency = cell('currency');
  if (currency && currency !== 'KES') return fault('Currency', currency, 'KES');
  // The column says the direction; files differ in whether Withdrawn also carries a minus.
  return toCents(paidIn !== 0 ? Math.abs(paidIn) : -Math.abs(withdrawn));
}

const fault = (title: string, found: string, expected: string) =>
  `${title} is ${found ? `“${found.slice(0, 80)}”` : 'empty'}; it should be ${expected}.`;
