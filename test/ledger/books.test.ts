import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BookEvent } from '#contract/book.ts';
import { answer } from '#ledger/answer.ts';
import { openDesk } from '#ledger/desk.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { portalCsv } from './portal-csv.ts';
import { folder, reportOf } from './shop.ts';

// Each book starts a thread of its own, which takes its time where others use the machine too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROWS = 20_000;
const MESSAGE =
  'UC5AB12CD3 Confirmed. on 5/3/26 at 2:33 PM Ksh500.00 received from 254722000111 JANE WANJIKU. New Account balance is Ksh9,000.00';

let dir: ReturnType<typeof folder>;
let path: string;
let opened: Books[];
beforeEach(() => {
  dir = folder();
  path = join(dir.path, 'book.risiti');
  opened = [];
});
afterEach(async () => {
  for (const books of opened) await books.close();
  dir.remove();
});

async function open(samples: string | null = null): Promise<Books> {
  const books = await openBooks(path, { writer: writerThread, samples });
  opened.push(books);
  return books;
}

function write(name: string, text: string): { path: string; name: string } {
  const file = join(dir.path, name);
  writeFileSync(file, text);
  return { path: file, name };
}

const summary = (books: Books) => books.ask('book.summary', {});
const portal = (books: Books, rows = ROWS) => ({
  sources: [{ token: books.offer(write('till.csv', portalCsv(rows))).token }],
});

describe('an open book', () => {
  test('keeps what was imported, for the next who opens it', async () => {
    const first = await open();
    const { files } = await first.ask('imports.run', portal(first, 3));
    expect(reportOf(files[0]!)).toMatchObject({
      importer: 'mpesa-portal-csv',
      verified: true,
      rows: { read: 3, stored: 3 },
    });
    await first.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    const second = await open();
    expect(await summary(second)).toMatchObject({ payments: 3, imports: 1, empty: false, name: 'book.risiti' });
    expect(reportOf((await second.ask('imports.run', portal(second, 3))).files[0]!).rows).toMatchObject({
      stored: 0,
      duplicate: 3,
    });
  });

  test('is refused to a second writer until the first has closed it', async () => {
    const first = await open();
    await expect(open()).rejects.toMatchObject({ code: 'book-in-use' });
    await first.close();
    await expect(open()).resolves.toBeDefined();
  });

  test('tells of its changes and its work', async () => {
    const books = await open();
    const events: BookEvent[] = [];
    const stop = books.on((event) => events.push(event));
    await books.ask('imports.preview', { sources: [{ text: MESSAGE }] });
    expect(events.filter(({ kind }) => kind === 'changed')).toHaveLength(0);
    await books.ask('imports.run', { sources: [{ text: MESSAGE }] });
    expect(events.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    expect(events).toContainEqual({
      kind: 'work',
      work: expect.objectContaining({ name: 'import', subject: 'Pasted text' }),
    });
    expect(events.findLast(({ kind }) => kind === 'work')).toEqual({ kind: 'work', work: null });
    stop();
    const told = events.length;
    await books.ask('settings.write', { theme: 'dark' });
    expect(events).toHaveLength(told);
    expect(await books.ask('settings.read', {})).toEqual({ language: 'en', theme: 'dark', density: 'normal' });
  });

  test('takes the sample shop only while empty, and lets go of it whole', async () => {
    const samples = join(dir.path, 'samples');
    mkdirSync(samples);
    writeFileSync(join(samples, 'manifest.json'), JSON.stringify({ files: ['till.csv'] }));
    writeFileSync(join(samples, 'till.csv'), portalCsv(5));
    const books = await open(samples);
    await books.ask('sample.load', {});
    expect(await summary(books)).toMatchObject({ sample: true, payments: 5 });
    await expect(books.ask('sample.load', {})).rejects.toMatchObject({ code: 'not-empty' });
    await books.ask('sample.remove', {});
    expect(await summary(books)).toMatchObject({ sample: false, empty: true, payments: 0, accounts: [] });
    await books.ask('sample.load', {});
    expect(await summary(books)).toMatchObject({ sample: true, payments: 5 });
  });

  test('knows no file but those that were handed over, and takes nothing else', async () => {
    const books = await open();
    const unknown = { code: 'unknown-file' };
    await expect(books.ask('imports.run', { sources: [{ token: 'made-up' }] })).rejects.toMatchObject(unknown);
    for (const [place, name] of [
      [dir.path, 'folder'],
      ['/dev/zero', 'device'],
      [join(dir.path, 'no'), 'nothing'],
    ]) {
      expect(() => books.offer({ path: place!, name: name! })).toThrow(expect.objectContaining(unknown));
    }
  });
});

describe('twenty thousand rows', () => {
  test('are imported while questions are answered', async () => {
    const books = await open();
    const order = portal(books);
    const state = { importing: true };
    const done = books.ask('imports.run', order).finally(() => (state.importing = false));
    let asked = 0;
    while (state.importing) {
      const { payments } = await summary(books);
      // Nothing is seen of an import before all of it is there.
      expect([0, ROWS]).toContain(payments);
      asked += 1;
      await new Promise((resume) => setTimeout(resume, 5));
    }
    expect(reportOf((await done).files[0]!)).toMatchObject({ verified: true, rows: { stored: ROWS } });
    expect(asked).toBeGreaterThan(10);
    expect(await summary(books)).toMatchObject({ payments: ROWS });
  });

  test('leave nothing when they are cancelled half way', async () => {
    const books = await open();
    const order = portal(books);
    const begun = new Promise<void>((resume) => {
      books.on((event) => event.kind === 'work' && event.work && event.work.rows > 0 && resume());
    });
    const done = books.ask('imports.run', order);
    await Promise.race([begun, done]);
    expect(await books.ask('work.current', {})).toMatchObject({ name: 'import', subject: 'till.csv' });
    await books.ask('work.cancel', {});
    expect((await done).files).toMatchObject([{ ok: false, code: 'cancelled' }]);
    expect(await books.ask('work.current', {})).toBe(null);
    expect(await summary(books)).toMatchObject({ empty: true, payments: 0, imports: 0, accounts: [] });
  });

  test('leave nothing half done when the process is killed among them', async () => {
    const kept = await killedAfter(0, ROWS);
    expect(kept).toEqual({ rows: 0, staged: 0 });
    await expectNothing();
  });

  test('nor do more than one transaction holds, of which some are in the file by then', async () => {
    const kept = await killedAfter(30_000, 60_000);
    expect(kept.staged).toBe(1);
    expect(kept.rows).toBeGreaterThan(20_000);
    await expectNothing();
  });

  /** Kills a process that imports once it has read so many rows; answers with what the file holds of them. */
  async function killedAfter(after: number, rows: number) {
    const file = write('till.csv', portalCsv(rows));
    const child = spawn('node', [join(import.meta.dirname, 'import-aloud.ts'), path, file.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(child, 'exit');
    for await (const told of child.stdout) {
      const read = Number(String(told).trimEnd().split('\n').at(-1));
      expect(read).toBeGreaterThan(0);
      if (read > after) break;
    }
    child.kill('SIGKILL');
    await gone;
    const db = new Database(path, { readonly: true });
    const held = db
      .prepare<[], { rows: number; staged: number }>(
        'SELECT (SELECT count(*) FROM import_row) AS rows, (SELECT count(*) FROM import) AS staged',
      )
      .get();
    db.close();
    return held!;
  }

  async function expectNothing(): Promise<void> {
    const books = await open();
    expect(await summary(books)).toMatchObject({ empty: true, payments: 0, imports: 0 });
    await books.close();
    const db = new Database(path, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const tables = ['account', 'import', 'import_row', 'movement', 'staging'];
    expect(tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0, 0, 0, 0]);
    db.close();
  }
});

describe('a call', () => {
  const window = { offset: 0, limit: 10 };
  const shared = folder();
  let held: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    held = await openDesk(join(shared.path, 'book.risiti'), { writer: writerThread, samples: null, log: () => {} });
  });
  afterAll(async () => {
    await held.close();
    shared.remove();
  });

  test.each<[string, string, unknown, object]>([
    ['that is right', 'settings.read', {}, { ok: true, value: { language: 'en' } }],
    ['that fills in what is left out', 'messages.page', window, { ok: true, value: { total: 0, rows: [] } }],
    ['nobody knows', 'books.burn', {}, { ok: false, code: 'bad-request' }],
    ['named like what every object has', 'constructor', {}, { ok: false, code: 'bad-request' }],
    ['with an input that is not allowed', 'payments.story', { id: 'one' }, { ok: false, code: 'bad-request' }],
    ['with more than is allowed', 'payments.story', { id: 1, path: '/etc/passwd' }, { ok: false, code: 'bad-request' }],
    ['without an input', 'payments.story', undefined, { ok: false, code: 'bad-request' }],
    ['that the book refuses', 'payments.story', { id: 1 }, { ok: false, code: 'not-found' }],
    [
      'for a file nobody can read',
      'mapper.guess',
      { source: { text: 'a b' } },
      { ok: false, code: 'unrecognised-file' },
    ],
  ])('%s is answered as data', async (_, name, input, reply) => {
    expect(await held.desk.call(name, input)).toMatchObject(reply);
  });

  test('that meets a mistake of ours says so without details, and the log has them', async () => {
    const logged: unknown[] = [];
    const mistake = new Error('a secret path');
    const reply = await answer({ call: () => Promise.reject(mistake) }, 'settings.read', {}, (error) =>
      logged.push(error),
    );
    expect(reply).toEqual({ ok: false, code: 'internal', message: 'Something went wrong.' });
    expect(logged).toEqual([mistake]);
  });
});
