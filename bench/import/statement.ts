import { closeSync, openSync, writeSync } from 'node:fs';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const names = ['ASHA KIMANI', 'BEN OTIENO', 'CATHY WERE', 'DAUDI MUTUA', 'ESTHER NALIAKA'];
const two = (n: number) => String(n).padStart(2, '0');
const shillings = (cents: number) => (cents / 100).toFixed(1);

/** How the receipts of a statement run: with its time, as real ones do, or in no order, the worst there is for an index. */
export type Receipts = 'in-time-order' | 'random';

const columns =
  'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency';

/** A number of 48 bits for a number, the same every time and without an order. */
const scattered = (n: number) => Number((BigInt(n + 1) * 0x9e37_79b9_7f4a_7c15n) & 0xffff_ffff_ffffn);

function saleAt(i: number, count: number, receipts: Receipts) {
  const day = 1 + Math.floor((i * 28) / count);
  const second = Math.floor(((i * 28) % count) * (57_600 / count)) % 57_600;
  const code =
    receipts === 'random'
      ? scattered(i).toString(36).toUpperCase().padStart(10, '0').slice(-10)
      : `UB${letters[day]}${i.toString(36).toUpperCase().padStart(7, '0')}`;
  const at = `${two(day)}-02-2026 ${two(6 + Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return { code, at, amount: 5_000 + ((i * 7919) % 400) * 500, party: `2547****${100 + (i % 900)} - ${names[i % 5]}` };
}

/** Writes a busy till's month to `path`, newest first as the portal does, however many rows it has. */
export function writeStatement(path: string, count: number, receipts: Receipts = 'in-time-order'): void {
  let total = 0;
  for (let i = 0; i < count; i += 1) total += saleAt(i, count, receipts).amount;
  const file = openSync(path, 'w');
  const sum = shillings(total);
  let lines = [
    'Account Holder:,BENCH SHOP',
    'Short Code:,5550001',
    'Account:,Merchant Account',
    'Time Period:,From,01-02-2026 00:00:00,To,28-02-2026 23:59:59',
    'Operator:,bench,Organization:,BENCH SHOP',
    `Opening Balance:,0.0,Closing Balance:,${sum},Available Balance:,,Total Paid In:,${sum},Total Withdrawn:,0.0`,
    columns,
  ];
  let balance = total;
  for (let i = count - 1; i >= 0; i -= 1) {
    const { code, at, amount, party } = saleAt(i, count, receipts);
    lines.push(
      `${code},${at},${at},Merchant Payment from ${party},Completed,${shillings(amount)},,${shillings(balance)},true,Customer Merchant Payment,${party},,,KES`,
    );
    balance -= amount;
    if (lines.length >= 5_000) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}
