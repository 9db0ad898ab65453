/**
 * What an import costs end to end (read, recognise, check, dedupe, store, reconcile) against a bare better-sqlite3 insert
 * of the same rows, already parsed, into a table without an index. Both with WAL and synchronous=FULL, in one transaction.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openBooks, writerThread } from '#ledger/index.ts';
import { interleaved, report, type Row } from './measure.ts';

const ROWS = 20_000;
const ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));

type Sale = { receipt: string; at: string; details: string; amount: number; balance: number; party: string };

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const names = ['ASHA KIMANI', 'BEN OTIENO', 'CATHY WERE', 'DAUDI MUTUA', 'ESTHER NALIAKA'];
const two = (n: number) => String(n).padStart(2, '0');

/** A busy till's month: sales in time order, receipts that encode their day. */
function sales(count: number): Sale[] {
  let balance = 0;
  return Array.from({ length: count }, (_, i) => {
    const day = 1 + Math.floor((i * 28) / count);
    const second = Math.floor(((i * 28) % count) * (57_600 / count)) % 57_600;
    const amount = 5_000 + ((i * 7919) % 400) * 500;
    balance += amount;
    const code = i.toString(36).toUpperCase().padStart(7, '0');
    return {
      receipt: `UB${letters[day]}${code}`,
      at: `${two(day)}-02-2026 ${two(6 + Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`,
      details: `Merchant Payment from 2547****${100 + (i % 900)} - ${names[i % 5]}`,
      amount,
      balance,
      party: `2547****${100 + (i % 900)} - ${names[i % 5]}`,
    };
  });
}

const shillings = (cents: number) => (cents / 100).toFixed(1);

function statementFile(rows: readonly Sale[]): string {
  const total = shillings(rows.at(-1)!.balance);
  const lines = rows.map(
    (r) =>
      `${r.receipt},${r.at},${r.at},${r.details},Completed,${shillings(r.amount)},,${shillings(r.balance)},true,Customer Merchant Payment,${r.party},,,KES`,
  );
  const head = [
    'Account Holder:,BENCH SHOP',
    'Short Code:,5550001',
    'Account:,Merchant Account',
    'Time Period:,From,01-02-2026 00:00:00,To,28-02-2026 23:59:59',
    'Operator:,bench,Organization:,BENCH SHOP',
    `Opening Balance:,0.0,Closing Balance:,${total},Available Balance:,,Total Paid In:,${total},Total Withdrawn:,0.0`,
    'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency',
  ];
  const path = join(folder, 'statement.csv');
  writeFileSync(path, [...head, ...lines.toReversed(), ''].join('\n'));
  return path;
}

let n = 0;
const fresh = () => join(folder, `${(n += 1)}.risiti`);

function bareInsert(rows: readonly Sale[]): void {
  const db = new Database(fresh());
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE movement (id INTEGER PRIMARY KEY, receipt TEXT, at TEXT, details TEXT, amount INTEGER, balance INTEGER, party TEXT) STRICT',
  );
  const insert = db.prepare(
    'INSERT INTO movement (receipt, at, details, amount, balance, party) VALUES (:receipt, :at, :details, :amount, :balance, :party)',
  );
  db.transaction(() => rows.forEach((row) => insert.run(row)))();
  db.close();
}

async function wholeImport(file: string, book = fresh()): Promise<string> {
  const books = await openBooks(book, { writer: writerThread, samples: null });
  const { token } = books.offer({ path: file, name: 'statement.csv' });
  const { files } = await books.ask('imports.run', { sources: [{ token }] });
  const [read] = files;
  if (!read?.ok || read.report.rows.read !== ROWS) throw new Error('the import did not read every row');
  await books.close();
  return book;
}

try {
  const rows = sales(ROWS);
  const file = statementFile(rows);
  const filled = await wholeImport(file);
  const cost = await interleaved(ROUNDS, {
    bare: () => bareInsert(rows),
    whole: () => wholeImport(file),
    again: () => wholeImport(file, filled),
  });
  const rate = (ms: number) => (ROWS / ms) * 1_000;
  const table: Row[] = [
    {
      name: 'bare insert, no index',
      value: rate(cost.bare),
      unit: 'rows/s of CPU',
      baseline: '',
      ratio: 1,
      ratioIs: 'times the cost',
      goal: null,
    },
    {
      name: 'statement CSV, end to end',
      value: rate(cost.whole),
      unit: 'rows/s of CPU',
      baseline: 'the bare insert',
      ratio: cost.whole / cost.bare,
      ratioIs: 'times the cost',
      goal: null,
    },
    {
      name: 'the same file again (all known)',
      value: rate(cost.again),
      unit: 'rows/s of CPU',
      baseline: 'the first import',
      ratio: cost.again / cost.whole,
      ratioIs: 'times the cost',
      goal: { atMost: 0.6 },
    },
    {
      name: 'book size',
      value: statSync(filled).size / ROWS,
      unit: 'bytes a row',
      baseline: 'the statement file',
      ratio: statSync(filled).size / statSync(file).size,
      ratioIs: 'times the cost',
      goal: null,
    },
  ];
  report(`import: ${ROWS.toLocaleString('en')} statement rows, medians of ${ROUNDS} rounds`, table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
