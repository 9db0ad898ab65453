import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, openShop, row, type Shop, statement, text } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const [first, second] = ['5123456', '5123457'] as const;

/** A day of one of the tills, of which the statement shows this; proved unless it says otherwise. */
const dayOf = (shortcode: string, rows: Parameters<typeof statement>[0], day = 5, facts = {}) =>
  statement(rows, {
    account: { kind: 'till', shortcode },
    period: { from: at('0:00', day), to: at('23:59:59', day) },
    ...facts,
  });

const told = text('UC5AA00001', 700, at('12:00:20'));
const messages = [told, text('UC5AA00002', 50, at('9:00:05'))];
const ofFirst = dayOf(first, [row('UC5AA00002', 50, at('9:00:05'))]);
const ofSecond = dayOf(second, [row('UC5AA00003', 80, at('10:00'))]);
const missing = () => shop.payment('UC5AA00001');
const lacking = { standing: 'disputed', exception: 'not-on-statement' };

test('a message that no till’s statement shows, though all of them prove its time, is on no statement', async () => {
  await shop.import(messages, ofFirst, ofSecond);
  expect(missing()).toMatchObject(lacking);
  expect(shop.payment('UC5AA00002')).toMatchObject({ standing: 'proved', exception: null });
});

test.each([
  ['covers another day', dayOf(second, [], 6)],
  ['proves nothing', dayOf(second, [row('UC5AA00003', 80, at('10:00'))], 5, { totalIn: null })],
])('where one of them %s, nothing is known of it', async (_, other) => {
  await shop.import(messages, ofFirst, other);
  expect(missing()).toMatchObject({ standing: 'seen', exception: null });
});

test('what is asked follows the statements as they come, go and come back', async () => {
  await shop.import(messages, ofFirst);
  expect(missing()).toMatchObject(lacking);
  await shop.import(dayOf(second, [], 6));
  expect(missing()).toMatchObject({ standing: 'seen' });
  const [report] = await shop.import(ofSecond);
  expect(missing()).toMatchObject(lacking);
  await shop.undo(report!.id);
  expect(missing()).toMatchObject({ standing: 'seen' });
  await shop.import(ofSecond);
  expect(missing()).toMatchObject(lacking);
  const [third] = await shop.import(dayOf('5123458', [row('UC6AA00004', 80, at('10:00', 6))], 6));
  expect(missing()).toMatchObject({ standing: 'seen' });
  await shop.undo(third!.id);
  expect(missing()).toMatchObject(lacking);
});
