import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { outputs } from '../../cli/outputs.ts';
import { ownFolder, risiti, sample } from './run.ts';

const inFolder = ownFolder();
vi.setConfig({ testTimeout: 60_000 });

const golden = join(import.meta.dirname, '../golden/reconcile-sample.json');
const files = ['till-statement.csv', 'till-statement-2.csv', 'sms-backup.xml', 'pasted.txt'];

test('the sample shop reconciles to what is written down', async () => {
  const book = inFolder('sample.risiti');
  // One row of what is pasted is cut off on purpose, which is told with exit 1.
  expect((await risiti(['import', '--book', book, ...files.map(sample)])).code).toBe(1);
  const { code, stdout } = await risiti(['reconcile', '--book', book, '--json']);
  expect(code).toBe(1);
  const found = outputs.reconcile.parse(JSON.parse(stdout));
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(golden);
});

test('what is written down is what the sample shop says of itself', () => {
  const found = outputs.reconcile.parse(JSON.parse(readFileSync(golden, 'utf8')));
  const told: { exceptions: Record<string, readonly { amount?: number; statement?: number; message?: number }[]> } =
    JSON.parse(readFileSync(sample('expected.json'), 'utf8'));
  for (const [code, rows] of Object.entries(told.exceptions)) {
    expect(found.by_exception).toMatchObject({ [code]: { count: rows.length } });
  }
  const amiss = Object.entries(found.by_exception).filter(([, { count }]) => count > 0);
  expect(amiss.map(([code]) => code).toSorted()).toEqual(Object.keys(told.exceptions).toSorted());
});
