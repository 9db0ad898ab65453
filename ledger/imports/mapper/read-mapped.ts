import type { Profile, ProfileColumn } from '#contract/profile.ts';
import type { NewExpectedPayment } from '#contract/sale.ts';
import type { MovementKind } from '#contract/words.ts';
import type { Cents } from '#parser/money.ts';
import { receiptIn } from '../find-receipt.ts';
import type { NewMovement, Read } from '../importer.ts';
import { readAmount, toCents } from '../statement-cells.ts';
import type { TableRow } from '../table.ts';
import { readDate } from './date-order.ts';

/** A row's cells by what a profile says they are; several of one meaning are joined. */
type Cell = (meaning: ProfileColumn) => string;

const cellBy =
  ({ columns }: Profile, { cells }: TableRow): Cell =>
  (meaning) =>
    columns.flatMap((column, at) => (column === meaning && cells[at] ? [cells[at]] : [])).join(' ');

const isDone = (status: string) =>
  /^(?:|completed?|success(?:ful)?|succeeded|paid|settled|approved|received|ok|done)$/i.test(status);

/** What a row says under a profile: a movement, a row that moved nothing, or the reason why it cannot be read. */
export function readMappedRow(profile: Profile, line: TableRow): Read {
  const { row, text } = line;
  const cell = cellBy(profile, line);
  if (!isDone(cell('status')))
    return { as: 'skipped', row, text, reason: `Its status is “${cell('status')}”: no money moved.` };
  const movement = line.broken ? BROKEN : movementOf(profile, line, cell);
  return typeof movement === 'string'
    ? { as: 'rejected', row, text, reason: movement }
    : { as: 'movement', row, text, movement };
}

const BROKEN = 'A quotation mark inside a cell is not doubled, so the columns cannot be told apart.';

function movementOf(profile: Profile, { cells }: TableRow, cell: Cell): NewMovement | string {
  const basics = basicsOf(profile, cell);
  if (typeof basics === 'string') return basics;
  const { amount, time } = basics;
  const fee = cell('fee') ? readAmount(cell('fee'), profile.decimal) : null;
  return {
    kind: kindOf(profile, cell, amount),
    receipt: receiptOf(cell, cells),
    linkedReceipt: null,
    amount,
    fee: fee === null ? null : toCents(Math.abs(fee)),
    balanceAfter: cell('balance') ? readAmount(cell('balance'), profile.decimal) : null,
    occurredAt: time.at,
    precision: time.precision,
    party: cell('party') || cell('details') || null,
    phone: cell('phone') || null,
    shortcode: null,
    accountRef: cell('reference') || null,
  };
}

function kindOf({ account }: Profile, cell: Cell, amount: Cents): MovementKind {
  if (amount < 0 && /\bcharges?\b|\bfee\b/i.test(cell('details'))) return 'charge';
  if (account.kind === 'bank') return 'bank_side';
  if (amount > 0 && account.kind === 'till') return 'merchant_till_receive';
  return amount > 0 && account.kind === 'paybill' ? 'merchant_paybill_receive' : 'statement_other';
}

/** The receipt's own column, else the first cell that has one in it: a bank writes it into its narration. */
const receiptOf = (cell: Cell, cells: readonly string[]): string | null =>
  (receiptIn(cell('receipt')) ?? cell('receipt')) || cells.map(receiptIn).find((receipt) => receipt !== null) || null;

type Basics = { readonly amount: Cents; readonly time: NonNullable<ReturnType<typeof readDate>> };

function basicsOf(profile: Profile, cell: Cell): Basics | string {
  const written = [cell('date'), cell('time')].filter(Boolean).join(' ');
  const time = readDate(written, profile.dateOrder);
  if (!time) return `The date is ${shown(written)}; it should be ${profile.dateOrder.replaceAll('-', ', ')}.`;
  const currency = cell('currency');
  if (currency && !/^(?:KES|KSH|KSHS)$/i.test(currency))
    return `The currency is ${shown(currency)}; the book counts shillings of Kenya.`;
  const amount = amountOf(profile, cell);
  return typeof amount === 'string' ? amount : { amount, time };
}

function amountOf({ columns, decimal }: Profile, cell: Cell): Cents | string {
  const read = (meaning: ProfileColumn) =>
    cell(meaning) && cell(meaning) !== '-' ? readAmount(cell(meaning), decimal) : toCents(0);
  if (columns.includes('amount')) {
    const amount = read('amount');
    if (amount === null || amount === 0) return `The amount is ${shown(cell('amount'))}.`;
    return toCents(/^(?:dr|d|debit|out)$/i.test(cell('direction')) ? 0 - Math.abs(amount) : amount);
  }
  const [credit, debit] = [read('in'), read('out')];
  if (credit === null || debit === null || (credit === 0) === (debit === 0))
    return `Money in is ${shown(cell('in'))} and money out ${shown(cell('out'))}; exactly one of them should be an amount.`;
  return toCents(Math.abs(credit) - Math.abs(debit));
}

const shown = (cell: string) => (cell ? `“${cell.slice(0, 80)}”` : 'empty');

/** One line of a list of sales or invoices, or why it is none. */
export type ExpectedRead =
  | { readonly as: 'expected'; readonly row: number; readonly text: string; readonly payment: NewExpectedPayment }
  | Extract<Read, { as: 'rejected' }>;

/** What a row of sales or invoices expects to be paid. */
export function readExpectedRow(profile: Profile, line: TableRow): ExpectedRead {
  const { row, text } = line;
  const cell = cellBy(profile, line);
  const amount = readAmount(cell('amount') || cell('in'), profile.decimal);
  const written = [cell('date'), cell('time')].filter(Boolean).join(' ');
  const time = written ? readDate(written, profile.dateOrder) : null;
  if (amount === null || amount <= 0)
    return { as: 'rejected', row, text, reason: `The amount is ${shown(cell('amount'))}; it should be above zero.` };
  if (written && !time)
    return {
      as: 'rejected',
      row,
      text,
      reason: `The date is ${shown(written)}; it should be ${profile.dateOrder.replaceAll('-', ', ')}.`,
    };
  const payment: NewExpectedPayment = {
    kind: profile.use === 'invoices' ? 'invoice' : 'sale',
    at: time?.at ?? null,
    precision: time?.precision ?? null,
    amount,
    customer: cell('party') || null,
    reference: cell('reference') || null,
    receipt: cell('receipt') || null,
  };
  return { as: 'expected', row, text, payment };
}
