import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '#contract/sentences.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { at, head, openShop, receipt, row, type Shop, shillings, statement, text } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const sales = [
  row(receipt(1), 500, at('9:05:11')),
  row(receipt(2), 1_200, at('10:15:20')),
  row(receipt(3), 80, at('11:00:45')),
];
const charge = row(receipt(2), -6.6, at('10:15:20'), { kind: 'charge' });
const other = (as: 'skipped' | 'rejected'): Read => ({ as, row: 99, text: 'a,b', reason: 'No date.' });
const chat: Read = {
  as: 'message',
  row: 5,
  text: 'See you at the market tomorrow',
  sender: '+254700000001',
  receivedAt: null,
};
const broken: Read = { as: 'message', row: 6, text: 'UC5ABCDEF1 Confirmed. Ksh9', sender: 'MPESA', receivedAt: null };
const failed: Read = {
  as: 'message',
  row: 7,
  text: 'Failed. You do not have enough money in your M-PESA account to send Ksh500.00. You must be able to pay the transaction fee as well as the requested amount. Your M-PESA balance is Ksh40.00.',
  sender: 'MPESA',
  receivedAt: null,
};

const left = (balance: number) => ({ balanceAfter: shillings(balance) });

describe('what becomes of each row', () => {
  const now = at('9:05');
  test.each<[string, Read[], object]>([
    ['statement rows are stored', statement(sales), { read: 3, stored: 3 }],
    ['a charge shares its receipt and is a row of its own', statement([...sales, charge]), { read: 4, stored: 4 }],
    ['true twins are two rows', statement([row('TWIN', 50, now), row('TWIN', 50, now)]), { read: 2, stored: 2 }],
    [
      'the same row twice, balance and all, is one',
      statement([row('TWIN', 50, now, left(50)), row('OTHER', 5, now, left(55)), row('TWIN', 50, now, left(50))]),
      { read: 3, stored: 2, duplicate: 1 },
    ],
    [
      'twins that left two balances are two rows',
      statement([row('TWIN', 50, now, left(50)), row('TWIN', 50, now, left(100))]),
      { read: 2, stored: 2 },
    ],
    [
      'bad rows are counted with their reasons',
      statement([...sales, other('skipped'), other('rejected')]),
      { read: 5, stored: 3, skipped: 1, rejected: 1 },
    ],
    ['a message is stored', [text(receipt(1), 500, now)], { read: 1, stored: 1 }],
    [
      'the same message twice is one',
      [text(receipt(1), 500, now), text(receipt(1), 500, now)],
      { read: 2, stored: 1, duplicate: 1 },
    ],
    ['a private chat is skipped', [chat], { read: 1, skipped: 1 }],
    ['what moved no money is skipped', [failed], { read: 1, skipped: 1 }],
    ['an unknown wording from M-PESA is rejected', [broken], { read: 1, rejected: 1 }],
  ])('%s', async (_, items, rows) => {
    const [report] = await shop.import(items);
    expect(report!.rows).toEqual({ read: 0, stored: 0, duplicate: 0, skipped: 0, rejected: 0, ...rows });
  });

  test('a private text is not kept, a rejected one is, with its reason', async () => {
    const [report] = await shop.import([chat, broken]);
    const { rows } = shop.questions['imports.rows']({ id: report!.id, verdict: null, offset: 0, limit: 10 });
    expect(rows.map(({ verdict, text: kept }) => [verdict, kept])).toEqual([
      ['skipped', ''],
      ['rejected', 'UC5ABCDEF1 Confirmed. Ksh9'],
    ]);
    expect(rows[1]!.reason).toMatch(/expected/);
    expect(shop.summary()).toMatchObject({ messages: 1, unread: 1 });
  });

  test('a row that stands twice is told as such and counts once, in the file’s own sums too', async () => {
    const rows = [row(receipt(1), 50, at('9:05'), left(10_050)), row(receipt(2), 5, at('9:06'), left(10_055))];
    const [report] = await shop.import([...statement(rows), rows[0]!]);
    expect(report).toMatchObject({ verified: true, totals: { in: shillings(55), out: 0 } });
    expect(report!.issues).toEqual([expect.objectContaining({ verdict: 'duplicate', reason: say('row-repeated') })]);
    expect(shop.payment(receipt(1))!.amount).toBe(shillings(50));
  });

  test('totals are of the rows stored, both positive', async () => {
    const [first] = await shop.import(statement([...sales, charge]));
    expect(first!.totals).toEqual({ in: shillings(1_780), out: shillings(6.6) });
    const [second] = await shop.import(statement([...sales, charge]));
    expect(second!.totals).toEqual({ in: 0, out: 0 });
  });
});

describe('the same again', () => {
  test('another file with the same rows adds nothing and still tells them', async () => {
    const [first] = await shop.import(statement(sales));
    const [second] = await shop.import(statement([...sales, charge]));
    expect(second!.rows).toMatchObject({ stored: 1, duplicate: 3 });
    await shop.undo(first!.id);
    expect(shop.payments().map((payment) => payment.receipt)).toEqual([receipt(1), receipt(2), receipt(3)]);
    await shop.undo(second!.id);
    expect(shop.payments()).toEqual([]);
    const [third] = await shop.import(statement(sales));
    expect(third!.rows).toMatchObject({ stored: 3, duplicate: 0 });
  });

  test('a file saved again by Excel, its seconds and names lost, adds nothing', async () => {
    await shop.import(statement([row('UC5AA00001', 500, at('9:05:11'), { party: 'JANE WANJIKU' })]));
    const [again] = await shop.import(statement([row('UC5AA00001', 500, at('9:05'), { precision: 'minute' })]));
    expect(again!.rows).toMatchObject({ stored: 0, duplicate: 1 });
    expect(shop.payment('UC5AA00001')).toMatchObject({ occurredAt: at('9:05:11'), party: 'JANE WANJIKU' });
  });

  test('the richer telling speaks whichever came first, until it is undone', async () => {
    await shop.import(statement([row('UC5AA00001', 500, at('9:05'), { precision: 'minute' })]));
    const before = shop.dump();
    const [rich] = await shop.import(statement([row('UC5AA00001', 500, at('9:05:11'), { party: 'JANE WANJIKU' })]));
    expect(shop.payment('UC5AA00001')).toMatchObject({ occurredAt: at('9:05:11'), party: 'JANE WANJIKU' });
    await shop.undo(rich!.id);
    expect(shop.dump()).toBe(before);
  });

  test('a message pasted with its blanks run together is the same message', async () => {
    const message = text(receipt(1), 500, at('9:05'));
    if (message.as !== 'message') throw new Error('A message was asked for.');
    await shop.import([message]);
    const [again] = await shop.import([
      { ...message, text: `  ${message.text.replaceAll(' ', '  ')}\n`, sender: null },
    ]);
    expect(again!.rows).toMatchObject({ stored: 0, duplicate: 1 });
    expect(shop.summary().messages).toBe(1);
  });

  test('undoing twice is refused, and so is undoing what is not there', async () => {
    const [first] = await shop.import(statement(sales));
    await shop.undo(first!.id);
    await expect(shop.undo(first!.id)).rejects.toMatchObject({ code: 'already-undone' });
    await expect(shop.undo(77)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('verified', () => {
  const rows = sales.map((read, at_) =>
    read.as === 'movement'
      ? { ...read, movement: { ...read.movement, balanceAfter: shillings([10_500, 11_700, 11_780][at_]!) } }
      : read,
  );
  const shifted = rows.map((read, at_) =>
    at_ === 1 && read.as === 'movement'
      ? { ...read, movement: { ...read.movement, balanceAfter: shillings(1) } }
      : read,
  );
  test.each<[string, Read[], boolean]>([
    ['totals, closing and running balances hold', statement(rows), true],
    ['the same newest first', [head(rows, { order: 'newest-first' }), ...rows.toReversed()], true],
    ['a declined row between them moves nothing', statement([rows[0]!, other('skipped'), rows[1]!, rows[2]!]), true],
    ['only totals are printed, and they hold', statement(sales, { opening: null, closing: null }), true],
    ['the printed total in is wrong', statement(rows, { totalIn: shillings(1) }), false],
    ['the printed total out is wrong', statement(rows, { totalOut: shillings(1) }), false],
    ['the closing balance is wrong', statement(rows, { closing: shillings(1) }), false],
    ['a running balance is wrong', statement(shifted), false],
    [
      'a running balance is wrong, newest first',
      [head(shifted, { order: 'newest-first' }), ...shifted.toReversed()],
      false,
    ],
    ['a row is missing', [head(rows), rows[0]!, rows[2]!], false],
    ['nothing is printed', statement(sales, { totalIn: null, totalOut: null, opening: null, closing: null }), false],
  ])('%s: %s', async (_, items, verified) => {
    const [report] = await shop.import(items);
    expect(report!.verified).toBe(verified);
    expect(report!.checks.every(({ holds }) => holds) && report!.checks.length > 0).toBe(verified);
  });

  test('a broken running balance names its row', async () => {
    const [report] = await shop.import(statement(shifted));
    const broke = shifted[1]!.as === 'movement' ? shifted[1]!.row : null;
    expect(report!.checks.find(({ what }) => what === 'running-balance')).toEqual({
      what: 'running-balance',
      printed: shillings(1),
      found: shillings(11_700),
      holds: false,
      row: broke,
    });
  });

  test('holds of all rows read, those already known among them', async () => {
    await shop.import(statement(rows));
    const [again] = await shop.import(statement(rows));
    expect(again).toMatchObject({ verified: true, rows: { duplicate: 3 } });
  });
});

describe('a preview', () => {
  test('says exactly what the import then does, file after file, and leaves nothing', async () => {
    const files = [statement(sales), statement([...sales, charge]), [text(receipt(1), 500, at('9:05')), broken, chat]];
    const before = shop.dump();
    const preview = await shop.preview(...files);
    expect(shop.dump()).toBe(before);
    const done = await shop.import(...files);
    expect(preview).toEqual(done.map(({ id: _id, ...report }) => report));
  });
});

describe('cancelled or broken off', () => {
  const many = Array.from({ length: 4_000 }, (_, at_) => row(receipt(at_), 10, at('9:05')));

  test('a source that is cancelled leaves nothing', async () => {
    shop.stop.now = true;
    await expect(shop.import(statement(many))).rejects.toMatchObject({ code: 'cancelled' });
    expect(shop.summary()).toMatchObject({ empty: true, imports: 0, payments: 0, accounts: [] });
    shop.stop.now = false;
    const [report] = await shop.import(statement(many));
    expect(report!.rows.stored).toBe(many.length);
  });

  test('a source that cannot be read to its end leaves nothing, those before it stand', async () => {
    const orphan = [row(receipt(9), 10, at('9:05'))];
    await expect(shop.import(statement(sales), orphan)).rejects.toMatchObject({ code: 'unreadable-file' });
    expect(shop.payments()).toHaveLength(3);
    expect(shop.questions['imports.list']({})).toHaveLength(1);
  });
});
