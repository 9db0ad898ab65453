import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CreditRow, type HeldRow, settle } from '#ledger/reconcile/settlement.ts';
import { at, briefly } from './rows.ts';

const held = (id: number, amount: number, time: string, charges = 0): HeldRow => ({
  id,
  amount,
  charges,
  at: at(time),
});
const credit = (id: number, amount: number, time: string): CreditRow => ({ id, amount, at: at(time) });

const week = [held(1, 10_000, '09:00'), held(2, 20_000, '09:30'), held(3, 10_000, '10:00'), held(4, 7000, '11:00')];

describe('a bank credit', () => {
  test.each([
    {
      says: 'is the payments before it',
      credits: [credit(1, 30_000, '09:45')],
      tolerance: 0,
      matches: ['confirmed settlement 1|1,2'],
    },
    {
      says: 'takes up where the one before it ended',
      credits: [credit(2, 10_000, '10:30'), credit(1, 30_000, '09:45')],
      tolerance: 0,
      matches: ['confirmed settlement 1|1,2', 'confirmed settlement 2|3'],
    },
    {
      says: 'is only proposed where it leaves payments out before it',
      credits: [credit(1, 17_000, '12:00')],
      tolerance: 0,
      matches: ['proposed settlement 1|3,4'],
    },
    {
      says: 'is only proposed where it is not exact',
      credits: [credit(1, 46_900, '12:00')],
      tolerance: 0.01,
      matches: ['proposed settlement 1|1,2,3,4 100'],
    },
    {
      says: 'is only proposed where another run would do',
      credits: [credit(1, 10_000, '12:00')],
      tolerance: 0,
      matches: ['proposed settlement 1|1'],
    },
    { says: 'has no payments that came after it', credits: [credit(1, 40_000, '09:59')], tolerance: 0, matches: [] },
    { says: 'is nothing where nothing adds up', credits: [credit(1, 12_345, '12:00')], tolerance: 0, matches: [] },
  ])('$says', ({ credits, tolerance, matches }) => {
    expect(briefly(settle({ credits, payments: week, tolerance }).matches)).toEqual(matches);
  });

  test('comes less the charges, and says how much they were', () => {
    const {
      matches: [match],
    } = settle({
      credits: [credit(1, 29_850, '12:00')],
      payments: [held(1, 10_000, '09:00', 50), held(2, 20_000, '09:30', 100)],
      tolerance: 0,
    });
    expect(match).toMatchObject({ state: 'confirmed', residual: 0 });
    expect(match!.items.map((item) => item.allocated)).toEqual([29_850, 9950, 19_900]);
    expect(match!.evidence).toContainEqual({ field: 'charges', left: null, right: 150, verdict: 'missing' });
  });
});

const payments = fc
  .array(
    fc.record({
      amount: fc.integer({ min: 100, max: 900 }),
      charges: fc.integer({ min: 0, max: 50 }),
      minute: fc.integer({ min: 0, max: 59 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) =>
    rows.map((row, id) =>
      held(id, row.amount * 100, `1${row.minute % 3}:${String(row.minute).padStart(2, '0')}`, row.charges),
    ),
  );

test('whatever is swept, no payment is in two credits, and the order of rows does not matter', () => {
  fc.assert(
    fc.property(payments, fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), (rows, sizes) => {
      const sorted = rows.toSorted((a, b) => a.at.localeCompare(b.at) || a.amount - b.amount || a.id - b.id);
      const cuts = sizes
        .map((size, n) => sorted.slice(sum(sizes.slice(0, n)), sum(sizes.slice(0, n)) + size))
        .filter((cut) => cut.length > 0);
      const credits = cuts.map((cut, id) => ({
        id,
        at: cut.at(-1)!.at,
        amount: sum(cut.map((row) => row.amount - row.charges)),
      }));
      const { matches } = settle({ credits, payments: rows, tolerance: 0 });
      const items = matches.flatMap((match) => match.items.map((item) => `${item.side} ${item.id}`));
      expect(new Set(items).size).toBe(items.length);
      expect(settle({ credits: credits.toReversed(), payments: rows.toReversed(), tolerance: 0 }).matches).toEqual(
        matches,
      );
      for (const match of matches)
        expect(sum(match.items.slice(1).map((item) => item.allocated))).toBe(match.items[0]!.allocated);
    }),
  );
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
