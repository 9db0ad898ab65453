import { say } from '#contract/sentences.ts';
import type { AccountKind } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';
import { columnsBy } from './columns.ts';
import type { NewMovement, Read, StatementFacts, ToldAccount } from './importer.ts';
import { accountRefOf, kindOf, partyOf } from './portal-details.ts';
import { oneSide, readAmount, readTime, shown, toCents } from './statement-cells.ts';
import { below, lookAhead, type Table, type TableFormat, type TableRow } from './table.ts';

const titles = {
  receipt: ['receiptno'],
  completed: ['completiontime'],
  details: ['details'],
  status: ['transactionstatus'],
  paidIn: ['paidin'],
  withdrawn: ['withdrawn'],
  balance: ['balance'],
};
type Column = keyof typeof titles;
const columns: readonly Column[] = ['receipt', 'completed', 'details', 'status', 'paidIn', 'withdrawn', 'balance'];

const LOOK_AHEAD = 500;

/**
 * The portal's new template: seven columns that print their currency, no preamble, and all accounts of a short code in
 * one file. Each row is a movement of the account that its details name, so that both legs of a sweep cancel out.
 */
export const portalNew: TableFormat = {
  id: 'mpesa-portal-new',
  fits: (head) => titlesIn(head) !== null,

  async *read({ name, head, rows }: Table) {
    const found = titlesIn(head);
    if (!found) throw new LedgerError('unreadable-file', `“${name}” has no column titles of a portal statement.`);
    const told = nameOf(name);
    let main: ToldAccount | null = null;
    for await (const batch of lookAhead(LOOK_AHEAD, below(found.row, rows))) {
      if (main === null) {
        main = { kind: tillOrPaybill(batch, found.at('details')), shortcode: told.shortcode };
        yield [{ as: 'statement', facts: factsOf(main, told.period, timesOf(batch, found.at('completed'))) }];
      }
      yield batch.map(rowOf(main, found.at));
    }
  },
};

type At = (column: Column) => number;

function titlesIn(head: readonly TableRow[]): { readonly row: number; readonly at: At } | null {
  const [first] = head.filter(({ cells }) => cells.some(Boolean));
  if (!first || !first.cells.some((cell) => /\(KSHs\)/i.test(cell))) return null;
  const at = columnsBy(first.cells, titles, columns);
  // Every column is needed, so every column has been found.
  return at && { row: first.row, at: (column) => at.get(column) ?? -1 };
}

/** `Statements for 600123 from 2026-03-05 to 2026-03-05 (1).csv`: the short code and the days stand nowhere else. */
function nameOf(name: string): { readonly shortcode: string | null; readonly period: StatementFacts['period'] } {
  const day = '(\\d{4}-\\d{2}-\\d{2})';
  const [, shortcode = null, from, to] =
    new RegExp(`\\bStatements for (\\d{5,7}) from ${day} to ${day}`, 'i').exec(name) ?? [];
  return { shortcode, period: from && to ? { from: `${from}T00:00:00+03:00`, to: `${to}T23:59:59+03:00` } : null };
}

const timesOf = (rows: readonly TableRow[], completed: number): string[] =>
  rows.flatMap(({ cells }) => readTime(cells[completed] ?? '')?.at ?? []);

/** The statement is the short code's own account's; its other accounts' rows say so themselves. */
const factsOf = (account: ToldAccount, period: StatementFacts['period'], times: readonly string[]): StatementFacts => ({
  account,
  holder: null,
  period,
  opening: null,
  closing: null,
  totalIn: null,
  totalOut: null,
  order: (times[0] ?? '') < (times.at(-1) ?? '') ? 'oldest-first' : 'newest-first',
});

const tillOrPaybill = (rows: readonly TableRow[], details: number): AccountKind =>
  rows.some(({ cells }) =>
    /^merchant account to\b|^(?:merchant payment|customer merchant payment|buy goods)\b/i.test(cells[details] ?? ''),
  )
    ? 'till'
    : 'paybill';

const rowOf =
  (main: ToldAccount, at: At) =>
  ({ row, cells, text, broken }: TableRow): Read => {
    const cell = (column: Column) => cells[at(column)] ?? '';
    const status = cell('status');
    if (!broken && status && !/^completed$/i.test(status))
      return { as: 'skipped', row, text, reason: say('statement-says', { status }) };
    const movement = broken ? say('quote-not-doubled') : movementOf(cell, main);
    return typeof movement === 'string'
      ? { as: 'rejected', row, text, reason: movement }
      : { as: 'movement', row, text, movement };
  };

function movementOf(cell: (column: Column) => string, main: ToldAccount): NewMovement | string {
  const receipt = cell('receipt').toUpperCase();
  if (!/^[A-Z0-9]{8,12}$/.test(receipt))
    return say('should-be-receipt', { title: 'Receipt No', found: shown(cell('receipt')) });
  const time = readTime(cell('completed'));
  if (!time)
    return say('should-be-time', {
      title: 'Completion Time',
      found: shown(cell('completed')),
      example: '05/03/2026 16:14:48',
    });
  const paidIn = readAmount(cell('paidIn') || '0', '.');
  const withdrawn = readAmount(cell('withdrawn') || '0', '.');
  if (paidIn === null || withdrawn === null || (paidIn === 0) === (withdrawn === 0))
    return oneSide({ paidIn: cell('paidIn'), withdrawn: cell('withdrawn') });
  const amount = toCents(Math.abs(paidIn) - Math.abs(withdrawn));
  const details = cell('details');
  const account = accountOf(details, amount, main);
  const kind = kindOf(details, amount, account.kind);
  return {
    kind,
    receipt,
    linkedReceipt: null,
    amount,
    fee: null,
    // Balances of several accounts take turns in this file; each is its own row's account's.
    balanceAfter: readAmount(cell('balance'), '.'),
    occurredAt: time.at,
    precision: time.precision,
    ...partyOf('', details, kind),
    accountRef:
      kind === 'charge' || kind === 'settlement' ? null : accountRefOf('', details.replace(/\s+via \S+ by .*$/s, '')),
    account,
  };
}

/** `Utility Account to Organization Settlement Account`: money leaves the first and reaches the second. */
function accountOf(details: string, amount: number, main: ToldAccount): ToldAccount {
  const sweep = /^(.+?) to (.+)$/i.exec(/ Account to .* Account$/i.test(details) ? details : '');
  const name = sweep?.[amount < 0 ? 1 : 2] ?? (/^agency withdrawal\b/i.test(details) ? 'MMF' : '');
  return { ...main, kind: innerAccount(name) ?? main.kind };
}

function innerAccount(name: string): AccountKind | null {
  if (/merchant account/i.test(name)) return 'till';
  if (/utility account/i.test(name)) return 'paybill';
  if (/settlement account/i.test(name)) return 'settlement';
  return /\bMMF\b|working/i.test(name) ? 'working' : null;
}
