import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Read } from '#ledger/imports/importer.ts';
import { lookAtTable } from '#ledger/imports/mapper/look.ts';
import { importerFor, importersWith } from '#ledger/imports/registry.ts';
import { fileSource } from '#ledger/imports/source-file.ts';

const golden = join(import.meta.dirname, '../../golden/mapped');
const tables = readdirSync(golden).filter((name) => !name.endsWith('.expected.json'));

/** One line a column and a read, so that a change is one line in a review. */
const onLines = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');

/** Tables that only their owner can explain; beside each what is guessed of it, and what the guess reads. */
test.each(tables)('%s', async (name) => {
  const file = await fileSource(join(golden, name), name);
  // No format of our own claims it.
  expect(() => name.endsWith('.xlsx') || importerFor(file)).not.toThrow('more than one');
  const { titlesAt, columns, profile, dateProof, undecidedDate, rows } = await lookAtTable(file);
  const reads: Read[] = [];
  const importer = importerFor(file, importersWith([profile]));
  for await (const batch of importer.read(file, { profiles: [profile] })) reads.push(...batch);
  // What the person is shown is what is read.
  const shown = rows.map(({ row, read }) => [row, read?.amount ?? null]);
  expect(shown).toEqual(reads.flatMap((read) => ('row' in read ? [[read.row, amountOf(read)]] : [])));
  const { name: called, titles: _titles, columns: _columns, ...facts } = profile;
  const head = JSON.stringify({ titlesAt, called, ...facts, dateProof, undecidedDate });
  await expect(
    `{\n  "guess": ${head},\n  "columns": [\n${onLines(columns)}\n  ],\n  "reads": [\n${onLines(reads)}\n  ]\n}\n`,
  ).toMatchFileSnapshot(join(golden, `${name}.expected.json`));
});

function amountOf(read: Read): number | null {
  if (read.as === 'movement') return read.movement.amount;
  return read.as === 'expected' ? read.payment.amount : null;
}
