import type { Profile, ProfileColumn } from '#contract/profile.ts';
import { say } from '#contract/sentences.ts';
import type { MovementKind } from '#contract/words.ts';
import type { Cents } from '#parser/money.ts';
import type { NewMovement, Read } from '../importer.ts';
import { type PrintedTime, shown, toCents } from '../statement-cells.ts';
import type { TableRow } from '../table.ts';
import { readMoney, twoWaysReason } from './cells.ts';
import { apartFrom, type Cell, cellBy, foreignCurrency, misshapen, receiptOf, timeIn } from './row-cells.ts';

const isDone = (status: string) =>
  /^(?:|completed?|success(?:ful)?|succeeded|paid|settled|approved|received|ok|done)$/i.test(status);

/** What a row says under a profile: a movement, a row that moved nothing, or the reason why it cannot be read. */
export function readMappedRow(profile: Profile, line: TableRow): Read {
  const { row, text } = line;
  const cell = cellBy(profile, line);
  const apart = apartFrom(profile, line, cell);
  if (apart) return { as: 'skipped', row, text, reason: apart };
  if (!isDone(cell('status')))
    return { as: 'skipped', row, text, reason: say('status-unpaid', { status: cell('status') }) };
  const movement = misshapen(profile, line) ?? movementOf(profile, line, cell);
  return typeof movement === 'string'
    ? { as: 'rejected', row, text, reason: movement }
    : { as: 'movement', row, text, movement };
}

function movementOf(profile: Profile, { cells }: TableRow, cell: Cell): NewMovement | string {
  const basics = basicsOf(profile, cell);
  if (typeof basics === 'string') return basics;
  const { amount, time } = basics;
  const fee = cell('fee') ? readMoney(cell('fee'), profile.decimal) : null;
  return {
    kind: kindOf(profile, cell, amount),
    receipt: receiptOf(cell, cells),
    linkedReceipt: null,
    amount,
    fee: fee === null ? null : toCents(Math.abs(fee)),
    balanceAfter: cell('balance') ? readMoney(cell('balance'), profile.decimal) : null,
    occurredAt: time.at,
    precision: time.precision,
    party: cell('party') || cell('details') || null,
    phone: cell('phone') || null,
    shortcode: null,
    accountRef: cell('reference') || null,
  };
}

function kindOf({ account }: Profile, cell: Cell, amount: Cents): MovementKind {
  if (amount < 0 && /\b(?:charges?|fees?|ada|makato|tozo|kamisheni)\b/i.test(cell('details'))) return 'charge';
  if (account.kind === 'bank') return 'bank_side';
  if (amount > 0 && account.kind === 'till') return 'merchant_till_receive';
  return amount > 0 && account.kind === 'paybill' ? 'merchant_paybill_receive' : 'statement_other';
}

type Basics = { readonly amount: Cents; readonly time: PrintedTime };

function basicsOf(profile: Profile, cell: Cell): Basics | string {
  const time = timeIn(profile, cell);
  if (typeof time === 'string') return time;
  const foreign = foreignCurrency(cell);
  if (foreign) return foreign;
  const amount = amountOf(profile, cell);
  return typeof amount === 'string' ? amount : { amount, time };
}

function amountOf({ columns, decimal }: Profile, cell: Cell): Cents | string {
  const read = (meaning: ProfileColumn) =>
    cell(meaning) && cell(meaning) !== '-' ? readMoney(cell(meaning), decimal) : toCents(0);
  if (columns.includes('amount')) {
    const amount = read('amount');
    if (amount === null || amount === 0)
      return twoWaysReason(cell('amount'), decimal) ?? say('should-not-be-zero', { found: shown(cell('amount')) });
    return toCents(isOut(cell('direction')) ? 0 - Math.abs(amount) : amount);
  }
  const [credit, debit] = [read('in'), read('out')];
  if (credit === null || debit === null || (credit === 0) === (debit === 0))
    return (
      twoWaysReason(cell('in'), decimal) ??
      twoWaysReason(cell('out'), decimal) ??
      say('one-side-mapped', { in: shown(cell('in')), out: shown(cell('out')) })
    );
  return toCents(Math.abs(credit) - Math.abs(debit));
}

const isOut = (direction: string) => /^(?:dr|d|debit|out|withdrawal|money out|kutoka)\.?$/i.test(direction);
