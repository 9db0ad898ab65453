import { say } from '#contract/sentences.ts';
import { consumerReads, type ConsumerRow } from '../consumer-table.ts';
import type { NewMovement, Read, StatementFacts } from '../importer.ts';
import { kindOf, partyOf } from '../portal-details.ts';
import { oneSide, readAmount, readTime, shown, toCents } from '../statement-cells.ts';
import type { PrintedHead } from './statement-head.ts';

/** A row as it stands on a page: the cells, whatever lines they were wrapped over. */
export type PrintedRow = ConsumerRow;

/** Where the rows of a page end. */
export const isFooter = (line: string): boolean =>
  /^(?:disclaimer:|statement verification|to verify the validity|for self-help|page \d+ of \d+|.*\bdial \*334#)/i.test(
    line,
  );

/** The statement, then its rows: a wallet's, or a till's or paybill's. */
export function* printedReads(head: PrintedHead, rows: readonly PrintedRow[]): Generator<Read[]> {
  const { account, ...printed } = head;
  if (account.kind === 'wallet') yield* consumerReads(rows, { ...printed, phone: account.shortcode });
  else yield* organisationReads(head, rows);
}

function* organisationReads({ account, ...printed }: PrintedHead, rows: readonly PrintedRow[]): Generator<Read[]> {
  const times = rows.flatMap(({ cells }) => readTime(cells.completed)?.at ?? []);
  const order = (times[0] ?? '') < (times.at(-1) ?? '') ? 'oldest-first' : 'newest-first';
  const facts: StatementFacts = { ...printed, account, opening: null, closing: null, order };
  yield [{ as: 'statement', facts }];
  yield rows.map(({ row, text, cells }): Read => {
    if (!/^completed$/i.test(cells.status))
      return { as: 'skipped', row, text, reason: say('statement-says', { status: cells.status }) };
    const movement = organisationMovement(cells, account);
    return typeof movement === 'string'
      ? { as: 'rejected', row, text, reason: movement }
      : { as: 'movement', row, text, movement };
  });
}

function organisationMovement(
  cells: PrintedRow['cells'],
  { kind: account }: PrintedHead['account'],
): NewMovement | string {
  const time = readTime(cells.completed);
  if (!time)
    return say('should-be-time', {
      title: 'Completion Time',
      found: shown(cells.completed),
      example: '2026-03-05 09:40:21',
    });
  const paidIn = readAmount(cells.paidIn || '0', '.');
  const withdrawn = readAmount(cells.withdrawn || '0', '.');
  if (paidIn === null || withdrawn === null || (paidIn === 0) === (withdrawn === 0)) return oneSide(cells);
  const amount = toCents(Math.abs(paidIn) - Math.abs(withdrawn));
  const kind = kindOf(cells.details, amount, account);
  return {
    kind,
    receipt: cells.receipt,
    linkedReceipt: null,
    amount,
    fee: null,
    // A charge may print its payment's balance, before or after it: these balances prove nothing.
    balanceAfter: null,
    occurredAt: time.at,
    precision: time.precision,
    ...partyOf('', dashed(cells.details), kind),
    accountRef: null,
  };
}

/** `from - 254711***318 Halima`, as some years print it, with the dash where the others have it. */
const dashed = (details: string) => details.replace(/\b(from|to) - (\+?[\d*]+) (?!-)/, '$1 $2 - ');

const amount = /-?\d{1,3}(?:,\d{3})*\.\d{2}/g;

/**
 * Amounts that an extractor has glued together, `2,000.000.002,200.00`: in, out and balance; or, where the zero column
 * is left out, a signed amount and the balance. Null for any other number of them.
 */
export function splitAmounts(text: string): Pick<PrintedRow['cells'], 'paidIn' | 'withdrawn' | 'balance'> | null {
  const [first, second, third, ...more] = text.match(amount) ?? [];
  if (first === undefined || second === undefined || more.length > 0) return null;
  if (third !== undefined) return { paidIn: first, withdrawn: second, balance: third };
  return first.startsWith('-')
    ? { paidIn: '', withdrawn: first, balance: second }
    : { paidIn: first, withdrawn: '', balance: second };
}
