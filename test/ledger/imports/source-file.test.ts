import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decoder } from '#ledger/imports/decode-text.ts';
import { fileSource, textSource } from '#ledger/imports/source-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'risiti-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('the encoding is recognised', () => {
  const text = 'Zoë Muñoz 🙏 KSh 1,250.00\r\n';
  test.each<[string, Uint8Array, string]>([
    ['plain ASCII', Buffer.from('Ksh 50\n'), 'Ksh 50\n'],
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), text],
    ['UTF-16 little end first', utf16(text, 'le'), text],
    ['UTF-16 big end first', utf16(text, 'be'), text],
    ['Windows-1252', Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80]), 'Zoë €'],
    ['UTF-8 with a byte that is none', Buffer.from([0xc3, 0xab, 0x20, 0xff]), 'ë \uFFFD'],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s', (name, bytes, expected) => {
    // The last case is told apart only when the pieces are small enough for the first character to come alone.
    for (const size of [name.endsWith('none') ? 2 : bytes.length || 1, 1]) expect(inPieces(bytes, size)).toBe(expected);
  });

  test('however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 }), (any, size) => {
        const whole = any.toWellFormed().replace(/^\uFEFF/, '');
        expect(inPieces(Buffer.from(`\uFEFF${whole}`), size)).toBe(whole);
      }),
    );
  });
});

function inPieces(bytes: Uint8Array, size: number): string {
  const decode = decoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decode(bytes.subarray(at, at + size));
  return text + decode();
}

test('a large file comes in pieces, with its digest and how far it is', async () => {
  const text = 'ëë🙏 a line of a file\n'.repeat(60_000);
  const path = join(folder, 'large.txt');
  await writeFile(path, text);
  const file = await fileSource(path, 'large.txt');
  expect(file.head.length).toBe(64 * 1024);
  const seen: number[] = [];
  let read = '';
  for await (const piece of file.text()) {
    read += piece;
    seen.push(file.done());
  }
  expect(read === text).toBe(true);
  expect(seen.length).toBeGreaterThan(4);
  expect(seen.at(-1)).toBe(file.bytes);
  expect(await file.digest()).toBe(createHash('sha256').update(text).digest('hex'));
});

test('pasted text and the same file are one source', async () => {
  const path = join(folder, 'same.txt');
  await writeFile(path, 'Habari ëë');
  const file = await fileSource(path, 'same.txt');
  const paste = textSource('pasted', 'Habari ëë');
  expect([paste.bytes, paste.headText, await paste.digest()]).toEqual([file.bytes, file.headText, await file.digest()]);
});

test.each(['missing.csv', '.'])('%s is refused', async (name) => {
  await expect(fileSource(join(folder, name), name)).rejects.toMatchObject({ code: 'unknown-file' });
});
