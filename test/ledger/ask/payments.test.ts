import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PaymentFilter, type PaymentSort } from '#contract/payment.ts';
import { windowSql } from '#ledger/ask/payments.ts';
import { hoursSql } from '#ledger/ask/pictures.ts';
import { likePattern, searchedCents } from '#ledger/ask/window.ts';
import { keyedBy } from '#ledger/store/payments.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement } from '../shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  const names = ['JANE WANJIKU', 'OTIENO 100% LTD', null, 'jane_k', 'ÅSA'];
  const rows = names.map((party, n) =>
    row(receipt(n), [1_500, -20, 99.5, 1_500, 7][n]!, n === 2 ? at('9:00', 7) : at(`${8 + n}:00`), {
      party,
      phone: n === 0 ? '0722***111' : null,
      accountRef: n === 3 ? 'INV-0042' : null,
    }),
  );
  await shop.import(statement(rows, { period: { from: at('0:00', 1), to: at('23:59:59', 9) } }));
});
afterAll(() => shop.close());

const filter = PaymentFilter.parse({});
const ask = (
  some: Partial<PaymentFilter>,
  sort: PaymentSort = { by: 'receipt', descending: false },
  window = { offset: 0, limit: 100 },
) => shop.questions['payments.page']({ filter: { ...filter, ...some }, sort, ...window });
const numbers = (some: Partial<PaymentFilter>, sort?: PaymentSort) =>
  ask(some, sort).rows.map((payment) =>
    [0, 1, 2, 3, 4].findIndex((n) => payment.receipt === receipt(n) || payment.receipt === receipt(n, 7)),
  );

describe('finding', () => {
  test.each<[string, Partial<PaymentFilter>, number[]]>([
    ['a part of a name, in any case', { search: 'jane' }, [0, 3]],
    ['a part of a receipt', { search: receipt(4).toLowerCase() }, [4]],
    ['a part of a phone', { search: '***111' }, [0]],
    ['an account reference', { search: 'inv-0042' }, [3]],
    ['an amount with commas, in or out', { search: 'Ksh 1,500.00' }, [0, 3]],
    ['an amount that went out', { search: '20' }, [1]],
    ['a per cent sign is no wildcard', { search: '%' }, [1]],
    ['an underscore is no wildcard', { search: 'e_k' }, [3]],
    ['a quote ends nothing', { search: "' OR 1=1 --" }, []],
    ['a NUL ends nothing', { search: 'jane\0' }, [0, 3]],
    ['money in', { direction: 'in' }, [0, 2, 3, 4]],
    ['money out', { direction: 'out' }, [1]],
    ['from a day on', { from: '2026-03-06' }, [2]],
    ['up to the end of a day', { to: '2026-03-05' }, [0, 1, 3, 4]],
    ['another account', { account: 99 }, []],
    ['a standing', { standing: 'proved' }, [0, 1, 2, 3, 4]],
    ['a standing that none has', { standing: 'seen' }, []],
    ['an hour of the day, of any day', { hour: 9 }, [1, 2]],
    ['an hour of one digit', { hour: 8 }, [0]],
  ])('%s', (_, some, found) => {
    expect(numbers(some).toSorted((a, b) => a - b)).toEqual(found);
  });
});

test.each<[PaymentSort, number[]]>([
  [{ by: 'occurredAt', descending: true }, [2, 4, 3, 1, 0]],
  [{ by: 'occurredAt', descending: false }, [0, 1, 3, 4, 2]],
  [{ by: 'amount', descending: true }, [3, 0, 2, 4, 1]],
  [{ by: 'party', descending: false }, [0, 1, 3, 4, 2]],
  [{ by: 'party', descending: true }, [4, 3, 1, 0, 2]],
])('%o, those without one last', (sort, order) => {
  expect(numbers({}, sort)).toEqual(order);
});

test('the totals are of all that was found, not of the window', () => {
  const page = ask({}, { by: 'amount', descending: true }, { offset: 1, limit: 2 });
  expect(page.rows).toHaveLength(2);
  expect(page).toMatchObject({ total: 5, totals: { in: shillings(3_106.5), out: shillings(20) } });
});

test.each<[string, PaymentSort, [number, number][], number[]]>([
  ['one range', { by: 'receipt', descending: false }, [[1, 2]], [1, 2]],
  [
    'ranges of another order',
    { by: 'amount', descending: true },
    [
      [0, 0],
      [3, 4],
    ],
    [3, 4, 1],
  ],
  ['a range beyond the end', { by: 'occurredAt', descending: true }, [[4, 99]], [0]],
])('the totals of chosen rows: %s', (_, sort, ranges, chosen) => {
  const amounts = [1_500, -20, 99.5, 1_500, 7];
  const sum = (sign: number) =>
    chosen.reduce((total, n) => (amounts[n]! * sign > 0 ? total + amounts[n]! * sign : total), 0);
  expect(shop.questions['payments.totals']({ filter, sort, ranges })).toEqual({
    count: chosen.length,
    totals: { in: shillings(sum(1)), out: shillings(sum(-1)) },
  });
});

test.each([
  ['1,500', 150_000],
  ['1500.5', 150_050],
  ['ksh 99.50', 9_950],
  ['KES.20', 2_000],
  ['jane', null],
  ['1.234', null],
  ['', null],
])('%j is searched as %j cents', (search, cents) => {
  expect(searchedCents(search)).toBe(cents);
});

test('a pattern keeps what people type from being one', () => {
  expect(likePattern(' a%b_c\\d\0 ')).toBe('%a\\%b\\_c\\\\d%');
});

describe('the plan', () => {
  const planOf = (sql: string, parameters: object) =>
    shop.reader
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(parameters)
      .map(({ detail }) => detail)
      .join('\n');
  const parameters = { ...filter, pattern: null, cents: null, limit: 100, offset: 0 };

  test.each<[string, Partial<PaymentFilter>, string]>([
    ['the newest payments', {}, 'USING COVERING INDEX payment_time'],
    ['one account’s newest', { account: 1 }, 'USING COVERING INDEX payment_account'],
    ['one finding’s newest', { finding: 'agree' }, 'USING COVERING INDEX payment_finding'],
    ['a stretch of days', { from: '2026-03-01', to: '2026-03-02' }, 'USING COVERING INDEX payment_time'],
  ])('%s are a walk along an index', (_, some, index) => {
    const window = windowSql({ ...filter, ...some }, { by: 'occurredAt', descending: true });
    const plan = planOf(window, { ...parameters, ...some });
    expect(plan).toContain(index);
    expect(plan.split('\n').filter((line) => line.includes('SCAN p') && !line.includes('INDEX'))).toEqual([]);
  });

  test.each([
    ['account = :account', 'payment_account'],
    ['occurred_at IS NOT NULL', 'payment_time'],
  ])('a month’s hours where %s are a walk along an index', (whose, index) => {
    expect(planOf(hoursSql(whose), { account: 1, month: '2026-03' })).toMatch(
      new RegExp(`SEARCH payment USING INDEX ${index}`),
    );
  });

  test.each([
    [
      'what tells the same movement',
      "SELECT id FROM movement WHERE account = 1 AND source = :s AND minute = '' AND identity = :i AND occurrence = 1",
      'movement_identity .*minute=. AND identity=. AND occurrence=.',
    ],
    [
      'the payment under a receipt',
      `SELECT p.receipt FROM payment p WHERE ${keyedBy('p', ':i')}`,
      'payment_key .key=..',
    ],
    ['the payment of a movement', 'SELECT payment FROM payment_movement WHERE movement = 1', 'INTEGER PRIMARY KEY'],
    [
      'the movements of a payment',
      'SELECT movement FROM payment_movement WHERE payment = 1',
      'payment_movement_payment',
    ],
    ['the rows that tell a movement', 'SELECT import FROM import_row WHERE movement = 1', 'import_row_movement'],
    ['the rows that tell a message', 'SELECT import FROM import_row WHERE message = 1', 'import_row_message'],
  ])('%s is found by an index', (_, sql, index) => {
    expect(planOf(sql, { s: 'sms', i: 'x' })).toMatch(new RegExp(`SEARCH .*${index}`));
  });
});
