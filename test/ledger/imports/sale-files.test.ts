import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { heard } from '#contract/sentences.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, receipt, reportOf, sale, type Shop, shillings, source, text } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const mapped: Read = { as: 'mapped', profile: { name: 'Counter book', use: 'sales' } };
const saleRow = (row: number, amount: number, time: string, noted: string | null = null): Read => ({
  as: 'expected',
  row,
  text: `row ${row}`,
  payment: sale(amount, time, { receipt: noted }),
});
const bad: Read = { as: 'rejected', row: 9, text: ',,', reason: 'The amount is empty; it should be above zero.' };
const sales = () => shop.questions['sales.page']({ state: null, search: '', offset: 0, limit: 100 }).rows;
const week = [
  mapped,
  saleRow(2, 500, at('9:06'), receipt(1)),
  saleRow(3, 80, at('10:00')),
  saleRow(4, 80, at('10:00')),
  bad,
];

test('a file of sales is counted row by row, matched, and knows where each sale stood', async () => {
  await shop.import([text(receipt(1), 500, at('9:05'))]);
  const [looked] = await shop.preview(week);
  const [done] = await shop.import(week);
  expect(looked).toMatchObject({ mapped: { name: 'Counter book', use: 'sales' }, account: null, newAccounts: [] });
  expect(done).toMatchObject({
    rows: { read: 4, stored: 3, duplicate: 0, skipped: 0, rejected: 1 },
    totals: { in: shillings(660), out: 0 },
  });
  expect(looked!.rows).toEqual(done!.rows);
  expect(sales().map(({ source: from, state }) => [from, state])).toEqual([
    [{ importId: done!.id, row: 4 }, 'open'],
    [{ importId: done!.id, row: 3 }, 'open'],
    [{ importId: done!.id, row: 2 }, 'paid'],
  ]);
  expect(shop.questions['imports.list']({})[0]).toMatchObject({ sales: true, account: null });
});

test('the same rows in another file add nothing; true twins stay two', async () => {
  await shop.import(week);
  const [again] = await shop.import([mapped, saleRow(7, 80, at('10:00')), saleRow(8, 90, at('11:00'))]);
  expect(again!.rows).toMatchObject({ stored: 1, duplicate: 1 });
  const [, repeated] = await shop.preview([mapped, saleRow(2, 5, at('9:00'))], [mapped, saleRow(2, 5, at('9:00'))]);
  expect(repeated!.rows).toMatchObject({ stored: 0, duplicate: 1 });
  expect(sales().length).toBe(4);
});

test('what was typed before is one with its row where that is certain, and named where it is not', async () => {
  const add = (...list: NewExpectedPayment[]) => shop.commands['sales.add']({ sales: list });
  await add(sale(500, at('9:20'), { receipt: receipt(1).toLowerCase() }), sale(80, at('10:00')), sale(80, at('10:20')));
  await add(sale(300, at('8:00')), sale(70, at('7:00'), { customer: 'Akinyi' }));
  const other = sale(70, at('7:00'), { customer: 'Baraka' });
  const file = [...week, saleRow(5, 300, at('12:00')), { ...saleRow(6, 70, at('7:00')), payment: other }];
  const [looked] = await shop.preview(file);
  const [done] = await shop.import(file);
  // By its receipt; to the minute; within the hour; hours apart and of another customer.
  expect(done!.rows).toEqual({ read: 6, stored: 3, duplicate: 2, skipped: 0, rejected: 1 });
  expect(looked!.issues).toEqual(done!.issues);
  expect(done!.issues.map(({ row, verdict, reason }) => [row, verdict, heard(reason)?.code])).toEqual([
    [2, 'duplicate', 'sale-known'],
    [3, 'duplicate', 'sale-known'],
    [4, 'stored', 'sale-alike'],
    [9, 'rejected', 'should-be-above-zero'],
  ]);
  expect(done!.issues[2]!.reason).toContain(`80.00 · ${at('10:20').slice(0, 16).replace('T', ' ')}`);
  expect(sales().length).toBe(8);
  const [again] = await shop.import(file);
  expect(again!.rows).toMatchObject({ stored: 0, duplicate: 5 });
  await shop.undo(again!.id);
  await shop.undo(done!.id);
  expect(sales().length).toBe(5);
});

test('a list that is pasted is held against the book, each sale against another', async () => {
  await shop.import([mapped, saleRow(2, 80, at('10:00')), saleRow(3, 80, at('10:00')), saleRow(4, 90, at('10:00'))]);
  const asked = [sale(80, at('10:00')), sale(80, at('10:00')), sale(80, at('10:00')), sale(90, at('10:30'))];
  expect(shop.questions['sales.alike']({ sales: asked }).map(({ index, as }) => [index, as])).toEqual([
    [0, 'same'],
    [1, 'same'],
    [3, 'like'],
  ]);
});

test('undone as a whole: what another file tells stays, and so does what the owner took out', async () => {
  const [first] = await shop.import(week);
  const [second] = await shop.import([mapped, saleRow(2, 500, at('9:06'), receipt(1)), saleRow(3, 33, at('12:00'))]);
  await shop.commands['sales.remove']({ ids: sales().flatMap(({ id, amount }) => (amount === 3300 ? id : [])) });
  await shop.undo(first!.id);
  expect(sales().map(({ amount, source: from }) => [amount, from?.importId])).toEqual([[50_000, second!.id]]);

  await shop.commands['history.undo']({});
  expect(sales().map(({ amount }) => amount)).toEqual([8000, 8000, 50_000]);
  await shop.undo(first!.id);
  const asked = await shop.commands['imports.run']({ sources: [source(week)] });
  expect(asked.files).toMatchObject([{ ok: false, code: 'undone-before' }]);
  const back = await shop.commands['imports.run']({ sources: [{ ...source(week), again: true }] });
  expect(reportOf(back.files[0]!).rows).toMatchObject({ stored: 2, duplicate: 1 });
});

test('an import of sales is a step: taken back and done again with the others', async () => {
  await shop.import(week);
  await shop.commands['history.undo']({});
  expect(sales()).toEqual([]);
  await shop.commands['history.redo']({});
  expect(sales().map(({ amount }) => amount)).toEqual([8000, 8000, 50_000]);
});

test('a sale that is undone lets the payment go that a person gave it', async () => {
  await shop.import([text(receipt(1), 700, at('11:20'))]);
  const [done] = await shop.import([mapped, saleRow(2, 700, at('11:21'))]);
  const asking = () =>
    shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', offset: 0, limit: 9 }).rows;
  await shop.commands['matches.accept']({ ids: [asking()[0]!.match!] });
  await shop.undo(done!.id);
  await shop.import([mapped, saleRow(2, 700, at('11:22'))]);
  expect(asking().map(({ code }) => code)).toEqual(['to-confirm']);
});

test('a day that is closed takes no sale, and says so', async () => {
  await shop.import(week);
  const none = { cashOpening: 0, cashCounted: 0, cashSpent: 0, credit: 0, takings: 0, note: null };
  await shop.commands['days.close']({ date: at('9:00').slice(0, 10), ...none });
  const [done] = await shop.import([mapped, saleRow(2, 10, at('13:00'))]);
  expect(done).toMatchObject({ rows: { stored: 0, rejected: 1 } });
  expect(done!.issues[0]!.reason).toContain('is closed');
});
