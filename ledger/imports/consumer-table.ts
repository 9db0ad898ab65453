import { say } from '#contract/sentences.ts';
import type { Cents } from '#parser/money.ts';
import { LedgerError } from '../errors.ts';
import { columnsBy, namesShortCode, titleOf } from './columns.ts';
import { consumerKind, consumerParty } from './consumer-details.ts';
import type { NewMovement, Read, StatementFacts } from './importer.ts';
import { orderOf } from './row-order.ts';
import { oneSide, readAmount, readTime, shown, toCents } from './statement-cells.ts';
import { below, type Table, type TableFormat, type TableRow } from './table.ts';

const titles = {
  receipt: ['receiptno'],
  completed: ['completiontime'],
  details: ['details'],
  status: ['transactionstatus', 'status'],
  paidIn: ['paidin'],
  withdrawn: ['withdrawn', 'withdraw', 'withdrawal'],
  balance: ['balance'],
};
type Column = keyof typeof titles;
/** Tabula leaves the title of the last column out now and then. */
const needed: readonly Column[] = ['receipt', 'completed', 'details', 'status', 'paidIn', 'withdrawn'];
/** What only statements of tills and paybills have. */
const foreign = ['transactiontype', 'reasontype', 'otherparty', 'otherpartyinfo', 'initiationtime', 'balanceconfirmed'];

/** A wallet's statement as a table: what Tabula and mpesa2csv make of the PDF. */
export const consumerTable: TableFormat = {
  id: 'mpesa-consumer',
  fits: (head) => titlesIn(head) !== null,

  async *read({ name, head, rows }: Table) {
    const found = titlesIn(head);
    if (!found) throw new LedgerError('unreadable-file', `“${name}” has no column titles of an M-PESA statement.`);
    const all: TableRow[] = [];
    // One person's statement is short, and its dates can only be told from all of them.
    for await (const batch of below(found.row, rows)) all.push(...batch);
    const printed = totalsIn(head.filter(({ row }) => row < found.row));
    yield* consumerReads(all.map(cellsBy(found.columns)), { ...nothingPrinted, ...printed });
  },
};

/** What a wallet's statement says above its rows. */
export type ConsumerHead = Pick<StatementFacts, 'holder' | 'period' | 'totalIn' | 'totalOut'> & {
  readonly phone: string | null;
};
const nothingPrinted: ConsumerHead = { holder: null, period: null, totalIn: null, totalOut: null, phone: null };

/** A row of a wallet's statement, its cells by what they are about. */
export type ConsumerRow = {
  readonly row: number;
  readonly text: string;
  readonly cells: Readonly<Record<Column, string>>;
};

function titlesIn(head: readonly TableRow[]) {
  for (const [index, { row, cells }] of head.entries()) {
    const columns = columnsBy(cells, titles, needed);
    if (
      !columns ||
      namesShortCode(head.slice(0, index)) ||
      cells.some((cell) => /\(KSHs\)/i.test(cell) || foreign.includes(titleOf(cell)))
    )
      continue;
    // An empty title after the last one is the balance's.
    return { row, columns: new Map([['balance', (columns.get('withdrawn') ?? 0) + 1], ...columns]) };
  }
  return null;
}

/** `TOTAL:` and what was paid in and out, in the summary above the rows. */
function totalsIn(rows: readonly TableRow[]): Partial<ConsumerHead> {
  const total = rows.find(({ cells }) => /^total:?$/i.test(cells[0] ?? ''))?.cells;
  return total ? { totalIn: readAmount(total[1] ?? '', '.'), totalOut: readAmount(total[2] ?? '', '.') } : {};
}

const cellsBy =
  (columns: ReadonlyMap<string, number>) =>
  ({ row, cells, text }: TableRow): ConsumerRow => {
    // A cell of several lines is one sentence.
    const cell = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').replace(/\s+/g, ' ');
    return {
      row,
      text,
      cells: {
        receipt: cell('receipt'),
        completed: cell('completed'),
        details: cell('details'),
        status: cell('status'),
        paidIn: cell('paidIn'),
        withdrawn: cell('withdrawn'),
        balance: cell('balance'),
      },
    };
  };

/** The statement, then its rows. Titles that are repeated on each page are no rows. */
export function* consumerReads(rows: readonly ConsumerRow[], head: ConsumerHead): Generator<Read[]> {
  const own = rows.filter(({ cells }) => titleOf(cells.receipt) !== 'receiptno');
  const monthFirst = own.some(({ cells }) => /^\d{1,2}[/-](?:1[3-9]|[23]\d)[/-]/.test(cells.completed));
  const lines = own.map(({ cells }) => ({
    at: timeOf(cells.completed, monthFirst)?.at ?? '',
    amount: amountOf(cells) ?? 0,
    balance: readAmount(cells.balance, '.'),
  }));
  const { phone, ...printed } = head;
  const facts: StatementFacts = {
    ...printed,
    account: { kind: 'wallet', shortcode: phone },
    opening: null,
    closing: null,
    order: orderOf(lines),
  };
  yield [{ as: 'statement', facts }];
  yield own.map((line) => readOf(line, monthFirst));
}

/** A converter lets its user choose how dates are written; a thirteenth month tells that the month stands first. */
const timeOf = (cell: string, monthFirst: boolean) =>
  readTime(monthFirst ? cell.replace(/^(\d{1,2})([/-])(\d{1,2})/, '$3$2$1') : cell);

function readOf({ row, text, cells }: ConsumerRow, monthFirst: boolean): Read {
  if (cells.status && !/^completed$/i.test(cells.status))
    return { as: 'skipped', row, text, reason: say('statement-says', { status: cells.status }) };
  const movement = movementOf(cells, monthFirst);
  return typeof movement === 'string'
    ? { as: 'rejected', row, text, reason: movement }
    : { as: 'movement', row, text, movement };
}

function movementOf(cells: ConsumerRow['cells'], monthFirst: boolean): NewMovement | string {
  const receipt = cells.receipt.toUpperCase();
  if (!/^[A-Z0-9]{8,12}$/.test(receipt))
    return say('should-be-receipt', { title: 'Receipt No.', found: shown(cells.receipt) });
  const time = timeOf(cells.completed, monthFirst);
  if (!time)
    return say('should-be-time', {
      title: 'Completion Time',
      found: shown(cells.completed),
      example: '2026-03-05 20:15:00',
    });
  const amount = amountOf(cells);
  if (amount === null) return oneSide(cells);
  const kind = consumerKind(cells.details, amount);
  return {
    kind,
    receipt,
    linkedReceipt: null,
    amount,
    fee: null,
    balanceAfter: cells.balance ? readAmount(cells.balance, '.') : null,
    occurredAt: time.at,
    precision: time.precision,
    ...consumerParty(cells.details, kind),
  };
}

function amountOf({ paidIn, withdrawn }: ConsumerRow['cells']): Cents | null {
  const credit = readAmount(paidIn || '0', '.');
  const debit = readAmount(withdrawn || '0', '.');
  if (credit === null || debit === null || (credit === 0) === (debit === 0)) return null;
  // Files differ in whether Withdrawn carries a minus.
  return toCents(Math.abs(credit) - Math.abs(debit));
}
