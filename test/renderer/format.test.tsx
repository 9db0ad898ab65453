import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendars } from '#renderer/i18n/calendar.ts';
import {
  count,
  dateWords,
  durationParts,
  inThousands,
  instantWords,
  periodWords,
  plainAmount,
  secondsBetween,
  sentenceAmount,
  shortDate,
  shortInstant,
  signedAmount,
  tableInstant,
} from '#renderer/lib/format.ts';

const { en, sw } = calendars;

describe('money', () => {
  test.each([
    [0, '0.00', '0.00', 'KSh\u00A00.00'],
    [5, '+0.05', '0.05', 'KSh\u00A00.05'],
    [125_000, '+1\u202F250.00', '1\u202F250.00', 'KSh\u00A01,250.00'],
    [-125_000, '\u22121\u202F250.00', '\u22121\u202F250.00', '\u2212KSh\u00A01,250.00'],
    [-99_999, '\u2212999.99', '\u2212999.99', '\u2212KSh\u00A0999.99'],
    [123_456_789_01, '+123\u202F456\u202F789.01', '123\u202F456\u202F789.01', 'KSh\u00A0123,456,789.01'],
  ])('%i cents', (cents, signed, plain, sentence) => {
    expect([signedAmount(cents), plainAmount(cents), sentenceAmount(cents)]).toEqual([signed, plain, sentence]);
  });

  test('reads back as the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (cents) => {
        const digits = signedAmount(cents).replaceAll('\u202F', '').replace('\u2212', '-').replace('.', '');
        expect(Number(digits)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  test.each([
    [30_000, '0.3'],
    [-1_240_000, '12.4'],
    [14_000_049, '140'],
    [374_500_000, '3\u202F745'],
  ])('%i cents in thousands, for a small label', (cents, words) => {
    expect(inThousands(cents)).toBe(words);
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
    [1234.6, '1,235'],
  ])('%d is counted as %s', (value, words) => expect(count(value)).toBe(words));
});

describe('times are East Africa’s, whatever the zone they are written in or the machine is in', () => {
  const same = ['2026-05-05T14:05:09+03:00', '2026-05-05T11:05:09Z', '2026-05-05T07:05:09-04:00'];
  test.each(same)('%s', (instant) => {
    expect(instantWords(instant, en)).toBe('Tue 5 May 2026, 14:05');
    expect(instantWords(instant, sw)).toBe('Jnn 5 Mei 2026, 14:05');
    expect(tableInstant(instant, en)).toBe('5 May 2026, 14:05');
    expect(shortInstant(instant, en)).toBe('5 May 14:05');
    expect(shortDate(instant, en)).toBe('5 May');
  });

  test('midnight in Nairobi belongs to the day that begins', () => {
    expect(dateWords('2026-04-30T21:00:00Z', en)).toBe('Fri 1 May 2026');
    expect(dateWords('2026-05-01', en)).toBe('Fri 1 May 2026');
  });

  test('what is no instant is shown as it stands', () => {
    expect(instantWords('soon', en)).toBe('soon');
    expect(shortDate('not a date', en)).toBe('not a date');
  });

  test.each([
    ['2026-05-01T00:00:00+03:00', '2026-05-07T23:59:59+03:00', '1–7 May 2026'],
    ['2026-05-01T08:00:00+03:00', '2026-05-01T20:00:00+03:00', '1 May 2026'],
    ['2026-04-28T00:00:00+03:00', '2026-05-03T00:00:00+03:00', '28 Apr – 3 May 2026'],
    ['2025-12-30T00:00:00+03:00', '2026-01-02T00:00:00+03:00', '30 Dec 2025 – 2 Jan 2026'],
  ])('%s to %s', (from, to, words) => expect(periodWords(from, to, en)).toBe(words));
});

describe('durations', () => {
  test.each([
    [9, 'seconds', 9],
    [-9, 'seconds', 9],
    [89, 'seconds', 89],
    [180, 'minutes', 3],
    [7200, 'hours', 2],
    [345_600, 'days', 4],
  ])('%i seconds', (seconds, unit, amount) => expect(durationParts(seconds)).toEqual({ unit, count: amount }));

  test('between two instants, and null where there are not two', () => {
    expect(secondsBetween('2026-05-05T14:05:00+03:00', '2026-05-05T11:05:09Z')).toBe(9);
    expect(secondsBetween('2026-05-05T14:05:00+03:00', 'soon')).toBeNull();
  });
});
