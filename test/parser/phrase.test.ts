import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foursOf } from '#parser/fold.ts';
import { Phrase } from '#parser/phrase.ts';
import { templateReader } from '#parser/template.ts';

const { ops } = templateReader('KES', {});
const templates = ['Confirmed._', 'New M-PESA balance is_', '_on ', 'for account~', 'sent to ', ' via my OneApp_on~'];
/** A phrase as it may be written: right, with other gaps, or not at all. */
const written = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.array(fc.constantFrom(' ', '  ', '.', '. ', ' . ', ',', ''), { minLength: 3, maxLength: 8 }),
    fc.constantFrom('', 'x', ' x', '.', ' ', 'on 5'),
  )
  .map(([template, gaps, rest]) => template.replace(/[ _~]/g, (_, at: number) => gaps[at % gaps.length]!) + rest);

test.each(templates)('what %j has met before never changes where it ends', (template) => {
  fc.assert(
    fc.property(fc.array(written, { minLength: 2, maxLength: 12 }), (texts) => {
      const phrase = Phrase.of(ops(template));
      const remembering = texts.map((text) => {
        const folded = fold(text);
        return phrase.past(folded, foursOf(folded), 0);
      });
      const afresh = texts.map((text) => Phrase.of(ops(template)).past(fold(text), null, 0));
      expect(remembering).toEqual(afresh);
    }),
    { numRuns: 300 },
  );
});
