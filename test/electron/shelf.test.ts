import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { makeShelf, type Shelf } from '#electron/shelf.ts';
import { openDesk } from '#ledger/desk.ts';
import { writerThread } from '#ledger/index.ts';

/** A shelf over real books, in a folder of its own. */
function realShelf() {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-shelf-'));
  const shelf = makeShelf((path) =>
    openDesk(path, { writer: writerThread, samples: null, log: (line) => expect.fail(line) }),
  );
  onTestFinished(async () => {
    await shelf.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, shelf };
}

const summary = (shelf: Shelf) => shelf.desk.call('book.summary', {});

test('one book at a time, and pages hear that it is another', { timeout: 60_000 }, async () => {
  const { folder, shelf } = realShelf();
  const [one, two] = [join(folder, 'one.risiti'), join(folder, 'two.risiti')];
  expect([shelf.path, await summary(shelf)]).toMatchObject([null, { ok: false, code: 'book-unavailable' }]);

  await shelf.turnTo(one);
  const heard: string[] = [];
  const stop = shelf.desk.onEvent(({ kind }) => heard.push(kind));
  await shelf.turnTo(two);
  expect(heard).toEqual(['work', 'changed']);
  expect([shelf.path, await summary(shelf)]).toMatchObject([two, { ok: true, value: { path: two } }]);

  // The first was closed, so it opens again; the same one under another name is the same one.
  await shelf.turnTo(one);
  symlinkSync(one, join(folder, 'link.risiti'));
  await shelf.turnTo(join(folder, 'link.risiti'));
  expect(shelf.path).toBe(one);
  stop();
  await shelf.turnTo(two);
  expect(heard).toEqual(['work', 'changed', 'work', 'changed']);
});

test('while books are changed, every question is answered by one of them', { timeout: 60_000 }, async () => {
  const { folder, shelf } = realShelf();
  const [one, two] = [join(folder, 'one.risiti'), join(folder, 'two.risiti')];
  await shelf.turnTo(one);
  const answers: unknown[] = [];
  const turned = new AbortController();
  const turning = shelf.turnTo(two).finally(() => turned.abort());
  while (!turned.signal.aborted) {
    answers.push(await summary(shelf));
    await setImmediate();
  }
  await turning;
  expect(answers.length).toBeGreaterThan(1);
  for (const answer of answers) expect(answer).toMatchObject({ ok: true });
});

test('a refused book changes nothing', { timeout: 60_000 }, async () => {
  const { folder, shelf } = realShelf();
  const [one, foreign] = [join(folder, 'one.risiti'), join(folder, 'foreign.risiti')];
  writeFileSync(foreign, 'a letter to a friend');
  await shelf.turnTo(one);
  await expect(shelf.turnTo(foreign)).rejects.toMatchObject({ code: 'not-a-book' });
  expect([shelf.path, await summary(shelf)]).toMatchObject([one, { ok: true }]);
  expect(readFileSync(foreign, 'utf8')).toBe('a letter to a friend');
});

test('a change of the open book is heard, one of a closed book is not', { timeout: 60_000 }, async () => {
  const { folder, shelf } = realShelf();
  await shelf.turnTo(join(folder, 'one.risiti'));
  const heard: string[] = [];
  shelf.desk.onEvent(({ kind }) => heard.push(kind));
  expect(await shelf.desk.call('settings.write', { language: 'sw' })).toMatchObject({ ok: true });
  expect(heard).toContain('changed');
  await shelf.close();
  expect(await summary(shelf)).toMatchObject({ ok: false, code: 'book-unavailable' });
});
