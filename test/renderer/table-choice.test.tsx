import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, countOf, isChosen, toggled, withRange } from '#renderer/components/table-choice.ts';
import { leastOf, leastWidth, tracksOf, within } from '#renderer/components/table-widths.ts';
import { asText } from '#renderer/lib/as-text.ts';
import { bareAmount, bareInstant } from '#renderer/lib/format.ts';

describe('chosen rows', () => {
  test.each<[string, Choice, Choice]>([
    ['a row on its own', toggled([], 3), [[3, 3]]],
    ['rows that touch become one stretch', toggled([[0, 2]], 3), [[0, 3]]],
    [
      'a row between two joins them',
      toggled(
        [
          [0, 2],
          [4, 5],
        ],
        3,
      ),
      [[0, 5]],
    ],
    [
      'a row taken out parts them',
      toggled([[0, 5]], 3),
      [
        [0, 2],
        [4, 5],
      ],
    ],
    ['backwards is the same as forwards', withRange([], 9, 4), [[4, 9]]],
    [
      'a stretch takes in what it covers',
      withRange(
        [
          [1, 2],
          [6, 7],
          [20, 21],
        ],
        3,
        10,
      ),
      [
        [1, 10],
        [20, 21],
      ],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('say the same as a set of rows would', () => {
    const step = fc.record({ at: fc.nat(40), to: fc.option(fc.nat(40)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let choice: Choice = [];
        const rows = new Set<number>();
        for (const { at, to } of steps) {
          choice = to === null ? toggled(choice, at) : withRange(choice, at, to);
          if (to === null) {
            if (!rows.delete(at)) rows.add(at);
          } else for (let row = Math.min(at, to); row <= Math.max(at, to); row += 1) rows.add(row);
        }
        expect(countOf(choice)).toBe(rows.size);
        expect(Array.from({ length: 41 }, (__, row) => isChosen(choice, row))).toEqual(
          Array.from({ length: 41 }, (__, row) => rows.has(row)),
        );
        // Whole stretches: nothing touches, so that 100,000 rows are one.
        expect(choice.every(([first], index) => index === 0 || first > choice[index - 1]![1] + 1)).toBe(true);
      }),
    );
  });
});

describe('widths', () => {
  const columns = [
    { id: 'when', width: '144px' },
    { id: 'who', width: 'minmax(96px, 1.2fr)' },
  ];
  test('one set by hand takes the place of the column’s own', () =>
    expect(tracksOf(columns, { when: 200 })).toBe('200px minmax(96px, 1.2fr)'));
  test('with none left that stretches the last takes the rest', () =>
    expect(tracksOf(columns, { when: 200, who: 300 })).toBe('200px minmax(300px, 1fr)'));
  test('none that stretches is missed where the one that does is left out', () =>
    expect(tracksOf([columns[0]!, { id: 'amount', width: '96px' }], {})).toBe('144px minmax(96px, 1fr)'));
  test('below the least the table scrolls', () => expect(leastWidth(columns, { when: 200 })).toBe(296));
  test('a width stays within reason', () => expect([within(3), within(301.6), within(9_999)]).toEqual([56, 302, 900]));
  test('a column’s least', () => expect([leastOf('120px'), leastOf('minmax(96px, 1fr)')]).toEqual([120, 96]));
});

describe('what is copied', () => {
  type Row = { who: string; cents: number | null };
  const columns = [
    { head: 'Who', text: ({ who }: Row) => who },
    { head: 'Sign' },
    { head: 'Amount, KSh', text: ({ cents }: Row) => bareAmount(cents) },
  ];
  test.each<[Row, string]>([
    [{ who: 'JANE', cents: 123_456_789 }, 'JANE\t1234567.89'],
    [{ who: 'two\tcells\nand lines', cents: -5 }, 'two cells and lines\t-0.05'],
    [{ who: '=HYPERLINK("x")', cents: null }, '\'=HYPERLINK("x")\t'],
    [{ who: '-1+2', cents: 0 }, "'-1+2\t0.00"],
  ])('%o', (row, line) => expect(asText(columns, [row])).toBe(`Who\tAmount, KSh\n${line}`));

  test('an instant is told in East Africa Time', () =>
    expect(bareInstant('2026-05-05T11:05:09Z')).toBe('2026-05-05 14:05:09'));
});
