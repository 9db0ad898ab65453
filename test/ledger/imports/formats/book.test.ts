import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openQuestions } from '#ledger/ask/questions.ts';
import { openCommands } from '#ledger/commands.ts';
import { openBook, openReader } from '#ledger/db/open.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { LedgerError } from '#ledger/errors.ts';
import { importerFor } from '#ledger/imports/registry.ts';
import { openBooks, writerThread } from '#ledger/index.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { folder } from '../../shop.ts';
import { brokenFiles } from './broken-files.ts';

const golden = join(import.meta.dirname, '../../../golden/imports');
/** Every golden file that one process reads; those that are refused stay part of the test. */
const files = readdirSync(golden)
  .filter((importer) => importer !== 'statement-pdf')
  .flatMap((importer) =>
    readdirSync(join(golden, importer)).map((name) => ({ path: join(golden, importer, name), name })),
  )
  .filter(({ name }) => !name.endsWith('.expected.json'));

const SHUFFLES = Number(process.env['RISITI_SHUFFLES'] ?? 5);
const BROKEN = Number(process.env['RISITI_BROKEN'] ?? 120);
let close = () => {};
afterEach(() => close());

/** An empty book that reads real files. */
async function openRead() {
  const { path: dir, remove } = folder();
  const path = join(dir, 'book.risiti');
  const db = openBook(path);
  const commands = await openCommands({
    db,
    path,
    samples: null,
    importerFor: (file) => importerFor(file),
    apart: forkApart,
    now: () => Date.UTC(2026, 3, 10),
    cancelled: () => false,
    onWork: () => {},
  });
  const reader = openReader(path);
  const questions = openQuestions(reader, path);
  close = () => {
    reader.close();
    db.close();
    remove();
  };
  return {
    /** How many of each: null where the file is refused. */
    take: async (file: { path: string; name: string }) => {
      const [done] = (await commands['imports.run']({ sources: [file] })).files;
      return done?.ok ? done.report.rows : null;
    },
    preview: async (file: { path: string; name: string }) => {
      const [said] = (await commands['imports.preview']({ sources: [file] })).files;
      return said?.ok ? said.report.rows : null;
    },
    /** What the book holds, without the numbers that it gave it. */
    dump: () =>
      reader
        .prepare(
          `SELECT account.kind AS account, account.shortcode, movement.source, movement.identity, movement.occurrence, movement.kind, movement.amount,
                  movement.receipt, movement.occurred_at
           FROM movement JOIN account ON account.id = movement.account WHERE movement.live = 1
           ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
        )
        .all(),
    /** Every row of every import. */
    rows: () => reader.prepare<[], number>('SELECT count(*) FROM import_row').pluck().get(),
    payments: () => questions['reconcile.summary']({}).payments,
    /** What asks for a decision, and of which payment. */
    asking: () =>
      reader
        .prepare(
          `SELECT exception.code, exception.cents, exception.at, exception.receipt, exception.subject, account.kind, account.shortcode
           FROM exception LEFT JOIN account ON account.id = exception.account WHERE exception.live = 1
           ORDER BY 1, 2, 3, 4, 5, 6, 7`,
        )
        .all(),
  };
}

describe('every golden file in one book', () => {
  test('three times is once', { timeout: 120_000 }, async () => {
    const book = await openRead();
    let stored = 0;
    for (const file of files) {
      const rows = await book.take(file);
      stored += rows?.stored ?? 0;
      expect(rows === null || rows.read === rows.stored + rows.duplicate + rows.skipped + rows.rejected).toBe(true);
    }
    expect(stored).toBeGreaterThan(100);
    const once = book.dump();
    for (let again = 0; again < 2; again += 1) {
      for (const file of files)
        expect({ ...file, stored: (await book.take(file))?.stored ?? 0 }).toEqual({ ...file, stored: 0 });
    }
    expect(book.dump()).toEqual(once);
  });

  test(`in ${SHUFFLES} shuffled orders it is the same book`, { timeout: SHUFFLES * 60_000 }, async () => {
    const bookOf = async (order: typeof files) => {
      const book = await openRead();
      for (const file of order) await book.take(file);
      const held = { movements: book.dump(), payments: book.payments(), asking: book.asking() };
      close();
      close = () => {};
      return held;
    };
    const first = await bookOf(files);
    for (let seed = 1; seed <= SHUFFLES; seed += 1) expect(await bookOf(shuffled(files, seed))).toEqual(first);
  });

  test('a preview says what the import then does', { timeout: 120_000 }, async () => {
    const book = await openRead();
    for (const file of files) {
      const said = await book.preview(file);
      expect({ ...file, rows: said }).toEqual({ ...file, rows: await book.take(file) });
    }
  });
});

/** How many rows an importer reads from a file; null where it or its importer is refused. */
async function rowsIn(path: string, name: string): Promise<number | null> {
  try {
    const file = await fileSource(path, name);
    let rows = 0;
    for await (const batch of importerFor(file).read(file, { apart: forkApart }))
      rows += batch.filter(({ as }) => as !== 'statement' && as !== 'mapped').length;
    return rows;
  } catch (error) {
    if (error instanceof LedgerError) return null;
    throw error;
  }
}

test(`${BROKEN} broken files in one book: no row is lost`, { timeout: BROKEN * 5_000 }, async () => {
  const book = await openRead();
  const { path: dir, remove } = folder();
  const broken = brokenFiles(20_260_408);
  let taken = 0;
  for (let n = 0; n < BROKEN; n += 1) {
    const { bytes, name, how } = broken.next().value;
    const path = join(dir, `${n}`);
    writeFileSync(path, bytes);
    const rows = await book.take({ path, name });
    const told = rows && { ...rows, sum: rows.stored + rows.duplicate + rows.skipped + rows.rejected };
    const read = await rowsIn(path, name);
    expect({ n, name, how, read: told?.read ?? null, sum: told?.sum ?? null }).toEqual({
      n,
      name,
      how,
      read,
      sum: read,
    });
    taken += rows?.read ?? 0;
  }
  remove();
  expect(book.rows()).toBe(taken);
  expect(taken).toBeGreaterThan(BROKEN);
});

/** Fisher and Yates, by a small linear generator. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

test('a locked statement asks, and its password is nowhere in the book', { timeout: 120_000 }, async () => {
  const { path: dir, remove } = folder();
  const path = join(dir, 'book.risiti');
  const books = await openBooks(path, { writer: writerThread, samples: null, apart: forkApart });
  try {
    const { token } = books.offer({ path: join(golden, 'statement-pdf/locked.pdf'), name: 'locked.pdf' });
    const take = async (password?: string) => {
      const source = password === undefined ? { token } : { token, password };
      return (await books.ask('imports.run', { sources: [source] })).files;
    };
    expect(await take()).toMatchObject([{ ok: false, code: 'password-needed' }]);
    expect(await take('no')).toMatchObject([{ ok: false, code: 'wrong-password' }]);
    const [done] = await take('neema-2026');
    expect(done?.ok && done.report).toMatchObject({
      importer: 'statement-pdf',
      verified: true,
      rows: { read: 5, stored: 5 },
    });
  } finally {
    await books.close();
  }
  const book = openBook(path);
  expect(book.serialize().includes('neema-2026')).toBe(false);
  book.close();
  remove();
});
