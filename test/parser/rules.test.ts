import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymise } from '#parser/anonymise.ts';
import type { FieldName } from '#parser/fields.ts';
import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import { render, slotsOf } from '#parser/render.ts';
import { type Rule, ruleId } from '#parser/rule.ts';
import { buildTrie, unreachableIn } from '#parser/trie.ts';

const named = rules.map((rule): [string, Rule] => [ruleId(rule), rule]);

test('every rule has a name of its own and can be reached', () => {
  expect(new Set(rules.map(ruleId)).size).toBe(rules.length);
  expect(
    unreachableIn(buildTrie(rules)).map(
      ({ rule, behind }) => `${ruleId(rules[rule]!)} behind ${ruleId(rules[behind]!)}`,
    ),
  ).toEqual([]);
});

test('two rules of one wording are reported', () => {
  const [first] = rules;
  expect(unreachableIn(buildTrie([first!, { ...first!, id: 'again' }]))).toEqual([{ rule: 1, behind: 0 }]);
});

test.each(named)('%s reads its own example, whatever came before it', (id, rule) => {
  const reading = parseMessage(rule.example);
  expect(reading.rule).toBe(id);
  expect(reading.country).toBe(rule.grammar.country);
});

test('no example is claimed by the grammar of another country', () => {
  const grammars = Map.groupBy(rules, ({ grammar }) => grammar.country);
  for (const rule of rules) expect([...grammars.keys()]).toContain(parseMessage(rule.example).country);
});

const word = fc.stringMatching(/^[A-Z][A-Za-z0-9'*#&-]{1,8}$/);
const name = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: word },
      { weight: 1, arbitrary: fc.constantFrom('on', 'at', 'New', 'account', 'O’Neil', '12') },
    ),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((words) => `N${words.join(' ')}e`);
const day = fc.tuple(
  fc.integer({ min: 1, max: 28 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 11, max: 27 }),
);
const time = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom('AM', 'PM'));
const cents = fc.integer({ min: 0, max: 99_999_999_99 });

/** Values as people, agents and the network would fill them in. */
const valueOf: Readonly<Record<FieldName, fc.Arbitrary<string | number>>> = {
  text: name,
  money: cents,
  sum: cents,
  receipt: fc.stringMatching(/^[K-V][A-L][1-9A-V][0-9][A-Z0-9]{6}$/),
  reference: fc.stringMatching(/^[K-V][A-L][1-9A-V][A-Z0-9]{7}$/),
  date: day.map((parts) => parts.join('/')),
  time: time.map(([hour, minute, half]) => `${hour}:${minute} ${half}`),
  phone: fc.constantFrom('0712345001', '254712345001', '0711***155', '254723***660', '+254712345001'),
  shortcode: fc.stringMatching(/^[1-9][0-9]{4,6}$/),
  word: fc.stringMatching(/^[A-Z][0-9]{5,9}$/),
};

describe('render then parse gives the same values', () => {
  test.each(named)('%s', (id, rule) => {
    const asked = slotsOf(rule).filter(({ op }) => op.kind === 'slot');
    const record: Record<string, fc.Arbitrary<string | number>> = {};
    for (const { slot, op } of asked) if (op.kind === 'slot') record[slot] ??= valueOf[op.field];
    fc.assert(
      fc.property(fc.record(record), (values) => {
        const text = render(rule, values);
        const reading = parseMessage(text);
        expect({ text, rule: reading.rule }).toEqual({ text, rule: id });
        if (typeof values['amount'] === 'number') expect(reading.amount).toBe(values['amount']);
        if (values['name'] !== undefined) expect(reading.party.name).toBe(values['name']);
        if (values['account'] !== undefined) expect(reading.accountRef).toBe(values['account']);
        if (values['receipt'] !== undefined) expect(reading.receipt).toBe(values['receipt']);
        for (const { slot, start, end } of reading.spans) {
          const value = values[slot];
          if (typeof value === 'string') expect(text.slice(start, end)).toBe(value);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test.each(named)('%s still reads once names and numbers are replaced', (id, rule) => {
  const hidden = anonymise(rule.example);
  const before = parseMessage(rule.example);
  expect({ hidden, rule: parseMessage(hidden).rule }).toEqual({ hidden, rule: id });
  expect(hidden).toHaveLength(rule.example.length);
  if (before.receipt && /\d/.test(before.receipt.slice(3))) expect(hidden).not.toContain(before.receipt);
});

test('nothing of a read message is left that could be somebody’s: nor what is passed over, nor what follows', () => {
  const passedOver = anonymise('Dear ASHA NJERI, your Fuliza M-PESA limit is Ksh 1179.62.');
  expect(passedOver).toBe('Dear xxxx xxxxx, your Fuliza M-PESA limit is Ksh 1111.11.');
  const followed = anonymise(
    'OAV6OW1B9N  Confirmed. Transaction OAO2WG1B06 has been reversed.  Your account balance is now Ksh12,260.03. Asha Njeri 0712345001, ref AB12CD',
  );
  expect(followed).toBe(
    'OAV0XX0X0X  Confirmed. Transaction OAO0XX0X00 has been reversed.  Your account balance is now Ksh11,110.01. xxxx xxxxx 0000000000, ref xx00xx',
  );
});

test('an unread message is masked but for the words of wordings', () => {
  expect(anonymise('Ksh500.00 flown to Asha Njeri 0712345678 on 5/3/26')).toBe(
    'Ksh000.00 xxxxx to xxxx xxxxx 0000000000 on 0/0/00',
  );
});
