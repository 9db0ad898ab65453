import { expect, test } from 'vitest';
import { twinsOf } from '#ledger/reconcile/bank-credits.ts';

const at = '2026-03-05T23:09:07+03:00';
const told = { at, amount: 148_202_500, receipt: 'UC5QW00007' };

test.each([
  ['with its number first', 1, 2],
  ['without its number first', 2, 1],
])('one statement in the book twice, %s: the till that has a number has the sweep', (_says, numbered, bare) => {
  const sweeps = [numbered, bare].map((till) => ({ ...told, id: 10 + till, till }));
  const tills = [
    { id: numbered, shortcode: '600771' },
    { id: bare, shortcode: null },
  ];
  const credit = { ...told, id: 30, bank: 3, words: null };
  const { creditOf } = twinsOf(sweeps, [credit], tills, []);
  expect([...creditOf.keys()]).toEqual([10 + numbered]);
});
