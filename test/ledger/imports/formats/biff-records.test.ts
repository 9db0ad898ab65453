import { expect, test } from 'vitest';
import { plainString, sharedStrings } from '#ledger/imports/readers/biff-records.ts';

/** As often as it takes a library that writes beyond its memory to bring the process down. */
const TIMES = 5_000;

/** A string of two bytes a character that is cut off in the middle of one, and lies at an odd place of its memory. */
const cutOff = (before: Buffer): Buffer => {
  const memory = Buffer.allocUnsafeSlow(before.length + 793);
  before.copy(memory);
  memory.fill('A\0', before.length);
  return memory;
};

test('a wide string that is cut off within a character ends before it', () => {
  // How many characters it claims, and that each takes two bytes; the table counts its strings first.
  const plain = cutOff(Buffer.from('ff0301', 'hex'));
  const shared = cutOff(Buffer.from('0100000001000000ff0301', 'hex'));
  for (let n = 0; n < TIMES; n += 1) {
    expect(plainString(plain, 0)).toBe('A'.repeat(396));
    expect(sharedStrings([shared])).toEqual(['A'.repeat(396)]);
  }
});
