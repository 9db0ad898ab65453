import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchDate, matchTime, momentOf } from '#parser/civil-time.ts';
import { fold } from '#parser/fold.ts';
import { found } from '#parser/found.ts';
import { type Cents, readCents, writeCents } from '#parser/money.ts';
import { isMasked, samePhone } from '#parser/phone.ts';
import { receiptDate, receiptShape } from '#parser/receipt.ts';

const anyCents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

describe('money', () => {
  test('what is written reads back, to the cent', () => {
    fc.assert(
      fc.property(anyCents, (value) => {
        expect(readCents(writeCents(value as Cents))).toBe(value);
      }),
    );
  });
  test('with or without commas and currency', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.constantFrom('Ksh', 'KES ', 'Tsh', 'M'), (value, currency) => {
        const printed = writeCents(value as Cents);
        expect(readCents(currency + printed)).toBe(value);
        expect(readCents(printed.replaceAll(',', ''))).toBe(value);
      }),
    );
  });
  test.each(['', 'Ksh', '1,23.00', '1.234', '12,3456', 'KES five', '1e3', '99999999999999'])(
    '%j is no amount',
    (text) => {
      expect(readCents(text)).toBeNull();
    },
  );
  test.each([
    ['Ksh300.0', 300_00],
    ['KSH.50', 50_00],
    ['1,234.56MT', 1_234_56],
    ['Tsh5,000.00 Tsh.', null],
  ])('%s', (text, cents) => {
    expect(readCents(text)).toBe(cents);
  });
});

describe('receipts', () => {
  test.each([
    ['UE53GU7P2F', 'KE', '2026-05-05'],
    ['SIO0000001', 'KE', '2024-09-24'],
    ['TAV0000001', 'KE', '2025-01-31'],
    ['TBV0000001', 'KE', null],
    ['DEP4RV2QAB', 'TZ', '2026-05-25'],
    ['DQ34QS777', 'KE', null],
    ['00E4QRC8WRKC', 'LS', null],
  ] as const)('%s of %s was issued on %s', (receipt, country, day) => {
    expect(receiptDate(receipt, country)).toBe(day);
  });
  test('codes that eyes confuse have one shape', () => {
    expect(receiptShape('UE5O1S8B2Z')).toBe(receiptShape('UESO1SBB2Z'));
    expect(receiptShape('UE53GU7P2F')).not.toBe(receiptShape('UE53GU7P3F'));
  });
});

describe('civil time', () => {
  const day = fc.tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  );
  test('a day reads the same however it is written', () => {
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const two = (value: number) => String(value).padStart(2, '0');
        for (const text of [
          `${date}/${month}/${two(year % 100)}`,
          `${two(date)}/${two(month)}/${year}`,
          `${year}-${two(month)}-${two(date)}`,
        ]) {
          expect(matchDate(fold(text), 0)).toBe(text.length);
          expect(found.value).toBe(year * 10_000 + month * 100 + date);
        }
      }),
    );
  });
  test.each(['31/4/26', '29/2/25', '0/1/26', '1/13/26', '1/1/126', '15-3/26', 'May 5'])('%s is no day', (text) => {
    expect(matchDate(fold(text), 0)).toBe(-1);
  });
  test('every minute of the day', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const hour = Math.floor(minute / 60);
      const text = `${hour % 12 === 0 ? 12 : hour % 12}:${minute % 60} ${hour < 12 ? 'AM' : 'PM'}`;
      expect(matchTime(fold(text), 0)).toBe(text.length);
      expect(found.value).toBe(minute * 60 * 2);
    }
    expect(momentOf(20260305, (14 * 60 + 30) * 60 * 2, 'KE')).toBe('2026-03-05T14:30:00+03:00');
  });
  test.each(['24:00', '12:60 PM', '5 PM', '1:2:3:4', 'noon'])('%s is no whole time', (text) => {
    expect(matchTime(fold(text), 0)).not.toBe(text.length);
  });
});

test.each([
  ['0712345001', '254712345001', true],
  ['0712***001', '+254712345001', true],
  ['0712***001', '0712***002', false],
  ['254723***660', '0723111660', true],
  ['0792', '0792', false],
] as const)('%s and %s can be one number: %s', (a, b, same) => {
  expect(samePhone(a, b)).toBe(same);
  expect(isMasked(a)).toBe(a.includes('*'));
});

test('folding keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(fold(text).indexOf(0)).toBe(text.length);
    }),
  );
});
