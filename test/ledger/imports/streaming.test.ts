import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvRows } from '#ledger/imports/csv-rows.ts';
import { attributesOf, xmlTags } from '#ledger/imports/xml-tags.ts';

/** A text in pieces of `size`, as a file might hand it out. */
async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', 'ë', '1'), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  test('rows are what they were, however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, newline, size) => {
          const text = Papa.unparse(rows, { newline, quotes: true });
          const read = await all(csvRows(pieces(text, size), ','));
          expect(read.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map((value) => value.trim())));
          expect(read.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
          expect(read.map((row) => row.text).join(newline)).toBe(text);
        },
      ),
    );
  });

  test('rows without quotation marks are read as the library reads them', async () => {
    const bare = fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', ';', 'ë', '1'), maxLength: 6 })));
    await fc.assert(
      fc.asyncProperty(
        bare,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, newline, size) => {
          const text = rows.map((cells) => `${cells.join(',')}${newline}`).join('');
          const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
          const read = await all(csvRows(pieces(text, size), ','));
          expect(read.map(({ cells }) => cells)).toEqual(
            data.slice(0, -1).map((cells) => cells.map((raw) => raw.trim())),
          );
          expect(read.map((row) => `${row.text}${newline}`).join('')).toBe(text);
        },
      ),
    );
  });

  test('rows with quotation marks anywhere are read as the library reads them', async () => {
    const odd = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '""', '",', ',"', '\n', 'ë'), maxLength: 24 });
    let [whole, broken] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        odd,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (given, newline, size) => {
          const text = `"",${given}`.replaceAll('\n', newline);
          const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
          const { data, errors }: Papa.ParseResult<string[]> = parser.parse(text, 0, false);
          const read = await all(csvRows(pieces(text, size), ','));
          const told = read.map((row) => row.text).join(newline);
          expect(text.slice(0, told.length)).toBe(told);
          expect(text.slice(told.length).trim()).toBe('');
          if (errors.length > 0) broken += 1;
          else {
            whole += text.includes('""') ? 1 : 0;
            const rows = data.map((cells) => cells.map((raw) => raw.trim()));
            // The library sees a last row behind a last line break, and a file has none.
            expect(read.map(({ cells }) => cells)).toEqual(text.endsWith('\n') ? rows.slice(0, read.length) : rows);
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(Math.min(whole, broken)).toBeGreaterThan(100);
  });

  test('a quotation mark that never closes is refused, not swallowed', async () => {
    const text = `a,b\n"c,d\n${'e,f\n'.repeat(300_000)}`;
    await expect(all(csvRows(pieces(text, 65_536), ','))).rejects.toThrow('Row 2 opens a quotation mark');
  });
});

describe('XML', () => {
  const value = fc.string({
    unit: fc.constantFrom('a', '>', '/', ' ', '<', '&amp;', '&#55357;&#56911;', "'", '\n'),
    maxLength: 12,
  });

  test('tags are what they were, however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 5 }), fc.integer({ min: 1, max: 30 }), async (bodies, size) => {
        const tags = bodies.map((body) => `<sms address='MPESA' body="${body}" />`);
        const text = `<?xml a="b>" ?>\n<!-- <sms> " -->\n<smses count="1">\n${tags.join('\n between > \n')}</smses>`;
        const read = await all(xmlTags(pieces(text, size)));
        expect(read.map(({ name }) => name)).toEqual(['smses', ...bodies.map(() => 'sms'), '/smses']);
        expect(read.slice(1, -1).map((tag) => tag.text)).toEqual(tags);
      }),
    );
  });

  test('what is wanted of a tag is what its attributes say, in whatever shapes the tags come', async () => {
    const attribute = fc
      .tuple(fc.constantFrom('body', 'date', 'x.y', 'xzy', 'a-b'), fc.constantFrom('=', ' =\n'), value, fc.boolean())
      .map(([name, equals, text, double]) => {
        const quote = double ? '"' : "'";
        return `${name}${equals}${quote}${text.replaceAll(quote, '')}${quote}`;
      });
    const odd = fc.constantFrom(
      '<sms body=1 />',
      '<sms body="a"date="b" />',
      '<sms/>',
      '<sms body="a" / >',
      '<smsx body="a" />',
    );
    const tag = fc.array(attribute, { maxLength: 3 }).map((list) => `<sms ${list.join(' ')} />`);
    const attributes = ['body', 'date'];
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 4, arbitrary: tag }, odd), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        async (kinds, size) => {
          const tags = [...kinds, ...kinds, ...kinds];
          const read = await all(xmlTags(pieces(tags.join('\n'), size), { name: 'sms', attributes }));
          expect(read.map(({ text }) => text)).toEqual(tags);
          for (const { text, values } of read.filter((one) => one.values)) {
            const said = attributesOf(text);
            told += 1;
            expect(values).toEqual(said && attributes.map((name) => said.get(name)));
          }
        },
      ),
    );
    expect(told).toBeGreaterThan(100);
  });

  test("a picture's data is let go as it comes", async () => {
    const picture = `<part name="a>b" data="${'QUJD'.repeat(500_000)}" />`;
    const read = await all(xmlTags(pieces(`<smses><mms>${picture}</mms><sms body="x" /></smses>`, 65_536)));
    expect(read.map(({ name }) => name)).toEqual(['smses', 'mms', 'part', '/mms', 'sms', '/smses']);
    expect(Math.max(...read.map(({ text }) => text.length))).toBeLessThan(picture.length / 4);
  });

  test.each<[string, Record<string, string> | null]>([
    [`<sms a="1" b='2"3' />`, { a: '1', b: '2"3' }],
    ['<sms a = "1"\n b="&lt;&#10;&#x41;&quot;&apos;&amp;amp;">', { a: '1', b: '<\nA"\'&amp;' }],
    ['<sms a="&#55357;&#56911; &#55357; &#0; &#x110000; &odd;" />', { a: '🙏 \uFFFD \uFFFD \uFFFD &odd;' }],
    ['<sms a="1"b="2" />', null],
    ['<sms a=1 />', null],
    ['<sms broken />', null],
  ])('%s', (tag, attributes) => {
    const read = attributesOf(tag);
    expect(read && Object.fromEntries(read)).toEqual(attributes);
  });
});
