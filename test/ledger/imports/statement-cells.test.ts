import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecimalMark, decimalMarkOf, readAmount, readTime } from '#ledger/imports/statement-cells.ts';

describe('amounts', () => {
  test.each<[string, DecimalMark, number | null]>([
    ['1,100.00', '.', 110_000],
    ['1100.0', '.', 110_000],
    ['1100', '.', 110_000],
    ['.5', '.', 50],
    ['-22779.95', '.', -2_277_995],
    ['(1,100.00)', '.', -110_000],
    ['KES 1,100', '.', 110_000],
    ['Ksh1,100.00', '.', 110_000],
    ['-Ksh 7.00', '.', -700],
    ['0', '.', 0],
    ['-0.0', '.', 0],
    [' - ', '.', 0],
    ['1 250,75', ',', 125_075],
    ['1.250,75', ',', 125_075],
    ['5349,2', ',', 534_920],
    ['0.10000000000000001', '.', 10],
    ['99.249999999999999', '.', 9_925],
    ['0.125', '.', null],
    ['1,10', '.', null],
    ['1.10', ',', null],
    ['1.5E+04', '.', null],
    ['(5', '.', null],
    ['5)', '.', null],
    ['--5', '.', null],
    ['KES', '.', null],
    ['', '.', null],
    ['12,34,567.00', '.', null],
    ['9'.repeat(20), '.', null],
  ])('%s with %s', (cell, mark, cents) => {
    expect(readAmount(cell, mark)).toBe(cents);
  });

  test('any amount is read back from any way of writing it', () => {
    const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('.', ',') as fc.Arbitrary<DecimalMark>,
        fc.boolean(),
        (amount, mark, grouped) => {
          const [whole = '', part] = (Math.abs(amount) / 100).toFixed(2).split('.');
          const thousands = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark === '.' ? ',' : '.') : whole;
          expect(readAmount(`${amount < 0 ? '-' : ''}${thousands}${mark}${part}`, mark)).toBe(amount + 0);
        },
      ),
    );
  });

  test('any text is an amount in whole cents or none', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const cents = readAmount(cell, '.');
        expect(cents === null || Number.isSafeInteger(cents)).toBe(true);
      }),
    );
  });
});

test.each<[readonly string[], DecimalMark]>([
  [['1,100.00', '5.0'], '.'],
  [['1100,50', '-640,0'], ','],
  [['1.100,50'], ','],
  [['1,100', '2,500'], '.'],
  [['640,0', '640.0'], '.'],
  [[], '.'],
])('%j are written with a decimal %s', (cells, mark) => {
  expect(decimalMarkOf(cells)).toBe(mark);
});

describe('times', () => {
  test.each<[string, string | null, string?]>([
    ['05-03-2026 09:12:44', '2026-03-05T09:12:44+03:00', 'second'],
    ['5/3/2026 9:12', '2026-03-05T09:12:00+03:00', 'minute'],
    ['5/3/26 9:12 PM', '2026-03-05T21:12:00+03:00', 'minute'],
    ['05.03.2026 00:12:44', '2026-03-05T00:12:44+03:00', 'second'],
    ['5/3/2026 12:00 AM', '2026-03-05T00:00:00+03:00', 'minute'],
    ['2026-03-05 09:12:44', '2026-03-05T09:12:44+03:00', 'second'],
    ['2026-03-05T09:12:44.120', '2026-03-05T09:12:44+03:00', 'second'],
    ['29/2/2028 1:00', '2028-02-29T01:00:00+03:00', 'minute'],
    ['5-Mar-26 9:12', '2026-03-05T09:12:00+03:00', 'minute'],
    ['5 March 2026 9:12 PM', '2026-03-05T21:12:00+03:00', 'minute'],
    ['5-Foo-26 9:12', null],
    ['05-03-2026', '2026-03-05T00:00:00+03:00', 'day'],
    ['29/2/2026 1:00', null],
    ['03/17/2026 9:12', null],
    ['05-03-2026 24:00:00', null],
    ['05-03-2026 9:60', null],
    ['05-03-2026 later', null],
    ['46070.4166', null],
    ['', null],
  ])('%s', (cell, at, precision) => {
    expect(readTime(cell)).toEqual(at === null ? null : { at, precision });
  });
});
