import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, openShop, receipt, row, type Shop, shillings, statement } from '../shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  const told = [
    { amount: 100, when: at('9:05', 5), balance: 1_100 },
    { amount: 50, when: at('9:59:59', 5), balance: 1_150 },
    { amount: -30, when: at('10:00', 5), balance: 1_120 },
    // Sunday, the last of its week; and 80 shillings that no row tells of.
    { amount: 20, when: at('23:10', 8), balance: 1_220 },
    { amount: 5, when: at('0:30', 9), balance: 1_225 },
  ];
  const rows = told.map(({ amount, when, balance }, n) =>
    row(receipt(n, Number(when.slice(8, 10))), amount, when, { balanceAfter: shillings(balance) }),
  );
  await shop.import(statement(rows, { period: { from: at('0:00', 1), to: at('23:59:59', 9) } }));
});
afterAll(() => shop.close());

const pictures = (account: number | null = null) => shop.questions['payments.pictures']({ account, month: '2026-03' });

test('hours are those of the clock in East Africa, with what came and went in each', () => {
  expect(pictures().hours).toEqual([
    { date: '2026-03-05', hour: 9, count: 2, in: shillings(150), out: 0 },
    { date: '2026-03-05', hour: 10, count: 1, in: 0, out: shillings(30) },
    { date: '2026-03-08', hour: 23, count: 1, in: shillings(20), out: 0 },
    { date: '2026-03-09', hour: 0, count: 1, in: shillings(5), out: 0 },
  ]);
});

test('a week runs from Monday to Sunday, and weeks without payments stand in their place', () => {
  const { weeks } = pictures();
  expect(weeks).toHaveLength(26);
  expect(weeks.at(-1)).toMatchObject({ from: '2026-03-09', to: '2026-03-15', count: 1, in: shillings(5) });
  expect(weeks.at(-2)).toMatchObject({ from: '2026-03-02', to: '2026-03-08', count: 4, out: shillings(30) });
  expect(weeks.at(-2)!.standings.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  expect(weeks.slice(0, -2).every(({ count, standings }) => count === 0 && standings.length === 0)).toBe(true);
});

test('one account’s balance ends each day as its statement prints it, and says where it breaks', () => {
  const account = shop.summary().accounts[0]!.id;
  expect(shop.questions['payments.balances']({ account, month: '2026-03' })).toEqual([
    { date: '2026-03-05', balance: shillings(1_120), source: 'statement', gap: 0 },
    { date: '2026-03-08', balance: shillings(1_220), source: 'statement', gap: shillings(80) },
    { date: '2026-03-09', balance: shillings(1_225), source: 'statement', gap: 0 },
  ]);
  expect(shop.questions['payments.balances']({ account, month: '2026-04' })).toEqual([]);
});

test('a list is laid out as it was left, and one that nobody touched as it comes', async () => {
  expect(shop.questions['views.read']({ list: 'payments' })).toEqual({ hidden: [], widths: {}, saved: [] });
  const view = {
    hidden: ['kind'],
    widths: { who: 240 },
    saved: [{ name: 'Reversed', params: { finding: 'reversed' } }],
  };
  expect(await shop.commands['views.write']({ list: 'payments', view })).toEqual(view);
  expect(shop.questions['views.read']({ list: 'payments' })).toEqual(view);
  shop.db.prepare("UPDATE setting SET value = 'not json' WHERE name = 'view.payments'").run();
  expect(shop.questions['views.read']({ list: 'payments' })).toEqual({ hidden: [], widths: {}, saved: [] });
});
