import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement, text } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const bank = { kind: 'bank', shortcode: '0110022' } as const;
const month = { period: { from: at('0:00:00', 1), to: at('23:59:59', 31) } };

/** A till's days: what came in, less a charge each, and what was swept in the evening. */
const till = (days: readonly { day: number; came: readonly number[]; swept: number | null }[]) =>
  statement(
    days.flatMap(({ day, came, swept }) => [
      ...came.flatMap((amount, n) => {
        const [code, time] = [receipt(10 * day + n, day), at(`${9 + n}:00`, day)];
        return [row(code, amount, time), row(code, -1, time, { kind: 'charge' })];
      }),
      ...(swept === null ? [] : [row(receipt(9_000, day), -swept, at('22:00', day), { kind: 'settlement' })]),
    ]),
    month,
  );

/** A bank's rows: it prints the day alone, and a few words. */
const atBank = (rows: readonly (readonly [amount: number, day: number, words: string])[]): Read[] =>
  statement(
    rows.map(([amount, day, words], n) =>
      row(`FT26${day}${n}`, amount, at('0:00', day), { kind: 'bank_side', precision: 'day', party: words }),
    ),
    { account: bank, ...month },
  );

const standing = (code: string) => shop.payment(code)?.standing;
const asking = () =>
  shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', offset: 0, limit: 100 }).rows;
const differing = () => asking().filter(({ code }) => code === 'settlement-differs');
const settlements = () => shop.reconciliation().allocation.by_pass.settlement;

const week = [
  { day: 2, came: [500, 300], swept: 798 },
  { day: 3, came: [200, 150], swept: 348 },
] as const;

test('payments swept to the bank are settled, each sweep with just its own, and undone with their file', async () => {
  const [done] = await shop.import(till(week));
  expect([receipt(20, 2), receipt(21, 2), receipt(30, 3)].map(standing)).toEqual(['settled', 'settled', 'settled']);
  expect(settlements()).toEqual({ confirmed: { count: 2, cents: shillings(1146) }, proposed: { count: 0, cents: 0 } });
  expect(asking()).toEqual([]);
  await shop.undo(done!.id);
  expect(settlements().confirmed.count).toBe(0);
  await shop.commands['history.undo']({});
  expect(standing(receipt(31, 3))).toBe('settled');
});

test('the credit at the bank is the other end of the sweep, whichever file came first', async () => {
  const credits = atBank([
    [798, 3, 'MPESA SETTLEMENT 5123456'],
    [348, 4, 'SAFARICOM C2B 5123456'],
    [700, 4, 'MPESA 254722000111 JOHN KAMAU'],
  ]);
  await shop.import(credits);
  expect(settlements().confirmed.count).toBe(0);
  await shop.import(till(week));
  const { rows } = shop.questions['matches.page']({
    state: 'confirmed',
    rule: 'settlement',
    search: '',
    offset: 0,
    limit: 10,
  });
  expect(rows.map(({ match }) => match.items.filter(({ side }) => side === 'credit').length)).toEqual([2, 2]);
  expect(rows[0]!.payments.map(({ account: { name } }) => name).toSorted()).toEqual(['Bank 0110022', 'Till 5123456']);
  const whole = shop.questions['matches.one']({ id: rows[0]!.match.id });
  expect(whole.payments).toHaveLength(rows[0]!.match.items.length);
  expect(differing()).toEqual([]);
});

test('money between the owner’s own accounts came in once, and so again when the move is taken back', async () => {
  const credits = atBank([
    [798, 3, 'MPESA SETTLEMENT 5123456'],
    [50, 20, 'CASH DEPOSIT'],
  ]);
  const totals = () => shop.reconciliation().payments;
  await shop.import(credits);
  expect(totals()).toMatchObject({ in: shillings(848), out: 0 });
  const [swept] = await shop.import(till([week[0]]));
  expect(totals()).toMatchObject({ in: shillings(800 + 50), out: 0 });
  expect(shop.summary().days.map(({ totals: day }) => day.in)).toEqual([800, 0, 50].map(shillings));
  await shop.undo(swept!.id);
  expect(totals()).toMatchObject({ in: shillings(848), out: 0 });

  await shop.import([text(receipt(1, 20), -50, at('8:00', 20))]);
  expect(totals()).toMatchObject({ in: shillings(848), out: shillings(50) });
  const ends = shop.payments().filter(({ amount }) => Math.abs(amount) === shillings(50));
  const items = ends.map(({ id }) => ({ side: 'payment' as const, id, allocated: shillings(50) }));
  await shop.commands['matches.make']({ items, reason: null });
  expect(totals()).toMatchObject({ in: shillings(798), out: 0 });
  await shop.commands['history.undo']({});
  expect(totals()).toMatchObject({ in: shillings(848), out: shillings(50) });
});

test('a bank credit that names the till is taken apart where no sweep tells of it', async () => {
  await shop.import(
    till(week.map((day) => ({ ...day, swept: null }))),
    atBank([
      [798, 2, 'Merchant settlement, till 5123456'],
      [348, 3, 'Merchant settlement, till 5123456'],
    ]),
  );
  expect([receipt(20, 2), receipt(31, 3)].map(standing)).toEqual(['settled', 'settled']);
  expect(differing()).toEqual([]);
});

test('a credit that is a little off waits with its difference, and a word settles it for good', async () => {
  await shop.import(till(week.map((day) => ({ ...day, swept: null }))), atBank([[790, 2, 'Till 5123456 settlement']]));
  const [asked] = differing();
  expect(asked).toMatchObject({ cents: shillings(8), state: 'open', match: expect.any(Number) });
  expect(standing(receipt(20, 2))).not.toBe('settled');
  await shop.commands['matches.accept']({ ids: [asked!.match!] });
  expect(differing()).toEqual([]);
  expect(standing(receipt(20, 2))).toBe('settled');
  await shop.import(till([...week, { day: 5, came: [40], swept: null }].map((day) => ({ ...day, swept: null }))));
  expect(standing(receipt(20, 2))).toBe('settled');
  await shop.commands['history.undo']({});
  await shop.commands['history.undo']({});
  expect(differing()).toHaveLength(1);
});

test('what left the till and did not arrive as it left is asked for, and only where the bank would have told', async () => {
  const more = [...week, { day: 6, came: [600], swept: 599 }];
  await shop.import(
    till(more),
    atBank([
      [798, 3, 'MPESA SETTLEMENT 5123456'],
      [345, 4, 'MPESA SETTLEMENT 5123456'],
    ]),
  );
  expect(differing()).toEqual([]);
  await shop.import(atBank([[50, 20, 'CASH DEPOSIT']]));
  expect(differing().map(({ cents }) => cents)).toEqual([shillings(599), shillings(3)]);
  await shop.commands['decisions.set']({
    ids: [differing()[0]!.id],
    state: 'waiting-provider',
    reason: null,
    note: 'Asked the bank',
    until: null,
  });
  expect(differing()[0]).toMatchObject({ state: 'waiting-provider', note: 'Asked the bank' });
  await shop.import(atBank([[599, 7, 'MPESA SETTLEMENT 5123456']]));
  expect(differing().map(({ cents }) => cents)).toEqual([shillings(3)]);
});

/** A month of a till that is charged a share of each payment, rounded to the cent. */
const charged = (share: number, odd: number | null) =>
  statement(
    Array.from({ length: 30 }, (_, n) => {
      const [code, time, amount] = [receipt(n, 6), at(`${8 + (n >> 1)}:${n % 2}0`, 6), 210 + 37 * n];
      const charge = n === 7 && odd !== null ? odd : Math.round(amount * share * 100) / 100;
      return [row(code, amount, time), row(code, -charge, time, { kind: 'charge' })];
    }).flat(),
    month,
  );

test.each([0.0055, 0.0025, 0.01])('one charge unlike all others is asked for: a share of %d', async (share) => {
  await shop.import(charged(share, 9));
  const [asked, ...others] = asking().filter(({ code }) => code === 'charge-differs');
  expect(others).toEqual([]);
  const usual = Math.round(469 * share * 100);
  expect(asked).toMatchObject({ receipt: receipt(7, 6), cents: Math.abs(shillings(9) - usual) });
  expect(shop.questions['decisions.one']({ id: asked!.id }).charge).toEqual({
    charged: shillings(9),
    usual,
    tariff: `${Math.round(share * 10_000) / 100} %`,
  });
});

test('charges that all go by one share ask for nothing', async () => {
  await shop.import(charged(0.0055, null));
  expect(asking()).toEqual([]);
});

test('charges that go by no rule accuse nobody, and a few say nothing', async () => {
  const rows = Array.from({ length: 30 }, (_, n) => {
    const [code, time] = [receipt(n, 6), at(`${8 + (n >> 1)}:${n % 2}0`, 6)];
    return [row(code, 300 + n, time), row(code, -(1 + ((n * 7) % 5)), time, { kind: 'charge' })];
  });
  await shop.import(statement(rows.flat(), month));
  expect(asking()).toEqual([]);
});
