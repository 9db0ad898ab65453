import type { AccountKind } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';
import type { Read, StatementFacts } from './importer.ts';
import { accountTold } from './portal-details.ts';
import { type Layout, layoutIn, readPreamble } from './portal-layout.ts';
import { cellsOf, readRow, type RowReader } from './portal-row.ts';
import { below, lookAhead, type Table, type TableFormat, type TableRow } from './table.ts';
import { type OrderedRow, orderOf } from './row-order.ts';
import { type DecimalMark, decimalMarkOf, readAmount, readTime, toCents } from './statement-cells.ts';

/** How many rows are looked at before the first is read: enough to tell the decimal mark, the account and the order. */
const LOOK_AHEAD = 500;

/**
 * A statement of one account of a short code from the M-PESA organisation portal: the classic layout, the automated
 * files that print Withdrawn before Paid In, and the layout of 2010.
 */
export const portalTable: TableFormat = {
  id: 'mpesa-portal',
  fits: (head) => layoutIn(head) !== null,

  async *read({ name, head, rows }: Table) {
    const layout = layoutIn(head);
    if (!layout) throw new LedgerError('unreadable-file', `“${name}” has no column titles of a portal statement.`);
    let reader: RowReader | null = null;
    for await (const batch of lookAhead(LOOK_AHEAD, below(layout.titlesAt, rows))) {
      if (reader) yield batch.map(readRow(reader));
      else reader = yield* begin(layout, batch, shortcodeIn(name));
    }
  },
};

/** `Mpesa_600123_20260305235959.csv`: the automated files say the short code in their name alone. */
const shortcodeIn = (name: string): string | null => /^Mpesa_(\d{5,7})_\d{14}\b/i.exec(name)?.[1] ?? null;

/** Says what the statement is, then reads the rows that were looked at to find out. */
function* begin(layout: Layout, rows: readonly TableRow[], shortcode: string | null): Generator<Read[], RowReader> {
  const mark = markOf(layout, rows);
  const told = factsOf(layout, rows, mark);
  const facts = { ...told, account: { ...told.account, shortcode: told.account.shortcode ?? shortcode } };
  const reader = { layout, mark, account: facts.account.kind };
  yield [{ as: 'statement', facts }];
  yield rows.map(readRow(reader));
  return reader;
}

function markOf(layout: Layout, rows: readonly TableRow[]): DecimalMark {
  const printed = layout.preamble.flatMap(({ cells }) => cells);
  const amounts = rows.flatMap((row) => {
    const cell = cellsOf(layout, row);
    return [cell('paidIn'), cell('withdrawn'), cell('balance')];
  });
  return decimalMarkOf([...printed, ...amounts].filter((cell) => /^[-−(]?\d[\d., ]*\)?$/.test(cell)));
}

function factsOf(layout: Layout, rows: readonly TableRow[], mark: DecimalMark): StatementFacts {
  const { account, shortcode, totalOut, ...printed } = readPreamble(layout.preamble, mark);
  const lines = rows.map((row) => lineOf(layout, row, mark));
  const kind: AccountKind = account ?? accountTold(lines) ?? 'other';
  return {
    ...printed,
    account: { kind, shortcode },
    totalOut: totalOut === null ? null : toCents(Math.abs(totalOut)),
    order: orderOf(lines),
  };
}

type Line = OrderedRow & { readonly details: string };

function lineOf(layout: Layout, row: TableRow, mark: DecimalMark): Line {
  const cell = cellsOf(layout, row);
  const paidIn = Math.abs(readAmount(cell('paidIn'), mark) ?? 0);
  const withdrawn = Math.abs(readAmount(cell('withdrawn'), mark) ?? 0);
  return {
    details: cell('details'),
    at: readTime(cell('completed'))?.at ?? '',
    amount: paidIn - withdrawn,
    balance: readAmount(cell('balance'), mark),
  };
}
