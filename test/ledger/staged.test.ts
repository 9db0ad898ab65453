import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCommands } from '#ledger/commands.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { openShop, reads, receipt, row, type Shop, at, source, statement, text } from './shop.ts';

/** So small that everything here is parted many times. */
const AT_ONCE = 15;
const ROWS = 120;
/** As the importer of these tests has them. */
const BATCH = 10;

let shop: Shop;
beforeEach(async () => {
  shop = await openShop(AT_ONCE);
});
afterEach(() => shop.close());

const minute = (n: number) => at(`${7 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}:07`);
const sales = Array.from({ length: ROWS }, (_, n) => row(receipt(n), 100 + n, minute(n)));
const messages = Array.from({ length: ROWS }, (_, n) => text(receipt(n), 100 + n, minute(n)));
const broken: Read = { as: 'message', row: 6, text: 'UC5ABCDEF1 Confirmed. Ksh9', sender: 'MPESA', receivedAt: null };
const orphan = [...sales.slice(0, 60), row(receipt(999), 5, minute(3))];

const tables = ['account', 'import', 'import_row', 'movement', 'message', 'payment', 'staging'];
const counts = () => Object.fromEntries(tables.map((table) => [table, count(`SELECT count(*) FROM ${table}`)]));
const count = (sql: string) => shop.db.prepare<[], number>(sql).pluck().get();

/** Another process opens the book. */
const reopened = () =>
  openCommands({
    db: shop.db,
    path: shop.path,
    samples: null,
    importerFor: () => reads,
    now: () => 0,
    cancelled: () => false,
    onWork: () => {},
    rowsAtOnce: AT_ONCE,
  });

/** Breaks the run off at a batch, as a bug, a full disk or a killed process would. */
async function breakOff(afterRows: number, files: readonly Read[][], name: 'imports.run' | 'imports.preview') {
  const commands = await reopened();
  let seen = 0;
  const killed = files.map((items) => ({
    text: items.map((item) => ((seen += 1) > afterRows ? '{"as":"movement"}\n' : `${JSON.stringify(item)}\n`)).join(''),
  }));
  await expect(commands[name]({ sources: killed })).rejects.toThrow(/undefined|null/);
}

describe('a source that is longer than a transaction', () => {
  test('is in the book as if it were short', async () => {
    const [long] = await shop.import(statement(sales));
    await shop.import([...messages, broken]);
    const short = await openShop();
    try {
      expect(await short.import(statement(sales))).toEqual([long]);
      await short.import([...messages, broken]);
      expect(shop.dump()).toBe(short.dump());
    } finally {
      short.close();
    }
    expect(counts()).toMatchObject({ staging: 0, payment: ROWS });
  });

  test('is not seen until all of it is read', async () => {
    await shop.import(messages.slice(0, 5));
    const seen = new Set<string>();
    let staged = 0;
    shop.between.batches = () => {
      const { imports, messages: told, unread } = shop.summary();
      staged = count('SELECT count(*) FROM message') ?? 0;
      seen.add(JSON.stringify([imports, told, unread, shop.questions['imports.list']({}).length]));
    };
    await shop.import([...messages, broken]);
    expect(staged).toBeGreaterThan(50);
    expect([...seen]).toEqual(['[1,5,0,1]']);
    expect(count('SELECT count(*) FROM message WHERE live = 1')).toBe(ROWS + 1);
  });

  describe('is looked at, file after file', () => {
    const files = [statement(sales), [...messages, broken], orphan, statement(sales.slice(50)), [broken]];
    let dump: string;
    let before: ReturnType<typeof counts>;
    beforeEach(async () => {
      await shop.import(messages.slice(0, 40));
      [before, dump] = [counts(), shop.dump()];
    });
    const look = async () => {
      const previewed = await shop.commands['imports.preview']({ sources: files.map(source) });
      expect(shop.dump()).toBe(dump);
      return previewed;
    };
    /** What the preview has read, asked for just so. */
    const asSeen = ({ files: seen }: Awaited<ReturnType<typeof look>>) =>
      files.flatMap((file, place) => {
        const answer = seen[place]!;
        return answer.ok ? [{ ...source(file), digest: answer.report.digest }] : [];
      });
    const plain = (done: Awaited<ReturnType<Shop['commands']['imports.run']>>) =>
      done.files.map((file) =>
        file.ok ? { ...file, report: (({ id: _id, ...report }) => report)(file.report) } : file,
      );
    const reading = () => {
      let batches = 0;
      shop.between.batches = () => void (batches += 1);
      return () => batches;
    };

    test('without a trace once that is forgotten, and says what the import then does', async () => {
      const previewed = await look();
      await shop.commands['imports.forget']({});
      expect(counts()).toEqual(before);
      expect(shop.dump()).toBe(dump);
      const done = await shop.commands['imports.run']({ sources: files.map(source), book: previewed.book });
      expect(previewed.files).toEqual(plain(done));
      expect(previewed.files.map((file) => (file.ok ? file.report.rows.stored : file.code))).toEqual([
        ROWS,
        ROWS - 40,
        'unreadable-file',
        0,
        0,
      ]);
    });

    test('and imported just so without being read again, to the same book', async () => {
      const previewed = await look();
      const batches = reading();
      const done = await shop.commands['imports.run']({ sources: asSeen(previewed), book: previewed.book });
      expect(batches()).toBe(0);
      expect(plain(done)).toEqual(previewed.files.filter(({ ok }) => ok));
      const [promoted, history] = [shop.dump(), shop.questions['history.page']({ offset: 0, limit: 50 })];
      const other = await openShop();
      try {
        await other.import(messages.slice(0, 40));
        const ready = asSeen(previewed);
        await other.commands['imports.run']({ sources: ready });
        expect(promoted).toBe(other.dump());
        expect(history).toEqual(other.questions['history.page']({ offset: 0, limit: 50 }));
      } finally {
        other.close();
      }
      expect(counts()).toMatchObject({ staging: 0 });
    });

    test.each([
      ['other files', (sources: ReturnType<typeof asSeen>) => sources.slice(1)],
      [
        'another file under its name',
        (sources) => [source([...sales, row(receipt(500), 1, minute(5))]), ...sources.slice(1)],
      ],
      ['another order', (sources) => sources.toReversed()],
    ] satisfies [string, (sources: ReturnType<typeof asSeen>) => ReturnType<typeof source>[]][])(
      'and read again where %s are imported',
      async (_, change) => {
        const previewed = await look();
        const batches = reading();
        await shop.commands['imports.run']({ sources: change(asSeen(previewed)), book: previewed.book });
        expect(batches()).toBeGreaterThan(0);
        expect(counts()).toMatchObject({ staging: 0 });
        expect(count('SELECT count(*) FROM import WHERE staged = 1')).toBe(0);
      },
    );

    test('and refused where the book has changed since, which takes out what was read', async () => {
      const previewed = await look();
      await shop.undo(1);
      expect(counts()).toMatchObject({ import: before['import'], import_row: before['import_row'], staging: 0 });
      await expect(
        shop.commands['imports.run']({ sources: asSeen(previewed), book: previewed.book }),
      ).rejects.toMatchObject({ code: 'book-changed' });
    });

    test('and taken out at the next opening where the process ends', async () => {
      await look();
      expect(counts()).not.toEqual(before);
      await reopened();
      expect(counts()).toEqual(before);
      expect(shop.dump()).toBe(dump);
    });
  });

  test.each([20, 55, 110])('leaves nothing where it is cancelled after %i rows', async (rows) => {
    await shop.import(messages.slice(0, 7));
    const [before, dump] = [counts(), shop.dump()];
    let batches = 0;
    shop.between.batches = () => (shop.stop.now = (batches += 1) * BATCH >= rows);
    await expect(shop.import(statement(sales))).rejects.toMatchObject({ code: 'cancelled' });
    expect(counts()).toEqual(before);
    expect(shop.dump()).toBe(dump);
  });

  test.each(['imports.run', 'imports.preview'] as const)('leaves nothing where %s breaks off', async (name) => {
    await shop.import(messages.slice(0, 7));
    const [before, dump] = [counts(), shop.dump()];
    await breakOff(100, [statement(sales)], name);
    expect(counts()).toEqual(before);
    expect(shop.dump()).toBe(dump);
    const db = shop.db;
    expect([db.pragma('foreign_keys', { simple: true }), db.pragma('foreign_key_check')]).toEqual([1, []]);
  });

  test('brings more questions than a transaction holds, and none is lost where the disk fills up', async () => {
    await shop.import(statement(sales.slice(0, 20), { period: { from: minute(0), to: minute(ROWS) } }));
    shop.db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON exception WHEN (SELECT count(*) FROM exception) >= 50
      BEGIN SELECT raise(ABORT, 'full'); END`);
    await expect(shop.import(messages)).rejects.toThrow('full');
    expect(count('SELECT count(*) FROM exception')).toBeGreaterThan(50 - 2 * AT_ONCE);
    expect(count('SELECT stale FROM derived')).toBe(1);
    shop.db.exec('DROP TRIGGER full');
    await reopened();
    const whole = await openShop();
    try {
      await whole.import(statement(sales.slice(0, 20), { period: { from: minute(0), to: minute(ROWS) } }));
      await whole.import(messages);
      const asked = ({ db }: Shop) => db.prepare('SELECT key, cents, live FROM exception ORDER BY key').all();
      expect(asked(shop).length).toBeGreaterThan(ROWS - 20);
      expect(asked(shop)).toEqual(asked(whole));
      expect(shop.dump()).toBe(whole.dump());
    } finally {
      whole.close();
    }
  });

  test('is undone, done again and taken back in parts as well', async () => {
    await shop.import(messages);
    const before = shop.dump();
    const [done] = await shop.import(statement(sales));
    const told = shop.dump();
    await shop.undo(done!.id);
    expect(shop.dump()).toBe(before);
    await shop.commands['history.undo']({});
    expect(shop.dump()).toBe(told);
  });

  test('that repeats itself and another file is numbered as one transaction would', async () => {
    const twin = row('TWIN', 50, minute(1));
    const file = statement([...sales.slice(0, 40), twin, ...sales.slice(40, 80), twin, twin]);
    const [first] = await shop.import(file);
    const [again] = await shop.import([...file, twin]);
    expect([first!.rows, again!.rows]).toMatchObject([{ stored: 83 }, { stored: 1, duplicate: 83 }]);
  });
});
