import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '#parser/compile.ts';
import { read } from '#parser/engine.ts';
import { fold } from '#parser/fold.ts';
import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import type { Rule } from '#parser/rule.ts';
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

/** How people hand messages over: what they put around each, and between two. */
const wrappings: readonly (readonly [name: string, wrap: (text: string, index: number) => string, between: string])[] =
  [
    ['a line each', (text) => text, '\n'],
    ['blank lines between', (text) => text, '\n \n\n'],
    ['with Windows line ends', (text) => text, '\r\n'],
    ['in a chat of an iPhone', (text) => `[05/03/2026, 14:30:12] MPESA: ${text}`, '\n'],
    ['in a chat of an American iPhone', (text) => `\u200e[3/5/26, 2:30:12\u202fPM] ~ Asha: ${text}`, '\n'],
    ['in a chat of an Android phone', (text) => `05/03/2026, 14:30 - MPESA: ${text}`, '\n'],
    ['between other talk', (text) => `3/5/26, 2:30 PM - Asha: ok\n3/5/26, 2:31 PM - +254 712 345001: ${text}`, '\n'],
    ['with days and times copied from the phone', (text) => `5/3/26, 14:30 ${text}`, '\n'],
    ['with times before', (text) => `2:30 PM ${text}`, '\n\n'],
    ['with times below', (text) => `${text}\n14:30`, '\n\n'],
    ['with the sender above', (text) => `MPESA\n${text}`, '\n'],
    ['with the sender before', (text) => `MPESA: ${text}`, '\n'],
    ['in a numbered list', (text, index) => `${index + 1}. ${text}`, '\n'],
    ['in a list with brackets', (text, index) => `(${index + 1}) ${text}`, '\n'],
    ['in a list with bullets', (text) => `• ${text}`, '\n'],
    ['in a list with dashes', (text) => `- ${text}`, '\n'],
    ['in quotes', (text) => `"${text}"`, '\n'],
    ['in quotation marks', (text) => `“${text}”`, '\n'],
  ];

/** Messages one right after another can be told apart unless a word of the one, a reference too, runs on into the next. */
const canBeGlued = ({ example }: Rule) => /[a-z.\d]$/.test(example) && !/(?:Reference|ID): ?\w+\.?$/.test(example);
/** A code is found in the middle of a line by the `Confirmed` after it, unless it is an old one. */
const hasNewCode = ({ example }: Rule) => !/^(?:[A-Z0-9]{8,9}\s|[A-Z0-9]{11}(?:\.| Successful))/.test(example);

describe('messages are found', () => {
  const few = (from: readonly string[]) => fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 6 });
  test.each(wrappings)('%s', (_, wrap, between) => {
    fc.assert(
      fc.property(few(examples), (messages) => {
        expect(messagesIn(messages.map(wrap).join(between))).toEqual(messages);
      }),
    );
  });
  const gluable = rules.filter((rule) => canBeGlued(rule) && hasNewCode(rule)).map(({ example }) => example);
  test.each([
    ['glued, nothing between', ''],
    ['with a blank between', ' '],
  ])('%s', (_, between) => {
    expect(gluable.length).toBeGreaterThan(rules.length / 2);
    fc.assert(
      fc.property(few(gluable), (messages) => {
        expect(messagesIn(messages.join(between))).toEqual(messages);
      }),
    );
  });
  test.each([
    ['a link', 'Ksh1.00. Get it on https://x.example/aBcUE53GU7P2F Confirmed. Ksh40.00', 'UE53GU7P2F'],
    ['a link in capitals', 'Ksh1.00. Get it on https://x.example/aBCUE53GU7P2F Confirmed. Ksh40.00', 'UE53GU7P2F'],
    ['cents', 'balance is Ksh1.00UE53GU7P2F Confirmed. Ksh40.00', 'UE53GU7P2F'],
    ['thousands', 'balance is Ksh41,000DQ34QS777 Confirmed. Ksh40.00', 'DQ34QS777'],
    ['a half of the day', 'on 5/5/26 at 8:32 PMUE53GU7P2F Confirmed. Ksh40.00', 'UE53GU7P2F'],
    ['a word', 'Buy nowDQ34QS777 Confirmed. Ksh40.00', 'DQ34QS777'],
    ['a word, a longer code', 'Buy nowBFI4SQ9CJPW Confirmed. Tsh40.00', 'BFI4SQ9CJPW'],
    ['a code of twelve to a link', 'on https://x.example/lPKcC08RM5E8IGL04 Confirmed. M100.00 paid', '08RM5E8IGL04'],
    ['a code of twelve to cents', 'balance is M98.0708RM5E8IGL04 Confirmed. M100.00 paid', '08RM5E8IGL04'],
    ['a code of ten to cents', 'cost Ksh.0.00DDK4YQ6QU1 Confirmed. on 4/4/2026 at 6:24 AM\nM125.50', 'DDK4YQ6QU1'],
    ['an old code to capitals', 'PIN YAKO SIRI YAKODZ70GT808 Confirmed. Ksh2.00 on 22/9/13 at 1:54 PM', 'DZ70GT808'],
    ['an old short code to capitals', 'SIRI YAKOZ10DN636 Confirmed. Tsh2.00 on 22/1/14 at 1:54 PM', 'Z10DN636'],
    ['the id of another wallet', 'ID: AIN635496001UE53GU7P2F Confirmed. Ksh40.00 sent on 5/5/26', 'UE53GU7P2F'],
    ['a phone', 'contact us on 0709601162DEC86YK7MS Confirmed. Tsh4.00 on 12/5/26 at 7:04 am', 'DEC86YK7MS'],
    ['a code of eleven to a phone', 'contact us on 0709601162BEB4RZ9QUED Confirmed. Tsh4.00 on 11/5/24', 'BEB4RZ9QUED'],
  ])('a receipt glued to %s', (_, text, receipt) => {
    expect(splitMessages(text).at(-1)?.text).toMatch(new RegExp(`^${receipt} Confirmed`));
  });
  test('what people say in between is kept, not read', () => {
    const message = examples.find((text) => text.startsWith('UE53GU7P2F')) ?? '';
    const parts = splitMessages(`hi there\n[05/03/2026, 14:31] Asha: ${message}\n[05/03/2026, 14:32] Asha: thanks`);
    expect(parts.map(({ kind }) => kind)).toEqual(['between', 'message', 'between']);
    expect(parts[1]?.text).toBe(message);
  });
  test('a code that ends the line above a `Confirmed` is not its receipt', () => {
    const airtel = examples.find((text) => text.startsWith('V3QHT5XTD1A')) ?? '';
    const without = 'Confirmed. Your identity in M-PESA is activated.';
    expect(messagesIn(`${airtel}\r\n${without}`)).toEqual([airtel, without]);
  });
  test('a payment message that no rule reads is still a message', () => {
    expect(messagesIn('hello\n\nUE53GU7P2F Confirmed. Ksh40.00 flown to ASHA.\n\nbye')).toEqual([
      'UE53GU7P2F Confirmed. Ksh40.00 flown to ASHA.',
    ]);
  });
});

const program = compile(buildTrie(rules));

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
  read(program, counting, null, 0, null);
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
  test.each([
    ['digits', '7'],
    ['spaces', ' '],
    ['capitals', 'X'],
  ])('%s after half a message of any rule', (_, unit) => {
    for (const text of examples) {
      const attack = text.slice(0, Math.ceil(text.length / 2)) + unit.repeat(6_000);
      expect({ text, tooMuch: looksIn(attack) > 25 * attack.length }).toEqual({ text, tooMuch: false });
    }
  });
});
