import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cataloguePage } from '#parser/catalogue.ts';
import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import { ruleId } from '#parser/rule.ts';

/** Only what a reading says; nulls and spans would hide it. */
function said(text: string): object {
  const { spans: _, expected, ...reading } = parseMessage(text);
  const values = Object.entries({ ...reading, expected: expected?.sentence ?? null });
  return Object.fromEntries(
    values.filter(([, value]) => value !== null && JSON.stringify(value) !== '[]' && JSON.stringify(value) !== '{}'),
  );
}

const families = [...Map.groupBy(rules, ({ grammar }) => grammar.id)];

test.each(families)('every wording of %s reads as in the corpus', async (family, members) => {
  const lines = members.map((rule) => ({ rule: ruleId(rule), text: rule.example, says: said(rule.example) }));
  await expect(`${JSON.stringify(lines, null, 2)}\n`).toMatchFileSnapshot(`../corpus/${family}.json`);
});

test('docs/wordings.md is the catalogue', () => {
  expect(readFileSync(new URL('../../docs/wordings.md', import.meta.url), 'utf8')).toBe(cataloguePage());
});
