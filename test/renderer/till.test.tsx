import { describe, expect, test } from 'vitest';
import { type Till, tillOf, unexplainedOf } from '#renderer/features/day-close/till.ts';

const nothing = { cashOpening: '', cashCounted: '', cashSpent: '', credit: '', takings: '' };

describe('the till as typed', () => {
  test('an empty field is nothing', () =>
    expect(tillOf({ ...nothing, cashCounted: '3,150.50' })).toEqual({
      cashOpening: 0,
      cashCounted: 315_050,
      cashSpent: 0,
      credit: 0,
      takings: 0,
    }));

  test.each(['about 300', '-5', '1.234'])('%s is no amount, and then there is no till', (typed) =>
    expect(tillOf({ ...nothing, credit: typed })).toBeNull(),
  );
});

test.each<[string, Partial<Till>, number, number]>([
  ['adds up', { cashCounted: 3_000_00, takings: 8_000_00 }, 5_000_00, 0],
  ['misses', { cashCounted: 2_900_00, takings: 8_000_00 }, 5_000_00, -100_00],
  [
    'has too much',
    { cashOpening: 1_000_00, cashCounted: 4_000_00, cashSpent: 200_00, credit: 300_00, takings: 8_400_00 },
    5_000_00,
    100_00,
  ],
])('a till that %s', (_, till, mpesa, expected) =>
  expect(unexplainedOf({ cashOpening: 0, cashCounted: 0, cashSpent: 0, credit: 0, takings: 0, ...till }, mpesa)).toBe(
    expected,
  ),
);
