import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessageSort } from '#contract/message.ts';
import { at, openShop, receipt, type Shop, text } from '../shop.ts';

const [sent, came, cut, failed] = [receipt(1), receipt(2), receipt(3), 'Failed.'];

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  const unread = { as: 'message', sender: 'MPESA' } as const;
  await shop.import([
    // The phone had it last, and it tells of the earliest.
    Object.assign(text(sent, -500, at('8:10')), { receivedAt: at('9:30') }),
    text(came, 40, at('9:00')),
    { ...unread, row: 3, text: `${cut} Confirmed.You have receiv`, receivedAt: at('8:30') },
    { ...unread, row: 4, text: `${failed} You do not have enough money in your M-PESA account.`, receivedAt: null },
  ]);
});
afterAll(() => shop.close());

const starts = (sort: MessageSort, window = { offset: 0, limit: 100 }) =>
  shop.questions['messages.page']({ outcome: null, search: '', sort, ...window }).rows.map(
    ({ text: said }) => said.split(' ')[0],
  );

test.each<[string, MessageSort, string[]]>([
  [
    'by the time it tells, else by when it came; without either last',
    { by: 'when', descending: true },
    [came, cut, sent, failed],
  ],
  ['the oldest first, and still without a time last', { by: 'when', descending: false }, [sent, cut, came, failed]],
  ['by amount, money out below money in', { by: 'amount', descending: true }, [came, sent, failed, cut]],
  ['by name', { by: 'party', descending: false }, [came, sent, cut, failed]],
  ['by how it was read', { by: 'outcome', descending: false }, [failed, sent, came, cut]],
])('%s', (_, sort, order) => {
  expect(starts(sort)).toEqual(order);
  expect(starts(sort, { offset: 1, limit: 2 })).toEqual(order.slice(1, 3));
});

test('what came and went since is seen at once', async () => {
  const newest: MessageSort = { by: 'when', descending: true };
  expect(starts(newest)[0]).toBe(came);
  const [file] = await shop.import([text(receipt(4), 70, at('10:00'))]);
  expect(starts(newest)[0]).toBe(receipt(4));
  await shop.undo(file!.id);
  expect(starts(newest)[0]).toBe(came);
});
