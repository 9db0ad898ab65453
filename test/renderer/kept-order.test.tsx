import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepOrder, type KeptRow, nextOpen } from '#renderer/features/workspace/kept-order.ts';

type Row = { id: number };
const row = (id: number): Row => ({ id });
const ascending = (one: number, other: number) => one - other;
const ids = (rows: readonly KeptRow<Row>[]) => rows.map((kept) => kept.row.id * (kept.gone ? -1 : 1));

describe('a list that stands still', () => {
  test.each<[string, number[], number[], number[]]>([
    ['first answer', [], [3, 1, 2], [3, 1, 2]],
    ['one settled', [3, 1, 2], [3, 2], [3, -1, 2]],
    ['another order', [3, 1, 2], [2, 1, 3], [3, 1, 2]],
    ['new ones last', [3, 1], [9, 3, 1, 8], [3, 1, 9, 8]],
  ])('%s', (_, old, fresh, expected) =>
    expect(ids(keepOrder(keepOrder([], old.map(row)), fresh.map(row)))).toEqual(expected),
  );

  test('what left comes back to its place', () => {
    const settled = keepOrder(keepOrder([], [1, 2, 3].map(row)), [1, 3].map(row));
    expect(ids(keepOrder(settled, [2, 3, 1].map(row)))).toEqual([1, 2, 3]);
  });

  test('no row ever moves, none is told twice, every row of the answer is there', () => {
    const answer = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), (answers) => {
        let rows: KeptRow<Row>[] = [];
        for (const fresh of answers) {
          const next = keepOrder(rows, fresh.map(row));
          expect(next.slice(0, rows.length).map((kept) => kept.row.id)).toEqual(rows.map((kept) => kept.row.id));
          expect(new Set(next.map((kept) => kept.row.id)).size).toBe(next.length);
          expect(
            next
              .filter((kept) => !kept.gone)
              .map((kept) => kept.row.id)
              .toSorted(ascending),
          ).toEqual(fresh.toSorted(ascending));
          rows = next;
        }
      }),
    );
  });
});

test.each<[number[], number, number | null]>([
  [[1, 2, 3], 0, 0],
  [[-1, 2, 3], 0, 1],
  [[1, -2, -3], 1, 0],
  [[-1, -2], 0, null],
  [[], 0, null],
])('the next that waits in %o from %i', (rows, from, expected) =>
  expect(
    nextOpen(
      rows.map((id) => ({ row: row(Math.abs(id)), gone: id < 0 })),
      from,
    ),
  ).toBe(expected),
);
