import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Parsed } from '#contract/index.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement, text } from '../shop.ts';

type Filter = Partial<Parsed<'payments.page'>['filter']>;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.import(
    statement([
      row(receipt(1), 500, at('9:00')),
      row(receipt(2), 300, at('10:00')),
      row(receipt(3), -40, at('11:00'), { kind: 'statement_other' }),
    ]),
    [text(receipt(1), 500, at('9:00')), text(receipt(4), 70, at('12:00')), text(receipt(5, 9), 60, at('8:00', 9))],
  );
});
afterAll(() => shop.close());

const sumOf = (filter: Filter) => shop.payments(filter).reduce((sum, { amount }) => sum + amount, 0);
const today = { from: '2026-03-05', to: '2026-03-05' };

test('a figure of the day is the sum of the payments that it opens', () => {
  const { figures } = shop.questions['days.one']({ date: '2026-03-05' });
  expect(figures.mpesa.cents).toBe(shillings(870));
  expect(sumOf({ ...today, takings: 'all' })).toBe(figures.mpesa.cents);
  expect(sumOf({ ...today, takings: 'firm' })).toBe(figures.proved);
  expect(sumOf({ ...today, takings: 'seen' })).toBe(figures.seen);
  expect(sumOf({ ...today, takings: 'other' })).toBe(figures.mpesa.cents - figures.proved - figures.seen);
});

test('a figure of one side is the sum of the payments that it opens', () => {
  const [line] = shop.reconciliation().accounts;
  const side = (name: NonNullable<Filter['side']>, of: 'messageAmount' | 'statementAmount') =>
    shop.payments({ account: line!.account.id, side: name }).reduce((sum, payment) => sum + (payment[of] ?? 0), 0);
  expect(side('message-in', 'messageAmount')).toBe(line!.messages.in);
  expect(side('statement-in', 'statementAmount')).toBe(line!.statement.in);
  expect(side('statement-out', 'statementAmount')).toBe(-line!.statement.out);
  expect(side('apart-in', 'messageAmount')).toBe(line!.notCompared.in);
  expect(line!.notCompared.in).toBe(shillings(60));
});

test('sales and decisions of one day', async () => {
  const sale = {
    kind: 'sale',
    precision: 'minute',
    customer: null,
    reference: null,
    receipt: null,
    account: null,
  } as const;
  await shop.commands['sales.add']({
    sales: [
      { ...sale, at: at('9:01'), amount: shillings(41) },
      { ...sale, at: at('9:01', 6), amount: shillings(43) },
    ],
  });
  const window = { state: null, search: '', offset: 0, limit: 100 };
  expect(shop.questions['sales.page']({ ...window, date: '2026-03-06' })).toMatchObject({
    total: 1,
    cents: shillings(43),
  });
  expect(shop.questions['sales.page'](window).total).toBe(2);
  const decisions = shop.questions['decisions.page']({
    ...window,
    code: 'expected-not-paid',
    account: null,
    date: '2026-03-05',
  });
  expect(decisions.rows.map(({ cents }) => cents)).toEqual([shillings(41)]);
});
