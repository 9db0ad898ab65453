import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';
import { columnsBy } from './columns.ts';
import type { NewMovement, Read } from './importer.ts';
import { kindOf, partyOf } from './portal-details.ts';
import { readAmount, readTime, shown, toCents } from './statement-cells.ts';
import { below, lookAhead, type Table, type TableFormat, type TableRow } from './table.ts';

const titles = {
  store: ['storename'],
  receipt: ['receiptnumber'],
  account: ['accounttypename'],
  type: ['transactiontype'],
  started: ['starttimestamp'],
  party: ['transactionpartydetails'],
  credit: ['creditamount'],
  debit: ['debitamount'],
  balance: ['balance'],
  linked: ['linkedtransactionid'],
};
type Column = keyof typeof titles;
const needed: readonly Column[] = ['receipt', 'account', 'type', 'started', 'credit', 'debit'];

const LOOK_AHEAD = 20;
/** The titles stand one cell further right than the values in the files seen; no other shift has been. */
const shifts = [0, -1, 1];

/** The end-of-day file of a head office with many tills. Only its tills' own rows are money of the shop. */
export const portalStores: TableFormat = {
  id: 'mpesa-portal-stores',
  fits: (head) => titlesIn(head) !== null,

  async *read({ name, head, rows }: Table) {
    const found = titlesIn(head);
    if (!found) throw new LedgerError('unreadable-file', `“${name}” has no column titles of an end-of-day file.`);
    const shortcode = /^Mpesa_(\d{5,7})_\d{14}\b/i.exec(name)?.[1] ?? null;
    let read: ((row: TableRow) => Read) | null = null;
    for await (const batch of lookAhead(LOOK_AHEAD, below(found.row, rows))) {
      read ??= rowOf(found.columns, shiftOf(batch, found.columns.get('receipt') ?? 0), shortcode);
      yield batch.map(read);
    }
  },
};

function titlesIn(head: readonly TableRow[]) {
  for (const { row, cells } of head) {
    const columns = columnsBy(cells, titles, needed);
    if (columns) return { row, columns };
  }
  return null;
}

/** How far from its title a value stands: told by where the receipts are. */
const shiftOf = (rows: readonly TableRow[], receipt: number): number =>
  shifts.find((shift) => rows.some(({ cells }) => isReceipt(cells[receipt + shift] ?? ''))) ?? 0;

const isReceipt = (cell: string) => /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{10}$/.test(cell);

const rowOf =
  (columns: ReadonlyMap<string, number>, shift: number, shortcode: string | null) =>
  ({ row, cells, text }: TableRow): Read => {
    const cell = (column: Column) => cells[(columns.get(column) ?? -1_000) + shift] ?? '';
    const account = cell('account');
    if (isReceipt(cell('receipt')) && account && !/^merchant account$/i.test(account))
      return { as: 'skipped', row, text, reason: say('not-a-till', { account }) };
    const movement = movementOf(cell, shortcode);
    return typeof movement === 'string'
      ? { as: 'rejected', row, text, reason: movement }
      : { as: 'movement', row, text, movement };
  };

function movementOf(cell: (column: Column) => string, shortcode: string | null): NewMovement | string {
  if (!isReceipt(cell('receipt')))
    return say('should-be-receipt', { title: 'RECEIPT_NUMBER', found: shown(cell('receipt')) });
  const time = readTime(cell('started'));
  if (!time)
    return say('should-be-time', {
      title: 'START_TIMESTAMP',
      found: shown(cell('started')),
      example: '2026-03-05 09:40:21',
    });
  const credit = readAmount(cell('credit') || '0', '.');
  const debit = readAmount(cell('debit') || '0', '.');
  if (credit === null || debit === null || (credit === 0) === (debit === 0))
    return say('one-side', {
      inTitle: 'CREDIT_AMOUNT',
      in: shown(cell('credit')),
      outTitle: 'DEBIT_AMOUNT',
      out: shown(cell('debit')),
    });
  const amount = toCents(Math.abs(credit) - Math.abs(debit));
  const linked = cell('linked').toUpperCase();
  const details = cell('party');
  const kind = linked && amount < 0 ? 'reversal_debited' : kindOf(details || cell('type'), amount, 'till');
  return {
    kind,
    receipt: cell('receipt'),
    linkedReceipt: linked || null,
    amount,
    fee: null,
    balanceAfter: readAmount(cell('balance'), '.'),
    occurredAt: time.at,
    precision: time.precision,
    ...partyOf('', details, kind),
    accountRef: cell('store') || null,
    account: { kind: 'till', shortcode },
  };
}
