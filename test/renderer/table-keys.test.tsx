import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowAfterKey } from '#renderer/components/table-keys.ts';
import { laterPagesOf } from '#renderer/lib/use-windowed.ts';

describe('keys in a table of 100 rows with 10 in sight', () => {
  test.each([
    ['ArrowDown', null, 0],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 99, 99],
    ['ArrowUp', null, 0],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', null, 10],
    ['PageDown', 95, 99],
    ['PageUp', 5, 0],
    ['PageUp', 42, 32],
    ['Home', 42, 0],
    ['End', 42, 99],
    ['Enter', 42, null],
    ['a', 42, null],
  ])('%s at %s', (key, current, expected) => expect(rowAfterKey(key, current, 100, 10)).toBe(expected));

  test('never leaves the table, and never moves in an empty one', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(key, fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 50 }), (name, total, at, page) => {
        const next = rowAfterKey(name, Math.min(at, Math.max(0, total - 1)), total, page);
        expect(next).toSatisfy((row: number | null) => (row === null ? total === 0 : row >= 0 && row < total));
      }),
    );
  });
});

test.each([
  [{ first: 0, last: 30 }, []],
  [{ first: 190, last: 210 }, [1]],
  [{ first: 99_990, last: 99_999 }, [499]],
  [{ first: 390, last: 610 }, [1, 2, 3]],
])('rows in sight and the pages asked for after the first: %o', (range, pages) =>
  expect(laterPagesOf(range)).toEqual(pages),
);
