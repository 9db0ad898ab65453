import { describe, expect, test } from 'vitest';
import { coverOf, joinStretches, momentsOf } from '#ledger/reconcile/coverage.ts';
import { receiptDayDiffers } from '#ledger/reconcile/receipt-day.ts';

const seconds = (from: number, to: number, proved: boolean) => ({ from: from * 1_000, to: to * 1_000, proved });
const p = (from: number, to: number) => seconds(from, to, true);
const c = (from: number, to: number) => seconds(from, to, false);

describe('stretches join where they touch', () => {
  test.each([
    ['one second apart', [p(0, 9), p(10, 19)], [p(0, 19)]],
    ['with a gap', [p(0, 9), p(12, 19)], [p(0, 9), p(12, 19)]],
    ['overlapping, in any order', [p(5, 19), p(0, 9)], [p(0, 19)]],
    ['one inside another', [p(0, 19), p(5, 9)], [p(0, 19)]],
    ['what is proved is proved', [c(0, 29), p(10, 19)], [c(0, 9), p(10, 19), c(20, 29)]],
    ['a claim inside a proof says nothing', [p(0, 29), c(10, 19)], [p(0, 29)]],
    ['nothing', [], []],
  ])('%s', (_, stretches, joined) => {
    expect(joinStretches(stretches)).toEqual(joined);
  });
});

test.each([
  ['inside a proof', 12, 14, 'proved'],
  ['up to its edges', 10, 19, 'proved'],
  ['over the edge into a claim', 18, 21, 'claimed'],
  ['inside a claim', 3, 4, 'claimed'],
  ['over the end', 28, 31, 'none'],
  ['outside', 40, 41, 'none'],
])('%s', (_, from, to, cover) => {
  expect(coverOf(joinStretches([c(0, 29), p(10, 19)]), from * 1_000, to * 1_000)).toBe(cover);
});

test.each([
  ['second', 0],
  ['minute', 59],
  ['day', 86_399],
  [null, 0],
] as const)('a time told to the %s may be %i seconds later', (precision, later) => {
  const { from, to } = momentsOf('2026-03-05T09:00:00+03:00', precision)!;
  expect((to - from) / 1_000).toBe(later);
});

test.each([
  ['the same day', 'UC5AA00001', '2026-03-05T12:00:00+03:00', false],
  ['another day', 'UC5AA00001', '2026-03-06T12:00:00+03:00', true],
  ['another year', 'TC5AA00001', '2026-03-05T12:00:00+03:00', true],
  ['just after midnight', 'UC5AA00001', '2026-03-06T00:20:00+03:00', false],
  ['just before midnight', 'UC5AA00001', '2026-03-04T23:20:00+03:00', false],
  ['a code that is older than the scheme', 'BC51A0001', '2026-03-05T12:00:00+03:00', false],
  ['no time', 'UC5AA00001', null, false],
  ['no receipt', null, '2026-03-05T12:00:00+03:00', false],
])('the receipt says %s', (_, receipt, at, differs) => {
  expect(receiptDayDiffers(receipt, at)).toBe(differs);
});
