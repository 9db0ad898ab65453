import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openShop, type Shop } from '../shop.ts';
import { files } from './shop-files.ts';

async function withShop(use: (shop: Shop) => Promise<void>): Promise<void> {
  const shop = await openShop();
  try {
    await use(shop);
  } finally {
    shop.close();
  }
}

/** All payments without the numbers that a book gives, in an order of their own. */
const told = (shop: Shop) =>
  shop
    .payments()
    .map(({ id: _id, account, ...rest }) => JSON.stringify({ ...rest, account: account.name }))
    .toSorted();

const RUNS = { numRuns: 20 };

test('the lines of the difference add up to it, to the cent', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(files, (shopFiles) =>
      withShop(async (shop) => {
        await shop.import(...shopFiles);
        for (const { difference, explanation, messages, statement: rows } of shop.reconciliation().accounts) {
          expect(explanation.reduce((sum, { cents }) => sum + cents, 0)).toBe(difference);
          expect(rows.in - rows.out - (messages.in - messages.out)).toBe(difference);
        }
      }),
    ),
    RUNS,
  ),
);

test('what was read is what was stored, known, skipped and rejected', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(files, (shopFiles) =>
      withShop(async (shop) => {
        for (const { rows, id } of await shop.import(...shopFiles)) {
          expect(rows.read).toBe(rows.stored + rows.duplicate + rows.skipped + rows.rejected);
          expect(shop.questions['imports.rows']({ id, verdict: null, offset: 0, limit: 1 }).total).toBe(rows.read);
        }
      }),
    ),
    RUNS,
  ),
);

test('the order of the files changes nothing', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(files, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (shopFiles, order) =>
      withShop(async (shop) => {
        await shop.import(...shopFiles);
        await withShop(async (shuffled) => {
          await shuffled.import(...order.map((at_) => shopFiles[at_]!));
          expect(told(shuffled)).toEqual(told(shop));
          expect({ ...shuffled.reconciliation(), accounts: [] }).toEqual({ ...shop.reconciliation(), accounts: [] });
        });
      }),
    ),
    RUNS,
  ),
);

test('twice is once', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(files, (shopFiles) =>
      withShop(async (shop) => {
        await shop.import(...shopFiles);
        const once = shop.dump();
        const again = await shop.import(...shopFiles);
        expect(again.map(({ rows }) => rows.stored)).toEqual([0, 0, 0, 0, 0]);
        expect(shop.dump()).toBe(once);
      }),
    ),
    RUNS,
  ),
);

test('undoing an import restores the book, byte for byte', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 0, max: 4 }), (shopFiles, last) =>
      withShop(async (shop) => {
        await shop.import(...shopFiles.filter((_, at_) => at_ !== last));
        const before = shop.dump();
        const [done] = await shop.import(shopFiles[last]!);
        await shop.undo(done!.id);
        expect(shop.dump()).toBe(before);
      }),
    ),
    RUNS,
  ),
);
