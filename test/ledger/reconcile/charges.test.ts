import { expect, test } from 'vitest';
import { type ChargedRow, oddCharges } from '#ledger/reconcile/charges.ts';
import { tariffs } from '#ledger/reconcile/tariffs.ts';

const rows = (charges: readonly (readonly [amount: number, charge: number])[], at = '2025-06-03T09:00:00+03:00') =>
  charges.map(([amount, charge], n): ChargedRow => {
    const cents = { amount: amount * 100, charges: charge * 100 };
    return { id: n + 1, account: 1, kind: 'send_person', at, receipt: null, party: null, ...cents };
  });

/** What people send, and what it costs by the list of July 2023. */
const listed = [
  [300, 7],
  [700, 13],
  [1500, 23],
  [2500, 33],
  [3000, 53],
  [20_000, 105],
  [60_000, 108],
] as const;
const many = [...listed, ...listed, ...listed];

test('a charge that is not in the list is held against it, where the others bear the list out', () => {
  const [odd, ...others] = oddCharges(rows([...many, [700, 23]]));
  expect(others).toEqual([]);
  expect(odd).toMatchObject({ row: { id: 22 }, usual: 1300, tariff: 'send-2023' });
});

test.each([
  ['all by the list', many],
  ['too few to make a custom', [...listed, [700, 23] as const]],
  ['a list that nobody knows yet', many.map(([amount, charge]) => [amount, charge + 1] as const)],
])('nothing is said of %s', (_, charges) => {
  expect(oddCharges(rows(charges))).toEqual([]);
});

test('the list of the day counts, and no other', () => {
  const before = [
    [300, 6],
    [700, 12],
    [1500, 22],
    [3000, 51],
  ] as const;
  const charges = Array.from({ length: 24 }, (_, n) => before[n % 4]!);
  expect(oddCharges(rows([...charges, [700, 13]], '2022-06-03T09:00:00+03:00'))).toMatchObject([
    { usual: 1200, tariff: 'send-2021' },
  ]);
});

test('every list names its source and its day, and its bands go up', () => {
  for (const { from, source, bands } of tariffs) {
    expect(from).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(source.length).toBeGreaterThan(10);
    expect(bands.map(([top]) => top)).toEqual(bands.map(([top]) => top).toSorted((a, b) => a - b));
    expect(bands.every(([, charge]) => Number.isInteger(charge))).toBe(true);
  }
});
