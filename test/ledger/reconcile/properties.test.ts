import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, receipt, row, type Shop, statement, text } from '../shop.ts';

/** Something that happened at a till, and who tells of it. */
const event = fc.record({
  day: fc.integer({ min: 1, max: 6 }),
  minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  second: fc.integer({ min: 0, max: 59 }),
  // Few amounts, so that many are alike, as in a shop.
  amount: fc.constantFrom(50, 100, 200, 350.5, 1_000),
  told: fc.constantFrom('both', 'message', 'statement', 'other amount'),
  charged: fc.boolean(),
  takenBack: fc.boolean(),
  swept: fc.boolean(),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

const clock = ({ minute, second }: Event) =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:${String(second).padStart(2, '0')}`;

function rowsOf(told: Event, number: number): Read[] {
  if (told.told === 'message') return [];
  const [code, when] = [receipt(number, told.day), at(clock(told), told.day)];
  const paid = told.told === 'other amount' ? told.amount + 30 : told.amount;
  return [
    told.swept ? row(code, -told.amount, when, { kind: 'settlement' }) : row(code, paid, when),
    ...(told.charged ? [row(code, -2.5, when, { kind: 'charge' })] : []),
    ...(told.takenBack
      ? [row(receipt(1_000 + number, told.day), -paid, when, { kind: 'reversal_debited', linkedReceipt: code })]
      : []),
  ];
}

const messagesOf = (told: Event, number: number): Read[] =>
  told.told === 'statement' || told.swept
    ? []
    : [text(receipt(number, told.day), told.amount, at(clock(told), told.day))];

/** A shop's files: two statements that share a day, each proved or not, and two exports that share messages. */
const files = fc
  .record({
    events: fc.array(event, { maxLength: 25 }),
    proved: fc.tuple(fc.boolean(), fc.boolean()),
    tills: fc.constantFrom(1, 2),
  })
  .map(({ events, proved, tills }) => {
    const days = (from: number, to: number, isProved: boolean, shortcode: string) =>
      statement(
        events.flatMap((told, number) => (told.day >= from && told.day <= to ? rowsOf(told, number) : [])),
        {
          account: { kind: 'till', shortcode },
          period: { from: at('0:00', from), to: at('23:59:59', to) },
          ...(isProved ? {} : { totalIn: null }),
        },
      );
    const messages = events.flatMap(messagesOf);
    return [
      days(1, 3, proved[0], '5123456'),
      days(3, 6, proved[1], tills === 1 ? '5123456' : '5999999'),
      messages.slice(0, Math.ceil(messages.length * 0.7)),
      messages.slice(Math.floor(messages.length * 0.4)),
    ];
  });

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
    fc.asyncProperty(files, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (shopFiles, order) =>
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
        expect(again.map(({ rows }) => rows.stored)).toEqual([0, 0, 0, 0]);
        expect(shop.dump()).toBe(once);
      }),
    ),
    RUNS,
  ),
);

test('undoing an import restores the book, byte for byte', { timeout: 60_000 }, () =>
  fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 0, max: 3 }), (shopFiles, last) =>
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
