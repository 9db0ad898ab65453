import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '#ledger/errors.ts';
import { importerFor } from '#ledger/imports/registry.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { readAll } from './read-all.ts';

const golden = join(import.meta.dirname, '../../golden/imports');
const inputs = (folder: string) => readdirSync(join(golden, folder)).filter((name) => !name.endsWith('.expected.json'));

/** One line a read, so that a change is one line in a review. */
const onLines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`;

/** A folder an importer; in it files and, beside each, what reading it must give. `vitest -u` writes the second. */
describe.each(readdirSync(golden))('%s', (id) => {
  test.each(inputs(id))('%s', async (name) => {
    const path = join(golden, id, name);
    const file = await fileSource(path, name);
    const importer = importerFor(file);
    expect(importer.id).toBe(id);
    const found = await readAll(importer, file).catch((error: unknown) => {
      if (!(error instanceof LedgerError)) throw error;
      return [{ refused: error.code, message: error.message }];
    });
    await expect(onLines(found)).toMatchFileSnapshot(`${path}.expected.json`);
  });
});
