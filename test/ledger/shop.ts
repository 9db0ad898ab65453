import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileRefused } from '#contract/import.ts';
import type { Output, Parsed } from '#contract/index.ts';
import { PaymentFilter } from '#contract/payment.ts';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { openQuestions } from '#ledger/ask/questions.ts';
import { openCommands } from '#ledger/commands.ts';
import { openBook, openReader } from '#ledger/db/open.ts';
import { LedgerError } from '#ledger/errors.ts';
import type { Importer, NewMovement, Read, StatementFacts } from '#ledger/imports/importer.ts';
import type { Cents } from '#parser/money.ts';

const BATCH = 10;

/** An importer whose format is the very things it reads, one JSON object a line. */
export const reads: Importer = {
  id: 'test-reads',
  version: 1,
  recognises: () => true,
  async *read(file) {
    let rest = '';
    for await (const piece of file.text()) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (let at = 0; at < lines.length; at += BATCH)
        yield lines.slice(at, at + BATCH).map((line): Read => JSON.parse(line));
    }
  },
};

export const source = (items: readonly Read[]) => ({ text: items.map((item) => `${JSON.stringify(item)}\n`).join('') });

const again = (one: { text: string }) => ({ ...one, again: true });

/** The report of a source that was read; a refused one throws is thrown as its refusal. */
export function reportOf<Report>(file: { ok: true; report: Report } | FileRefused): Report {
  if (file.ok) return file.report;
  throw new LedgerError(file.code, file.message);
}

export const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'risiti-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** A book with the writer's commands and the reader's questions, all on this thread. Long work is parted as said. */
export async function openShop(rowsAtOnce?: number) {
  const { path: dir, remove } = folder();
  const path = join(dir, 'book.risiti');
  const db = openBook(path);
  const stop = { now: false };
  const between = { batches: (): void => {} };
  const commands = await openCommands({
    db,
    path,
    samples: null,
    importerFor: () => reads,
    now: () => Date.UTC(2026, 2, 10),
    cancelled: () => {
      between.batches();
      return stop.now;
    },
    rowsAtOnce,
    onWork: () => {},
  });
  const reader = openReader(path);
  const questions = openQuestions(reader, path);
  const everything: Parsed<'payments.page'> = {
    filter: PaymentFilter.parse({}),
    sort: { by: 'receipt', descending: false },
    offset: 0,
    limit: 500,
  };
  return {
    path,
    db,
    reader,
    commands,
    questions,
    stop,
    /** What happens between the batches of a source. */
    between,
    import: async (...files: readonly (readonly Read[])[]) =>
      (await commands['imports.run']({ sources: files.map(source).map(again) })).files.map(reportOf),
    preview: async (...files: readonly (readonly Read[])[]) =>
      (await commands['imports.preview']({ sources: files.map(source) })).files.map(reportOf),
    undo: (id: number) => commands['imports.undo']({ id }),
    payments: (filter: Partial<Parsed<'payments.page'>['filter']> = {}) =>
      questions['payments.page']({ ...everything, filter: { ...everything.filter, ...filter } }).rows,
    payment: (receipt: string) => {
      const found = questions['payments.page']({
        ...everything,
        filter: { ...everything.filter, search: receipt },
      }).rows;
      return found.find((payment) => payment.receipt === receipt);
    },
    reconciliation: () => questions['reconcile.summary']({}),
    summary: () => questions['book.summary']({}),
    /** All that the book says, but for which imports it has seen. */
    dump: () =>
      JSON.stringify({
        summary: { ...questions['book.summary']({}), imports: 0, path: '' },
        payments: questions['payments.page'](everything),
        messages: questions['messages.page']({
          outcome: null,
          search: '',
          sort: { by: 'when', descending: true },
          offset: 0,
          limit: 500,
        }),
        reconciliation: questions['reconcile.summary']({}),
      }),
    close: () => {
      reader.close();
      db.close();
      remove();
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
export type Payment = Output<'payments.page'>['rows'][number];

// The one place where the tests say that a number is cents.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const cents = (amount: number) => amount as Cents;

/** Test amounts are written in shillings. */
export const shillings = (amount: number) => cents(Math.round(amount * 100));

/** `9:05` on the fifth of March 2026, or on another day of that month. */
export const at = (time: string, day = 5) => {
  const [hour, minute, second = '00'] = time.split(':');
  return `2026-03-${String(day).padStart(2, '0')}T${hour!.padStart(2, '0')}:${minute}:${second}+03:00`;
};

/** A receipt of a day of March 2026 with a number of ours. */
export const receipt = (number: number, day = 5) =>
  `UC${day.toString(36)}${number.toString(36).padStart(7, '0')}`.toUpperCase();

let line = 0;

/** A statement's row. Amounts in shillings, signed. */
export function row(code: string, amount: number, time: string, rest: Partial<NewMovement> = {}): Read {
  line += 1;
  const movement: NewMovement = {
    kind: amount < 0 ? 'business_payment' : 'merchant_till_receive',
    receipt: code,
    linkedReceipt: null,
    amount: shillings(amount),
    fee: null,
    balanceAfter: null,
    occurredAt: time,
    precision: 'second',
    party: null,
    phone: null,
    shortcode: null,
    accountRef: null,
    ...rest,
  };
  return { as: 'movement', row: line, text: `${code},${amount},${time}`, movement };
}

/** A sale of so many shillings at a moment, with nothing more known of it. */
export const sale = (amount: number, time: string, more: Partial<NewExpectedPayment> = {}): NewExpectedPayment => ({
  kind: 'sale',
  at: time,
  precision: 'minute',
  amount: shillings(amount),
  customer: null,
  reference: null,
  receipt: null,
  ...more,
});

/** The owner's message of money into the till, or out of the wallet where the amount is negative. */
export function text(code: string, amount: number, time: string): Read {
  line += 1;
  const written = Math.abs(amount).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const [, year, month, day, hour, minute] = /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(time)!.map(Number);
  const clock = `${hour! % 12 || 12}:${String(minute).padStart(2, '0')} ${hour! < 12 ? 'AM' : 'PM'}`;
  const when = `${day}/${month}/${year}`;
  const body =
    amount < 0
      ? `${code} Confirmed. Ksh${written} sent to JOHN KAMAU 0722000111 on ${when} at ${clock}. New M-PESA balance is Ksh1,000.00. Transaction cost, Ksh13.00.`
      : `${code} Confirmed. on ${when} at ${clock} Ksh${written} received from 254722000111 JANE WANJIKU. New Account balance is Ksh9,000.00`;
  return { as: 'message', row: line, text: body, sender: 'MPESA', receivedAt: null };
}

/** A statement's head for a till, proved or not by the totals it prints. */
export function head(rows: readonly Read[], facts: Partial<StatementFacts> = {}): Read {
  const amounts = rows.flatMap((read) => (read.as === 'movement' ? [read.movement.amount] : []));
  const sum = (sign: 1 | -1) => amounts.filter((amount) => amount * sign > 0).reduce((a, b) => a + b * sign, 0);
  const opening = shillings(10_000);
  return {
    as: 'statement',
    facts: {
      account: { kind: 'till', shortcode: '5123456' },
      holder: 'MAMA NJERI STORES',
      period: { from: at('0:00:00'), to: at('23:59:59') },
      opening,
      closing: cents(opening + sum(1) - sum(-1)),
      totalIn: cents(sum(1)),
      totalOut: cents(sum(-1)),
      order: 'oldest-first',
      ...facts,
    },
  };
}

export const statement = (rows: readonly Read[], facts: Partial<StatementFacts> = {}): Read[] => [
  head(rows, facts),
  ...rows,
];
