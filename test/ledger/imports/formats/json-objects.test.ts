import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonObject, jsonObjects, jsonObjectsOf } from '#ledger/imports/readers/json-objects.ts';

test.each([
  { says: 'one object', text: '{"a":1}', expected: [{ a: 1 }] },
  { says: 'an array', text: '[{"a":1},\n {"b":{"c":2}}]', expected: [{ a: 1 }, { b: { c: 2 } }] },
  { says: 'arrays in an array', text: '[[{"a":1}],[{"b":2}]]', expected: [{ a: 1 }, { b: 2 }] },
  { says: 'one a line', text: '{"a":1}\r\n{"b":2}\r\n', expected: [{ a: 1 }, { b: 2 }] },
  { says: 'a log', text: '12:00 INFO "x" {"a":1} done\n12:01 {"b":2}', expected: [{ a: 1 }, { b: 2 }] },
  {
    says: 'brackets and quotes in a text',
    text: String.raw`{"a":"}\"{\\"}{"b":"]"}`,
    expected: [{ a: '}"{\\' }, { b: ']' }],
  },
  { says: 'no object', text: '[1, 2, "three"]', expected: [] },
  { says: 'what is no JSON', text: '{a: 1} {"b":2}', expected: [undefined, { b: 2 }] },
  { says: 'a quote left open costs one line', text: '{"a":"x}\n}\n{"b":2}', expected: [undefined, { b: 2 }] },
  { says: 'a cut end', text: '{"a":1}{"b":', expected: [{ a: 1 }, undefined] },
  { says: 'a name that is no name', text: '{"__proto__":{"x":1}}', expected: [JSON.parse('{"__proto__":{"x":1}}')] },
])('$says', ({ text, expected }) => {
  expect(jsonObjectsOf(text).map(({ value }) => value)).toEqual(expected);
  expect(Object.prototype).not.toHaveProperty('x');
});

const anyObject = fc.dictionary(fc.string(), fc.jsonValue());
const between = fc.constantFrom('\n', ',\n', ' ', '12:00 INFO ', '');

test('objects come out as they went in, however the text is cut', async () => {
  const anyText = fc.array(fc.tuple(anyObject, between), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 1, max: 40 }), async (parts, size) => {
      const text = parts.map(([object, after]) => JSON.stringify(object) + after).join('');
      const found: JsonObject[] = [];
      for await (const batch of jsonObjects(pieces(text, size))) found.push(...batch);
      expect(found).toEqual(jsonObjectsOf(text));
      expect(found.map(({ value }) => JSON.stringify(value))).toEqual(parts.map(([object]) => JSON.stringify(object)));
    }),
  );
});

test('an object without an end is let go of, and what follows is read', async () => {
  const found: JsonObject[] = [];
  for await (const batch of jsonObjects(endless())) found.push(...batch);
  expect(found.map(({ value, text }) => [value, text.length])).toEqual([
    [undefined, 2000],
    [{ b: 2 }, 7],
  ]);
});

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function* endless() {
  yield '{"a":"';
  for (let n = 0; n < 24; n += 1) yield 'x'.repeat(256 * 1024);
  yield '"}\n{"b":2}';
}
