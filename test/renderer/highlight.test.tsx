import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAtSpans } from '#renderer/lib/highlight.ts';

describe('a text cut along its spans', () => {
  test.each([
    ['nothing read', 'abc', [], ['abc']],
    ['empty text', '', [], []],
    ['a span in the middle', 'abcdef', [{ slot: 'amount', start: 2, end: 4 }], ['ab', '[cd]', 'ef']],
    ['the whole text', 'abc', [{ slot: 'name', start: 0, end: 3 }], ['[abc]']],
    [
      'spans in any order, touching',
      'abcd',
      [
        { slot: 'time', start: 2, end: 4 },
        { slot: 'date', start: 0, end: 2 },
      ],
      ['[ab]', '[cd]'],
    ],
    [
      'an overlap keeps the earlier one',
      'abcd',
      [
        { slot: 'date', start: 0, end: 3 },
        { slot: 'time', start: 2, end: 4 },
      ],
      ['[abc]', 'd'],
    ],
    ['a span past the end is left out', 'ab', [{ slot: 'date', start: 1, end: 9 }], ['ab']],
  ])('%s', (_, text, spans, expected) => {
    expect(splitAtSpans(text, spans).map((piece) => (piece.slot === null ? piece.text : `[${piece.text}]`))).toEqual(
      expected,
    );
  });

  test('the pieces joined give the text back, whatever the spans', () => {
    const span = fc.record({ slot: fc.constant('amount'), start: fc.nat(60), end: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(span), (text, spans) => {
        const pieces = splitAtSpans(text, spans);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces) expect(text.startsWith(piece.text, piece.start)).toBe(true);
      }),
    );
  });
});
