import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAmount, sentenceAmount } from '#renderer/lib/format.ts';
import { centsOf } from '#renderer/lib/typed-amount.ts';

describe('an amount as a person types it', () => {
  test.each([
    ['1250', 125_000],
    ['1,250', 125_000],
    [' 1 250.5 ', 125_050],
    ['KSh 1,250.05', 125_005],
    ['kes40', 4_000],
    ['Ksh.400', 40_000],
    ['Shs 1,250/=', 125_000],
    ['400/-', 40_000],
    ['400 bob', null],
    ['0', 0],
    ['', null],
    ['12,50', null],
    ['1250.', null],
    ['1.250,00', null],
    ['12.345', null],
    ['-5', null],
    ['5e3', null],
    ['1234567890123', null],
  ])('%s', (typed, cents) => expect(centsOf(typed)).toBe(cents));

  test('is read back from how the screens write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (cents) => {
        expect(centsOf(plainAmount(cents))).toBe(cents);
        expect(centsOf(sentenceAmount(cents))).toBe(cents);
      }),
    );
  });
});
