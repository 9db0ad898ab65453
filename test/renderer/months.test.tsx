import { describe, expect, test } from 'vitest';
import { isMonth, monthAfter, weeksOf } from '#renderer/lib/months.ts';

test.each([
  ['2026-05', 1, '2026-06'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-05', -17, '2024-12'],
])('%s moved by %i is %s', (month, step, expected) => expect(monthAfter(month, step)).toBe(expected));

describe('the weeks of a month', () => {
  test('begin on Monday and hold every day once', () => {
    const may = weeksOf('2026-05');
    expect(may[0]).toEqual([null, null, null, null, '2026-05-01', '2026-05-02', '2026-05-03']);
    expect(may.flat().filter((day) => day !== null)).toHaveLength(31);
    expect(may.at(-1)).toEqual([
      '2026-05-25',
      '2026-05-26',
      '2026-05-27',
      '2026-05-28',
      '2026-05-29',
      '2026-05-30',
      '2026-05-31',
    ]);
  });

  test('know leap years, and a February of four weeks', () => {
    expect(weeksOf('2028-02').flat().at(-6)).toBe('2028-02-29');
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});

test.each([
  ['2026-05', true],
  ['2026-13', false],
  ['May', false],
  [undefined, false],
])('%s names a month: %s', (text, is) => expect(isMonth(text)).toBe(is));
