import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { openBooks, writerThread } from '#ledger/index.ts';
import { ownFolder, risiti, sample } from './run.ts';

const inFolder = ownFolder();
vi.setConfig({ testTimeout: 60_000 });

/** The answer once the walk that began with the opening is over. */
async function stateOf(book: string) {
  const books = await openBooks(book, { writer: writerThread, samples: null });
  try {
    const state = () => books.ask('audit.state', {});
    await vi.waitFor(async () => expect((await state()).checked).toBe(true), { timeout: 20_000 });
    expect((await books.ask('book.summary', {})).payments).toBeGreaterThan(100);
    return await state();
  } finally {
    await books.close();
  }
}

test('a record that was changed from outside is told when the book is opened, and locks nobody out', async () => {
  const book = inFolder('book.risiti');
  for (const file of ['till-statement.csv', 'till-statement-2.csv', 'sms-backup.xml'])
    expect((await risiti(['import', '--book', book, sample(file)])).code).toBe(0);
  expect(await stateOf(book)).toEqual({ checked: true, holds: true, entries: 3, firstBroken: null });

  const db = new Database(book);
  db.exec("DROP TRIGGER audit_stays; UPDATE audit SET body = replace(body, 'till', 'Till') WHERE seq = 2");
  db.close();
  expect(await stateOf(book)).toEqual({ checked: true, holds: false, entries: 3, firstBroken: 2 });
  const read = await risiti(['reconcile', '--book', book, '--json']);
  expect(JSON.parse(read.stdout)).toMatchObject({ payments: { count: expect.any(Number) } });
  expect(read.stderr).toMatch(/does not fit from entry 2 on/);
  const walked = await risiti(['audit', '--book', book]);
  expect(walked).toMatchObject({ code: 1, stdout: expect.stringMatching(/^The chain is broken at entry 2\./) });
});
