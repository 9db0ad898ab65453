import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '#ledger/errors.ts';
import type { Importer } from '#ledger/imports/importer.ts';
import { csvHead } from '#ledger/imports/csv-rows.ts';
import { guessMapping } from '#ledger/imports/mapper/guess.ts';
import { importerFor, importers, importersWith } from '#ledger/imports/registry.ts';
import { textSource } from '#ledger/imports/source-file.ts';

const root = join(import.meta.dirname, '../../..');
const inputs = globSync(['test/golden/imports/*/*', 'samples/*'], { cwd: root }).filter(
  (name) => !/expected\.json$|manifest\.json$|README\.md$/.test(name),
);

const claims = (text: string) =>
  importers.filter((importer) => importer.recognises(textSource('any', text))).map(({ id }) => id);

test('ids are unique: a book remembers which importer read a file', () => {
  expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
});

describe('a file has one importer or none, wherever it is cut off and whatever stands before it', () => {
  test.each(inputs)('%s', (name) => {
    const text = readFileSync(join(root, name), 'latin1').slice(0, 20_000);
    const start = fc.constantFrom('', '\n', ' ', '\u{FEFF}', 'x', '"', 'sep=;\n');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), start, (length, before) => {
        expect(claims(before + text.slice(0, length)).length).toBeLessThan(2);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a file that nobody knows is told what it looks like', () => {
  test.each<[string, string, RegExp]>([
    ['empty.csv', '', /“empty\.csv” is empty\. Risiti reads/],
    ['photo.jpg', '\u{FFFD}\0\0', /is not text/],
    ['page.html', '<html><body>Hello</body></html>', /is XML or HTML/],
    ['data.json', '{"hello": "world"}', /is JSON/],
    ['list.csv', 'Name,Phone,Age,Town\nAsha,0700,30,Embu\n', /has the columns Name, Phone, Age, Town, and no layout/],
    ['names.csv', 'Name,Town\nAsha,Embu\n', /is text without column titles or messages/],
    [
      'prose.md',
      '# Sales, and more\n\nWe sold 5, then 6.\n\n| day | sum |\n|---|---|\n| 5 | 70 |\n\nThat is all, for 2026.\nBye.\nSee you.\nSoon.\n',
      /is text without column titles or messages/,
    ],
    ['chat.txt', 'Habari ya asubuhi', /is text without column titles or messages/],
  ])('%s', (name, text, says) => {
    expect(() => importerFor(textSource(name, text))).toThrow(says);
  });
});

const words =
  'UC5AA00001 Confirmed. You have received Ksh500.00 from JANE WANJIKU 0722000111 on 5/3/26 at 12:00 PM New M-PESA balance is Ksh1,200.00.';

describe('a few columns with a receipt that is confirmed in one of them', () => {
  const list = (titles: string) => `${titles}\n2026-03-05,500,UC5AA00001 confirmed\n2026-03-05,700,"${words}"\n`;

  test('are a table where a title says so', () => {
    expect(claims(list('Date,Amount,Note'))).toEqual([]);
    expect(() => importerFor(textSource('list.csv', list('Date,Amount,Note')))).toThrow(
      'has the columns Date, Amount, Note',
    );
    expect(claims('Mauzo ya Machi\nUzo;Kiasi\nUC5AA00001 confirmed;500\n')).toEqual([]);
  });

  test.each(['Date,Amount,Note', 'Lini,Hela,Neno'])('are what their owner said, under %s', (titles) => {
    const guess = guessMapping(csvHead(list(titles), ','))!;
    const profile = { ...guess.profile, use: 'sales', columns: ['date', 'amount', 'details'] } as const;
    const sales = { ...profile, columns: [...profile.columns] };
    expect(importerFor(textSource('list.csv', list(titles)), importersWith([sales])).id).toBe('mapped-csv');
    // Explained tables change nothing about messages.
    expect(importerFor(textSource('pasted', words), importersWith([sales])).id).toBe('plain-text');
  });

  test.each([
    words,
    `Nimetuma pesa, angalia\n${words}`,
    `Total, amount\n${words}\n${words}`,
    `Time,Message\n12:00,${words}`,
  ])('are messages where nothing does: %j', (text) => {
    expect(claims(text)).toEqual(['plain-text']);
  });
});

/** An importer that takes everything for its own. */
const greedy = (id: string): Importer => ({ id, version: 1, recognises: () => true, read: async function* () {} });

test('two that claim one file are a mistake of ours, not settled by order', () => {
  const list = [greedy('one'), greedy('two')];
  for (const order of [list, list.toReversed()]) {
    const refusal = expect.objectContaining({ code: 'ambiguous-file', message: expect.stringMatching(/one|two/) });
    expect(() => importerFor(textSource('a.txt', 'x'), order)).toThrow(LedgerError);
    expect(() => importerFor(textSource('a.txt', 'x'), order)).toThrow(refusal);
  }
});
