import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '#parser/compile.ts';
import { fold } from '#parser/fold.ts';
import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import { messagesIn, splitMessages } from '#parser/split.ts';
import { trail } from '#parser/trail.ts';
import { buildTrie } from '#parser/trie.ts';

const examples = rules.map(({ example }) => example);
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...examples),
  fc.constantFrom(...examples.map((text) => text.slice(0, text.length / 2))),
  fc.constantFrom(
    '\n',
    '\n\n',
    ' ',
    '"',
    '1. ',
    '[05/03/2026, 14:30:12] MPESA: ',
    '05/03/2026, 14:30 - MPESA: ',
    'ok thanks',
  ),
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

test('any text gives a reading, and the same one again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = parseMessage(text);
      expect(parseMessage(text)).toEqual(reading);
      expect(reading.outcome === 'unrecognised').toBe(reading.expected !== null);
      for (const { start, end } of reading.spans) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    }),
  );
});

test('the parts of any text joined give it back, and every message is one whole part', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = splitMessages(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text);
    }),
  );
});

describe('messages are found', () => {
  const whole = rules.filter(({ grammar }) => grammar.id === 'mpesa-ke').map(({ example }) => example);
  test.each([
    ['a line each', '', '\n'],
    ['blank lines between', '', '\n\n'],
    ['with times copied from the phone', '5/3/26, 14:30 ', '\n\n'],
    ['with Windows line ends', '', '\r\n\r\n'],
  ])('%s', (_, before, after) => {
    expect(messagesIn(whole.map((text) => before + text).join(after))).toEqual(whole);
  });
  const single = whole.filter(
    (text) => !text.includes('\n') && /^[A-Z0-9]{9,10}\s+Confirmed/i.test(text) && !/[a-z]$/.test(text),
  );
  test.each([
    ['in a chat of an iPhone', '[05/03/2026, 14:30:12] MPESA: ', '\n'],
    ['in a chat of an Android phone', '05/03/2026, 14:30 - MPESA: ', '\n'],
    ['in a numbered list', '12. ', '\n'],
    ['in quotes', '"', '"\n'],
    ['glued, nothing between', '', ''],
  ])('%s', (_, before, after) => {
    expect(messagesIn(single.map((text) => before + text + after).join(''))).toEqual(single);
  });
  test('what people say in between is kept, not read', () => {
    const [message = ''] = single;
    const parts = splitMessages(`hi there\n[05/03/2026, 14:31] Asha: ${message}\n[05/03/2026, 14:32] Asha: thanks`);
    expect(parts.map(({ kind }) => kind)).toEqual(['between', 'message', 'between']);
    expect(parts[1]?.text).toBe(message);
  });
  test('a payment message that no rule reads is still a message', () => {
    expect(messagesIn('hello\n\nUE53GU7P2F Confirmed. Ksh40.00 flown to ASHA.\n\nbye')).toEqual([
      'UE53GU7P2F Confirmed. Ksh40.00 flown to ASHA.',
    ]);
  });
});

/** Counts how often the engine looks at a code unit: an array that tells of every look. */
function looksIn(text: string): number {
  let looks = 0;
  const codes = fold(text).slice(0, text.length + 1);
  const counting = new Proxy(codes, {
    get(target, key) {
      looks += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  trail.depth = 0;
  compile(buildTrie(rules))(counting, 0);
  return looks;
}

const head = 'UE53GU7P2F Confirmed. Ksh100.00 sent to ';
describe('the work grows no faster than the text', () => {
  test.each([
    ['spaces', ' '],
    ['digits', '7'],
    ['a word', 'ASHA '],
    ['on', ' on'],
    ['whole days', ' on 5/5/26'],
    ['whole moments', ' on 5/5/26 at 8:32 PM'],
    ['for account', ' for account'],
    ['phones', ' 0712345001'],
    ['dots', '.'],
    ['dots and spaces', '. '],
    ['amounts', '1,'],
    ['new balances', ' New M-PESA balance is'],
  ])('%s', (_, unit) => {
    const small = looksIn(head + unit.repeat(1_000));
    const large = looksIn(head + unit.repeat(8_000));
    expect(large).toBeLessThan(small * 8.5 + 1_000);
    expect(large).toBeLessThan(40 * 8_000 * unit.length);
  });
});
