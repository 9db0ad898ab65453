import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { RememberedBook } from '#contract/shelf.ts';
import { openDesk } from '#ledger/desk.ts';
import { writerThread } from '#ledger/index.ts';
import { rememberedBooks } from '#ledger/remembered-books.ts';
import { makeShelf, type Shelf } from '#ledger/shelf.ts';

/** A shelf over real books, in a folder of its own. */
function realShelf() {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-shelf-'));
  const log = (line: string) => expect.fail(line);
  const shelf = makeShelf({
    open: (path) => openDesk(path, { writer: writerThread, samples: null, log }),
    books: rememberedBooks(join(folder, 'kept/books.json')),
    log,
  });
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
  expect(heard).toEqual(['work', 'turned']);
  expect([shelf.path, await summary(shelf)]).toMatchObject([two, { ok: true, value: { path: two } }]);

  // The first was closed, so it opens again; the same one under another name is the same one.
  await shelf.turnTo(one);
  symlinkSync(one, join(folder, 'link.risiti'));
  await shelf.turnTo(join(folder, 'link.risiti'));
  expect(shelf.path).toBe(one);
  stop();
  await shelf.turnTo(two);
  expect(heard).toEqual(['work', 'turned', 'work', 'turned']);
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

const ask = async (shelf: Shelf, name: string, input: object = {}) => shelf.desk.call(name, input);
const listed = async (shelf: Shelf) => {
  const reply = await ask(shelf, 'books.list');
  return reply.ok ? z.array(RememberedBook).parse(reply.value) : expect.fail(reply.message);
};

test('pages name books by ids: the last ones, one made by name, one that is gone', { timeout: 60_000 }, async () => {
  const { folder, shelf } = realShelf();
  await shelf.turnTo(join(folder, 'one.risiti'));
  expect(await ask(shelf, 'books.make', { name: 'Duka la pili' })).toEqual({ ok: true, value: {} });
  expect(shelf.path).toBe(join(folder, 'Duka la pili.risiti'));
  const books = await listed(shelf);
  expect(books).toMatchObject([
    { name: 'Duka la pili', open: true, there: true },
    { name: 'one', open: false, there: true },
  ]);
  expect(await ask(shelf, 'books.make', { name: 'one' })).toMatchObject({ ok: false, code: 'book-exists' });
  expect(await ask(shelf, 'books.open', { id: books[1]!.id })).toMatchObject({ ok: true });
  expect(shelf.path).toBe(join(folder, 'one.risiti'));

  rmSync(join(folder, 'Duka la pili.risiti'));
  expect(await listed(shelf)).toMatchObject([{ open: true }, { name: 'Duka la pili', there: false }]);
  expect(await ask(shelf, 'books.open', { id: books[0]!.id })).toMatchObject({ ok: false, code: 'book-unavailable' });
  expect(await ask(shelf, 'books.forget', { id: books[0]!.id })).toMatchObject({ ok: true });
  expect(await listed(shelf)).toMatchObject([{ name: 'one', open: true }]);
});

const names = ['', ' ', '.', '..', '../two', 'a/b', 'a\\b', 'C:two', '.hidden', 'con', 'nul\0', 'x'.repeat(61), '-rf'];

test('no way leads from a page to another folder', { timeout: 60_000 }, async () => {
  const { folder, shelf } = realShelf();
  await shelf.turnTo(join(folder, 'one.risiti'));
  const refused: [name: string, input: object, code: string][] = [
    ['books.open', { id: '/etc/passwd' }, 'not-found'],
    ['books.open', { path: '/etc/passwd' }, 'bad-request'],
    ['books.open', {}, 'bad-request'],
    ['books.forget', { id: 'x' }, 'not-found'],
    ...names.map((name): [string, object, string] => ['books.make', { name }, 'bad-request']),
  ];
  for (const [name, input, code] of refused)
    expect([name, input, await ask(shelf, name, input)]).toMatchObject([name, input, { ok: false, code }]);
  expect(readdirSync(folder).filter((file) => file.endsWith('.risiti'))).toEqual(['one.risiti']);
});

test('a list that cannot be read is as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-books-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'books.json');
  for (const text of ['', '{', '[1]', '{"books":[]}', 'null']) {
    writeFileSync(file, text);
    expect(rememberedBooks(file).list()).toEqual([]);
  }
  rememberedBooks(file).remember('/a/b.risiti');
  expect(rememberedBooks(file).list()).toEqual(['/a/b.risiti']);
  rememberedBooks(join(file, 'no/folder.json')).remember('/a/b.risiti');
});
