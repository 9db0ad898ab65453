import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerNote } from '#contract/provider-answer.ts';
import { htmlToText } from '#ledger/providers/html-text.ts';
import { readJson } from '#ledger/providers/strict-json.ts';
import { amountNumber, noteInstant, readAmount, writeAmount } from '#ledger/providers/values.ts';

describe('amounts', () => {
  test.each([
    ['100', 10000],
    ['100.00', 10000],
    ['100.5', 10050],
    ['0.01', 1],
    ['640', 64000],
    ['100.005', null],
    ['1e3', null],
    ['-5', null],
    ['1,000', null],
    ['KES 100', null],
    ['', null],
    ['99999999999999999999', null],
    [null, null],
  ])('%j is %j', (text, cents) => {
    expect(readAmount(text)).toBe(cents);
  });

  test('what is written reads back, as text and as the number of a JSON answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (cents) => {
        expect(readAmount(writeAmount(cents))).toBe(cents);
        expect(readAmount(JSON.stringify(amountNumber(cents)))).toBe(cents);
      }),
    );
  });
});

describe('times', () => {
  test.each<[string, string | null, AnswerNote[]]>([
    ['20260301091502', '2026-03-01T09:15:02+03:00', []],
    ['2026-03-01T09:15:02.000000Z', '2026-03-01T09:15:02+03:00', ['zone-doubtful']],
    ['2026-03-01 09:15:02', '2026-03-01T09:15:02+03:00', []],
    ['20240229120000', '2024-02-29T12:00:00+03:00', []],
    ['20260229120000', null, ['date-unreadable']],
    ['20261301120000', null, ['date-unreadable']],
    ['20260301241500', null, ['date-unreadable']],
    ['202603011091502', null, ['date-unreadable']],
    ['1772345702', null, ['date-unreadable']],
    ['01/03/2026', null, ['date-unreadable']],
  ])('%s is %s', (text, instant, expected) => {
    const notes: AnswerNote[] = [];
    expect(noteInstant(text, notes)).toBe(instant);
    expect(notes).toEqual(expected);
  });
});

describe('strict JSON', () => {
  test.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', true],
    ['{"a":"{\\"a\\":1,\\"a\\":2}"}', true],
    ['"a\\\\"', true],
    [' [ ] ', true],
    [`${'['.repeat(32)}${']'.repeat(32)}`, true],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'too-deep'],
    ['{"a":1,"a":2}', 'duplicate-keys'],
    ['{"a":1, "\\u0061" : 2}', 'duplicate-keys'],
    ['[{"b":{"x":1,"x":1}}]', 'duplicate-keys'],
    ['{"a":1,}', 'not-json'],
    ["{'a':1}", 'not-json'],
    ['{"a":NaN}', 'not-json'],
    ['', 'not-json'],
    ['{"a', 'not-json'],
    ['<html>', 'not-json'],
  ])('%s: %s', (text, expected) => {
    const read = readJson(text);
    expect(read.ok || read.problem).toBe(expected);
  });

  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  test('never throws, and takes linear time over a megabyte of quotes', () => {
    fc.assert(fc.property(fc.string(), (text) => void readJson(text)));
    const start = process.cpuUsage();
    for (const text of ['\\"'.repeat(500_000), '"'.repeat(1_000_000), '{"'.repeat(500_000)]) readJson(text);
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });
});

test.each([
  ['<p>Go to <b>M-PESA</b></p><p>Choose Pay&nbsp;Bill</p>', 'Go to M-PESA\nChoose Pay Bill'],
  ['<head><title>x</title></head><ol><li>One</li><li>Two &amp; three</li></ol>', 'One\nTwo & three'],
  ['a<script>alert("</p>")</script>b', 'ab'],
  ['a<script>never closed', 'a'],
  ['<STYLE>p{}</STYLE>Till&#58; 600999', 'Till: 600999'],
  ['&lt;script&gt;shown, not run&lt;/script&gt;', '<script>shown, not run</script>'],
  ['<img src=x onerror=alert(1)>Pay', 'Pay'],
  ['<!-- <p>hidden</p> -->seen', 'seen'],
  ['1 &#x110000; 2 &bogus; 3', '1 2 &bogus; 3'],
  ['plain', 'plain'],
  ['<', ''],
])('%j is shown as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
