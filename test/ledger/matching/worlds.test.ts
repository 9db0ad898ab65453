import { describe, expect, test } from 'vitest';
import { allocate } from '#ledger/reconcile/matching/allocate.ts';
import { suggest } from '#ledger/reconcile/matching/suggest.ts';
import { exportsOf, paymentsOf, shuffledExports } from '../../../bench/generator/book.ts';
import { type Plan, usual } from '../../../bench/generator/making.ts';
import { hitsOf, pairsOf, scoreOf, truthOf } from '../../../bench/generator/score.ts';
import { makeWorld } from '../../../bench/generator/world.ts';

const adversarial = { ...usual, days: 12, fakes: 0.1, pack: 'adversarial' } as const;

const plans: Record<string, Plan> = {
  'a shop that notes half its receipts': { ...usual, days: 12 },
  'a shop that notes none': { ...usual, days: 12, coded: 0 },
  'a shop that notes days only': { ...usual, days: 12, noted: 'day' },
  'a shop that is lied to': adversarial,
  'a shop that notes most receipts and is lied to': { ...adversarial, coded: 0.9 },
  'a shop that notes days only and is lied to': { ...adversarial, noted: 'day', coded: 0.9 },
};

describe.each(Object.entries(plans))('%s', (_, plan) => {
  test.each([11, 12, 13])('world %i: nothing is confirmed that is not true', (seed) => {
    const world = makeWorld({ ...plan, seed });
    const payments = paymentsOf(exportsOf(world));
    const truth = truthOf(world, payments);
    const { matches } = allocate({ expected: world.sales.map((sale) => sale.row), payments });
    const confirmed = scoreOf(pairsOf(matches.filter((match) => match.state === 'confirmed')), truth);
    expect(confirmed.found).toBeGreaterThan(0);
    expect(confirmed.wrong).toBe(0);
    expect(scoreOf(pairsOf(matches), truth).precision).toBeGreaterThan(0.94);
  });
});

test('the same world from overlapping exports in any order is the same book and the same matches', () => {
  const world = makeWorld({ ...adversarial, days: 6 });
  const expected = world.sales.map((sale) => sale.row);
  const result = allocate({ expected, payments: paymentsOf(exportsOf(world)) });
  for (const seed of [1, 2, 3, 4, 5]) {
    expect(allocate({ expected: expected.toReversed(), payments: paymentsOf(shuffledExports(world, seed)) })).toEqual(
      result,
    );
  }
});

test('what no rule could place is mostly among its three suggestions', () => {
  const world = makeWorld({ ...usual, coded: 0 });
  const input = { expected: world.sales.map((sale) => sale.row), payments: paymentsOf(exportsOf(world)) };
  const hits = hitsOf(suggest(input, allocate(input)), truthOf(world, input.payments));
  expect(hits.asked).toBeGreaterThan(100);
  expect(hits.at_3).toBeGreaterThan(0.8);
});
