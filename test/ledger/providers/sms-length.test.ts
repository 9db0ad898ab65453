import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsLength } from '#ledger/providers/sms-length.ts';

test.each([
  ['', 'GSM-7', 0, 1, 160],
  ['Asante sana', 'GSM-7', 11, 1, 149],
  ['a'.repeat(160), 'GSM-7', 160, 1, 0],
  ['a'.repeat(161), 'GSM-7', 161, 2, 145],
  ['a'.repeat(306), 'GSM-7', 306, 2, 0],
  ['a'.repeat(307), 'GSM-7', 307, 3, 152],
  ['€', 'GSM-7', 2, 1, 158],
  ['[KES]', 'GSM-7', 7, 1, 153],
  [`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'GSM-7', 164, 2, 141],
  ['ç', 'UCS-2', 1, 1, 69],
  ['Ç', 'GSM-7', 1, 1, 159],
  ['’', 'UCS-2', 1, 1, 69],
  ['ŵ'.repeat(70), 'UCS-2', 70, 1, 0],
  ['ŵ'.repeat(71), 'UCS-2', 71, 2, 63],
  ['🙏', 'UCS-2', 2, 1, 68],
  ['🙏'.repeat(36), 'UCS-2', 72, 2, 61],
] as const)('%j is %s, %i units, %i parts, %i left', (text, alphabet, units, parts, left) => {
  expect(smsLength(text)).toEqual({ alphabet, units, parts, left });
});

test('parts hold what is counted, and one more character never makes fewer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
      (text, more) => {
        const length = smsLength(text);
        const room = length.alphabet === 'GSM-7' ? 160 : 70;
        expect(length.units + length.left).toBeLessThanOrEqual(length.parts * room);
        expect(length.left).toBeGreaterThanOrEqual(0);
        expect(smsLength(text + more).parts).toBeGreaterThanOrEqual(length.parts);
      },
    ),
  );
});
