import type { Profile } from '#contract/profile.ts';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { say } from '#contract/sentences.ts';
import type { Read } from '../importer.ts';
import type { TableRow } from '../table.ts';
import { readMoney, twoWaysReason } from './cells.ts';
import { apartFrom, type Cell, cellBy, foreignCurrency, misshapen, receiptOf, timeIn } from './row-cells.ts';
import { shown } from '../statement-cells.ts';

/** One line of a list of sales or invoices, or why it is none. */
export type ExpectedRead = Extract<Read, { as: 'expected' | 'skipped' | 'rejected' }>;

const isVoid = (status: string) =>
  /^(?:void(?:ed)?|cancell?ed|draft|refunded|returned|deleted|written off|imefutwa|imebatilishwa)$/i.test(status);

/** What a row of sales or invoices expects to be paid. */
export function readExpectedRow(profile: Profile, line: TableRow): ExpectedRead {
  const { row, text } = line;
  const cell = cellBy(profile, line);
  const apart = apartFrom(profile, line, cell);
  if (apart) return { as: 'skipped', row, text, reason: apart };
  if (isVoid(cell('status')))
    return { as: 'skipped', row, text, reason: say('status-not-due', { status: cell('status') }) };
  const payment = misshapen(profile, line) ?? expectedOf(profile, line, cell);
  return typeof payment === 'string'
    ? { as: 'rejected', row, text, reason: payment }
    : { as: 'expected', row, text, payment };
}

function expectedOf(profile: Profile, { cells }: TableRow, cell: Cell): NewExpectedPayment | string {
  const written = cell('amount') || cell('in');
  const amount = readMoney(written, profile.decimal);
  if (amount === null || amount <= 0)
    return twoWaysReason(written, profile.decimal) ?? say('should-be-above-zero', { found: shown(written) });
  const time = cell('date') || cell('time') ? timeIn(profile, cell) : null;
  if (typeof time === 'string') return time;
  const foreign = foreignCurrency(cell);
  if (foreign) return foreign;
  return {
    kind: profile.use === 'invoices' ? 'invoice' : 'sale',
    at: time?.at ?? null,
    precision: time?.precision ?? null,
    amount,
    customer: cell('party') || null,
    reference: cell('reference') || null,
    receipt: cell('receipt') || receiptOf(cell, cells),
  };
}
