import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LedgerError } from '#ledger/errors.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { importerFor } from '#ledger/imports/registry.ts';
import { fileSource } from '#ledger/imports/source-file.ts';

/**
 * Files broken in every way a disk, a person or an attacker breaks them. Seeded: the same run breaks the same bytes.
 * `RISITI_MUTATIONS=100000` runs as many as the proof asks for.
 */
const TIMES = Number(process.env['RISITI_MUTATIONS'] ?? 1_500);
const SEED = Number(process.env['RISITI_SEED'] ?? 20_260_407);
/** Far above what any of these small files takes, on a machine that is busy with all other tests. */
const LONGEST_MS = 10_000;

const golden = join(import.meta.dirname, '../../../golden/imports');
/** PDFs, a process each, have their own bombs in `statement-pdf.test.ts`. */
const files = readdirSync(golden)
  .filter((folder) => folder !== 'statement-pdf')
  .flatMap((folder) => readdirSync(join(golden, folder)).map((name) => ({ path: join(golden, folder, name), name })))
  .filter(({ name }) => !name.endsWith('.expected.json'));

type Random = (below: number) => number;

/** Mulberry32: small, seeded, good enough to pick bytes. */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const insert = (bytes: Buffer, at: number, more: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);

const breakages: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flipped(bytes, random) {
    const broken = Buffer.from(bytes);
    for (let n = random(8); n >= 0 && broken.length > 0; n -= 1) broken[random(broken.length)]! ^= 1 << random(8);
    return broken;
  },
  function truncated(bytes, random) {
    return bytes.subarray(0, random(bytes.length + 1));
  },
  function beheaded(bytes, random) {
    return bytes.subarray(random(64));
  },
  function withNul(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.alloc(1 + random(3)));
  },
  function withLoneSurrogate(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from([0xed, 0xa0 + random(32), 0x80 + random(64)]));
  },
  function withEscapedSurrogate(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from(random(2) ? String.raw`\ud83d` : '&#55357;'));
  },
  function withQuote(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from('"\'<{[,;\t\\'.charAt(random(9))));
  },
  function inUtf16(bytes, random) {
    const text = Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le');
    return random(2) ? text : text.subarray(2);
  },
  function inLatin1(bytes) {
    return Buffer.from(bytes.toString('utf8'), 'latin1');
  },
  function overlong(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from([0xc0, 0xaf, 0xf8, 0x88, 0x80]));
  },
  function doubled(bytes, random) {
    const at = random(bytes.length + 1);
    return insert(bytes, at, bytes.subarray(at, at + random(400)));
  },
  function withLongLine(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.alloc(1024 * 1024, 65 + random(26)));
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'risiti-broken-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Rows are told apart by their numbers, and every one says what became of it. */
async function readAll(path: string, name: string): Promise<void> {
  const file = await fileSource(path, name);
  const seen = new Set<number>();
  for await (const batch of importerFor(file).read(file, { apart: forkApart })) {
    for (const read of batch) {
      if (read.as === 'statement' || read.as === 'mapped') continue;
      if (!Number.isInteger(read.row) || read.row < 1) throw new Error(`Row ${read.row}`);
      if ((read.as === 'skipped' || read.as === 'rejected') && !read.reason) throw new Error('No reason');
      if (read.as === 'movement' && !Number.isSafeInteger(read.movement.amount))
        throw new Error(`Amount ${read.movement.amount}`);
      seen.add(read.row);
    }
  }
}

test(`${TIMES} broken files: only things read, or a refusal`, { timeout: TIMES * 200 }, async () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype).length;
  const random = seeded(SEED);
  const path = join(folder, 'broken');
  const faults: string[] = [];
  let refused = 0;
  for (let n = 0; n < TIMES; n += 1) {
    const file = files[random(files.length)]!;
    // The longest line is slow to write and to read; it comes as often as it teaches something.
    const breakage = breakages[random(40) === 0 ? breakages.length - 1 : random(breakages.length - 1)]!;
    await writeFile(path, breakage(readFileSync(file.path), random));
    const start = performance.now();
    try {
      await readAll(path, file.name);
    } catch (error) {
      if (error instanceof LedgerError) refused += 1;
      else faults.push(`#${n} ${file.name} ${breakage.name}: ${String(error)}`);
    }
    if (performance.now() - start > LONGEST_MS) faults.push(`#${n} ${file.name} ${breakage.name}: slow`);
  }
  expect(faults).toEqual([]);
  // Both happen, or the files were not broken or could not be read at all.
  expect(refused).toBeGreaterThan(TIMES / 20);
  expect(refused).toBeLessThan(TIMES);
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(prototype);
});
