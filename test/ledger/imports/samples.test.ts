import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mpesaPortalCsv } from '#ledger/imports/mpesa-portal-csv.ts';
import { importerFor } from '#ledger/imports/registry.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { parseMessage } from '#parser/parse.ts';
import { receiptDate } from '#parser/receipt.ts';
import { sampleFolder } from '../../../scripts/samples/folder.ts';
import { readAll } from './read-all.ts';

const folder = join(import.meta.dirname, '../../../samples');
const source = (name: string) => fileSource(join(folder, name), name);

test('the folder is what the script writes, and nothing else', () => {
  const files = sampleFolder();
  expect(readdirSync(folder).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
  for (const { name, text } of files)
    expect({ name, text: readFileSync(join(folder, name), 'utf8') }).toEqual({ name, text });
});

describe.each(['till-statement.csv', 'till-statement-2.csv'])('%s', (name) => {
  test('proves itself: totals, balances row by row, receipts of their day', async () => {
    const reads = await readAll(mpesaPortalCsv, await source(name));
    const [statement] = reads;
    if (statement?.as !== 'statement') throw new Error('A statement begins with its facts.');
    const rows = reads.flatMap((read) => (read.as === 'movement' ? [read.movement] : [])).toReversed();
    let balance = statement.facts.opening ?? Number.NaN;
    for (const { receipt, amount, balanceAfter, occurredAt } of rows) {
      balance += amount;
      expect(balanceAfter).toBe(balance);
      expect(receiptDate(receipt ?? '', 'KE')).toBe(occurredAt?.slice(0, 10));
    }
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    const amounts = rows.map(({ amount }) => amount);
    expect(statement.facts).toMatchObject({
      closing: balance,
      totalIn: sum(amounts.filter((amount) => amount > 0)),
      totalOut: -sum(amounts.filter((amount) => amount < 0)),
      order: 'newest-first',
    });
  });
});

test("the phone's messages are all read, and the owner's wallet adds up", async () => {
  const file = await source('sms-backup.xml');
  const reads = await readAll(importerFor(file), file);
  const readings = reads.flatMap((read) => (read.as === 'message' ? [parseMessage(read.text)] : []));
  expect(readings.filter(({ outcome }) => outcome !== 'parsed')).toEqual([]);
  expect(readings.flatMap(({ notes }) => notes)).toEqual([]);

  const wallet = readings.filter(({ account }) => account === 'wallet');
  let balance = wallet[0]?.balance ?? Number.NaN;
  for (const { amount, fee, kind, direction, balance: printed } of wallet.slice(1)) {
    const sign = direction === 'in' || kind === 'fuliza_draw' ? 1 : -1;
    balance += sign * (amount ?? Number.NaN) - (kind === 'fuliza_draw' ? 0 : (fee ?? 0));
    if (printed !== null) expect(printed).toBe(balance);
  }
  expect(new Set(wallet.map(({ kind }) => kind))).toEqual(
    new Set([
      'withdraw_agent',
      'send_person',
      'airtime_self',
      'paybill',
      'receive_person',
      'buy_goods',
      'receive_business',
      'fuliza_draw',
      'deposit_agent',
      'fuliza_repay',
      'reversal_credited',
    ]),
  );
});
