import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LedgerError } from '#ledger/errors.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { importerFor } from '#ledger/imports/registry.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { brokenFiles } from './broken-files.ts';

/** `RISITI_MUTATIONS=100000` runs as many as the proof asks for. */
const TIMES = Number(process.env['RISITI_MUTATIONS'] ?? 1_500);
const SEED = Number(process.env['RISITI_SEED'] ?? 20_260_407);
/** Far above what any of these small files takes, on a machine that is busy with all other tests. */
const LONGEST_MS = 10_000;

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
  const broken = brokenFiles(SEED);
  const path = join(folder, 'broken');
  const faults: string[] = [];
  let refused = 0;
  for (let n = 0; n < TIMES; n += 1) {
    const { bytes, name, how } = broken.next().value;
    await writeFile(path, bytes);
    const start = performance.now();
    try {
      await readAll(path, name);
    } catch (error) {
      if (error instanceof LedgerError) refused += 1;
      else faults.push(`#${n} ${name} ${how}: ${String(error)}`);
    }
    if (performance.now() - start > LONGEST_MS) faults.push(`#${n} ${name} ${how}: slow`);
  }
  expect(faults).toEqual([]);
  // Both happen, or the files were not broken or could not be read at all.
  expect(refused).toBeGreaterThan(TIMES / 20);
  expect(refused).toBeLessThan(TIMES);
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(prototype);
});
