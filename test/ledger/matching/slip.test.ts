import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneSlip } from '#ledger/reconcile/matching/slip.ts';

/** Every code one slip away, written out by brute force. */
function slipsOf(code: string): Set<string> {
  const letters = 'ABCX01'.split('');
  const places = Array.from({ length: code.length + 1 }, (_, at) => [code.slice(0, at), code.slice(at)] as const);
  const slips = places.flatMap(([head, tail]) => [
    ...letters.map((letter) => head + letter + tail),
    ...(tail === '' ? [] : [head + tail.slice(1), ...letters.map((letter) => head + letter + tail.slice(1))]),
    ...(tail.length < 2 ? [] : [head + tail[1]! + tail[0]! + tail.slice(2)]),
  ]);
  return new Set(slips.filter((slip) => slip !== code));
}

const code = fc
  .array(fc.constantFrom('A', 'B', 'C', 'X'), { minLength: 3, maxLength: 6 })
  .map((letters) => letters.join(''));

test('what one slip makes of a code is one slip away from it, either way round', () => {
  fc.assert(
    fc.property(code, (text) => {
      for (const slip of slipsOf(text))
        expect([slip, oneSlip(text, slip), oneSlip(slip, text)]).toEqual([slip, true, true]);
    }),
  );
});

test('nothing else is', () => {
  fc.assert(
    fc.property(code, code, (one, other) => {
      expect(oneSlip(one, other)).toBe(slipsOf(one).has(other));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['UE5K0OWN01', 'UE5KO0WN01', true],
  ['UE51I5SB82', 'UE5I155882', true],
  ['UE5KQ7WN01', 'UE5KQ7WN01', false],
  ['UE5KQ7WN01', 'UE6KQ7WN02', false],
])('%s and %s: %s', (one, other, close) => {
  expect(oneSlip(one, other)).toBe(close);
});
