import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersIn, answerShapes } from '#ledger/imports/answers/shapes.ts';
import { jsonObjectsOf } from '#ledger/imports/readers/json-objects.ts';

const golden = join(import.meta.dirname, '../../../golden/imports/saved-answers');
const answers = readdirSync(golden)
  .filter((name) => /\.jsonl?$/.test(name) && !name.endsWith('.expected.json'))
  .flatMap((name) => jsonObjectsOf(readFileSync(join(golden, name), 'utf8')).flatMap(({ value }) => answersIn(value)));

test('every shape has a golden answer, and no answer the keys of two', () => {
  const claims = answers.map(({ value }) => answerShapes.filter((shape) => shape.is(value)).map(({ id }) => id));
  expect(claims.filter((ids) => ids.length !== 1)).toEqual([]);
  expect([...new Set(claims.flat())].toSorted()).toEqual(answerShapes.map(({ id }) => id).toSorted());
});

test.each([
  { says: 'an envelope', value: { ok: true, data: { TransID: 'X', TransAmount: '1' } }, found: 1 },
  {
    says: 'a list in an envelope',
    value: {
      data: {
        data: [
          { TransID: 'X', TransAmount: '1' },
          { TransID: 'Y', TransAmount: '1' },
        ],
      },
    },
    found: 2,
  },
  { says: 'a body kept as text', value: { body: '{"TransID":"X","TransAmount":"1"}' }, found: 1 },
  { says: 'a body that is no JSON', value: { body: '{nothing' }, found: 0 },
  {
    says: 'envelopes without end',
    value: { data: { data: { data: { data: { data: { TransID: 'X', TransAmount: '1' } } } } } },
    found: 0,
  },
  { says: 'a chat', value: { message: 'Habari' }, found: 0 },
])('in $says there are $found', ({ value, found }) => {
  expect(answersIn(value)).toHaveLength(found);
});
