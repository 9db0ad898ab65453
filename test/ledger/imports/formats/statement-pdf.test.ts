import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '#ledger/errors.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { readPdf } from '#ledger/imports/printed/read-pdf.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { statementPdf } from '#ledger/imports/statement-pdf.ts';

const golden = join(import.meta.dirname, '../../../golden/imports/statement-pdf');
/** A process of its own takes a second to begin, several where the machine is busy. */
const PATIENCE = 60_000;

const read = async (name: string, password?: string) => {
  const reads = [];
  for await (const batch of statementPdf.read(await fileSource(join(golden, name), name), {
    password,
    apart: forkApart,
  }))
    reads.push(...batch);
  return reads;
};

describe('a locked statement', () => {
  test('opens with its password and then reads like one that is not locked', { timeout: PATIENCE }, async () => {
    expect(await read('locked.pdf', 'neema-2026')).toEqual(await read('wallet.pdf'));
  });

  test.each([
    { password: undefined, code: 'password-needed' },
    { password: '', code: 'password-needed' },
    { password: 'neema', code: 'wrong-password' },
  ])('$password → $code', { timeout: PATIENCE }, async ({ password, code }) => {
    await expect(read('locked.pdf', password)).rejects.toMatchObject({ code });
  });

  test('the refusal does not repeat the password', { timeout: PATIENCE }, async () => {
    const refusal = await read('locked.pdf', 'kiswahili-77').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LedgerError);
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).not.toContain('kiswahili-77');
  });
});

/** A PDF of these objects; pages and catalogue are theirs to make. */
function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const stream = (data: Buffer, extra = '') =>
  Buffer.concat([Buffer.from(`<< /Length ${data.length} ${extra}>>\nstream\n`), data, Buffer.from('\nendstream')]);
const catalogue = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
];
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>';
const words = (count: number) => Buffer.from(`BT /F1 6 Tf ${'1 0 0 1 30 30 Tm (word) Tj '.repeat(count)} ET`);
const noise = createHash('sha512').update('noise').digest();

/** Each is read or refused within the limits; none brings this process down, and none takes it long. */
describe('documents made to do harm', () => {
  test.each([
    {
      says: 'two million words in a stream of a few kilobytes',
      bytes: () => pdf([...catalogue, page, stream(deflateSync(words(2_000_000)), '/Filter /FlateDecode ')]),
    },
    {
      says: 'a stream packed twice',
      bytes: () =>
        pdf([
          ...catalogue,
          page,
          stream(deflateSync(deflateSync(Buffer.alloc(400_000_000))), '/Filter [/FlateDecode /FlateDecode] '),
        ]),
    },
    {
      says: 'pages that hold themselves',
      bytes: () => pdf([catalogue[0]!, '<< /Type /Pages /Kids [2 0 R] /Count 99999 >>']),
    },
    {
      says: 'a billion pages that are not there',
      bytes: () => pdf([catalogue[0]!, '<< /Type /Pages /Kids [] /Count 1000000000 >>']),
    },
    {
      says: 'a stream that is its own length',
      bytes: () => pdf([...catalogue, page, '<< /Length 5 0 R >>\nstream\nx\nendstream']),
    },
    {
      says: 'a table of references that points at itself',
      bytes: () => Buffer.from('%PDF-1.4\nxref\n0 0\ntrailer\n<< /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
    },
    { says: 'a million brackets', bytes: () => pdf([...catalogue, page, stream(Buffer.from('['.repeat(1_000_000)))]) },
    {
      says: 'noise',
      bytes: () => Buffer.concat([Buffer.from('%PDF-1.4\n'), ...Array.from({ length: 500 }, () => noise)]),
    },
  ])('$says', { timeout: PATIENCE }, async ({ bytes }) => {
    const made = bytes();
    const start = performance.now();
    const outcome = await readPdf({ bytes: made, name: 'bomb.pdf', password: undefined }, forkApart).catch(
      (error: unknown) => error,
    );
    expect(performance.now() - start).toBeLessThan(25_000);
    expect(Array.isArray(outcome) || (outcome instanceof LedgerError && outcome.code === 'unreadable-file')).toBe(true);
  });
});
