import { say } from '#contract/sentences.ts';
import type { AccountKind } from '#contract/words.ts';
import type { Cents } from '#parser/money.ts';
import type { CsvRow } from './csv-rows.ts';
import type { NewMovement, Read } from './importer.ts';
import { accountRefOf, kindOf, partyOf } from './portal-details.ts';
import { type Column, columnsIn, type Layout } from './portal-layout.ts';
import { type DecimalMark, readAmount, readTime, shown, toCents } from './statement-cells.ts';

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
    if (isTitles(reader.layout, line)) return { as: 'skipped', row, text, reason: say('titles-again') };
    if (isTotals(reader.layout, line)) return { as: 'skipped', row, text, reason: say('totals-line') };
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
  if (notCompleted.test(status)) return say('statement-says', { status });
  const amounts = [cell('paidIn'), cell('withdrawn')].filter(Boolean);
  const nothing = amounts.length > 0 && amounts.every((amount) => readAmount(amount, mark) === 0);
  return nothing ? say('amount-zero') : null;
}

/** The row as a movement, or a sentence about what is wrong with it. */
function toMovement({ layout, mark, account }: RowReader, line: CsvRow): NewMovement | string {
  const cell = cellsOf(layout, line);
  const receipt = cell('receipt').toUpperCase();
  if (!/^[A-Z0-9]{8,12}$/.test(receipt))
    return say('should-be-receipt', { title: 'Receipt No.', found: shown(cell('receipt')) });
  const time = readTime(cell('completed'));
  if (!time)
    return say('should-be-time', {
      title: 'Completion Time',
      found: shown(cell('completed')),
      example: '05-03-2026 09:12:44',
    });
  const status = cell('status');
  if (layout.columns.has('status') && !/^completed$/i.test(status))
    return say('should-be-completed', { title: 'Transaction Status', found: shown(status) });
  const amount = amountOf(cell, mark);
  if (typeof amount === 'string') return amount;
  const balance = readAmount(cell('balance'), mark);
  if (balance === null && cell('balance'))
    return say('should-be-amount', { title: 'Balance', found: shown(cell('balance')) });

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
  if (broken) return say('quote-not-doubled');
  const extra = cells.slice(titles.length).filter(Boolean).length;
  if (extra > 0) return say('too-many-cells', { cells: cells.length, titles: titles.length });
  const last = Math.max(
    ...(['receipt', 'completed', 'details', 'status', 'paidIn', 'withdrawn'] as const).map(
      (at) => columns.get(at) ?? 0,
    ),
  );
  return cells.length <= last ? say('row-ends', { cells: cells.length, titles: titles.length }) : null;
}

function amountOf(cell: (column: Column) => string, mark: DecimalMark): Cents | string {
  const paidIn = cell('paidIn') ? readAmount(cell('paidIn'), mark) : 0;
  const withdrawn = cell('withdrawn') ? readAmount(cell('withdrawn'), mark) : 0;
  if (paidIn === null) return say('should-be-amount', { title: 'Paid In', found: shown(cell('paidIn')) });
  if (withdrawn === null) return say('should-be-amount', { title: 'Withdrawn', found: shown(cell('withdrawn')) });
  if (paidIn !== 0 && withdrawn !== 0) return say('both-sides');
  if (paidIn === 0 && withdrawn === 0) return say('no-side');
  const currency = cell('currency');
  if (currency && currency !== 'KES') return say('should-be-shillings', { title: 'Currency', found: shown(currency) });
  // The column says the direction; files differ in whether Withdrawn also carries a minus.
  return toCents(paidIn !== 0 ? Math.abs(paidIn) : -Math.abs(withdrawn));
}
