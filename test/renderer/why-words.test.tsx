import { afterAll, beforeAll, expect, test } from 'vitest';
import { whyWords } from '#renderer/features/workspace/why-words.ts';
import { newI18n } from '#renderer/i18n/i18n.ts';
import { at, openShop, receipt, row, type Shop, statement, text } from '../ledger/shop.ts';

const [messaged, told] = [receipt(1), receipt(2)];
const [onStatement, answered] = [receipt(3), receipt(1, 7)];
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.import(statement([row(onStatement, 500, at('8:00'))]), [
    text(messaged, 700, at('12:00')),
    row(told, 900, at('13:00'), { source: 'callback', account: { kind: 'till', shortcode: '5123456' } }),
    // The statement is of the fifth; messages go on to the eighth.
    row(answered, 300, at('9:00', 7), { source: 'lookup', account: { kind: 'till', shortcode: '5123456' } }),
    text(receipt(1, 4), 50, at('8:00', 4)),
    text(receipt(1, 8), 50, at('8:00', 8)),
  ]);
});
afterAll(() => shop.close());

test.each([
  [messaged, 'en', 'A message tells of this payment.'],
  [told, 'en', 'No message of ours tells of this payment: only a service’s answer or notice does.'],
  [messaged, 'sw', 'Meseji inataja malipo haya.'],
  [told, 'sw', 'Hakuna meseji yetu inayotaja malipo haya: ni jibu au arifa ya huduma tu.'],
  [onStatement, 'en', 'The statement shows the money; no message of ours does.'],
  [answered, 'en', 'A service told of this payment; no message of ours does, and no statement yet.'],
  [answered, 'sw', 'Huduma imetaja malipo haya;'],
])('%s, asked in %s: %s', (search, language, words) => {
  const t = newI18n().getFixedT(language);
  const asked = { code: null, state: null, account: null, search, offset: 0, limit: 9 } as const;
  const [found] = shop.questions['decisions.page'](asked).rows;
  expect(whyWords(t, shop.questions['decisions.one']({ id: found!.id }))).toContain(words);
});
