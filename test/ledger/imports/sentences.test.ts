import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { heard, say, type SentenceCode, sentences } from '#contract/sentences.ts';

const golden = join(import.meta.dirname, '../../golden');
const expectations = readdirSync(golden, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:imports|mapped)\b.*\.expected\.json$/.test(path))
  .map((path) => readFileSync(join(golden, path), 'utf8'));

test('every reason of the golden files is a sentence that the screens can word', () => {
  const reasons = expectations.flatMap((text) => [
    ...text.matchAll(/"reason":("(?:[^"\\]|\\.)*")/g),
    ...text.matchAll(/"refused":"[a-z-]+","message":("(?:[^"\\]|\\.)*")/g),
  ]);
  const said = reasons.map(([, quoted]) => String(JSON.parse(quoted!)));
  expect(said.length).toBeGreaterThan(80);
  expect(said.filter((reason) => heard(reason) === null)).toEqual([]);
});

const codes = Object.keys(sentences) as SentenceCode[];
/** Cells, quoted or not: what none of the sentences say themselves. */
const value = fc.stringMatching(/^[“"]?[A-Z0-9éÉ.,/\-+=]{1,12}[”"]?$/);

test.each(codes)('%s is read back with its values', (code) => {
  const slots = [...sentences[code].matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!);
  fc.assert(
    fc.property(fc.tuple(...slots.map(() => value)), (given) => {
      const values = Object.fromEntries(slots.map((slot, at) => [slot, given[at]!]));
      // The compiler knows which slots each code has; here they come from the text itself.
      const text = (say as (code: string, values: object) => string)(code, values);
      expect(heard(text)).toEqual({ code, values });
    }),
    { numRuns: 20 },
  );
});

test('what is none of ours is null, a long value is cut', () => {
  expect(heard('The moon is full.')).toBeNull();
  expect(heard(say('other-sender', { sender: 'x'.repeat(5_000) }))?.values['sender']).toHaveLength(201);
});
