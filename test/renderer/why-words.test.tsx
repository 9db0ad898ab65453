import { afterAll, beforeAll, expect, test } from 'vitest';
import { whyWords } from '#renderer/features/workspace/why-words.ts';
import { newI18n } from '#renderer/i18n/i18n.ts';
import { at, openShop, receipt, row, type Shop, statement, text } from '../ledger/shop.ts';

const [messaged, told] = [receipt(1), receipt(2)];
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.import(statement([row(receipt(3), 500, at('8:00'))]), [
    text(messaged, 700, at('12:00')),
    row(told, 900, at('13:00'), { source: 'callback', account: { kind: 'till', shortcode: '5123456' } }),
  ]);
});
afterAll(() => shop.close());

test.each([
  [messaged, 'en', 'A message tells of this payment.'],
  [told, 'en', 'No message of ours tells of this payment: only a service’s answer or notice does.'],
  [messaged, 'sw', 'Meseji inataja malipo haya.'],
  [told, 'sw', 'Hakuna meseji yetu inayotaja malipo haya: ni jibu au arifa ya huduma tu.'],
])('%s, not on the statement, in %s: %s', (code, language, words) => {
  const t = newI18n().getFixedT(language);
  const asked = { code: 'not-on-statement', state: null, account: null, search: code, offset: 0, limit: 9 } as const;
  const [found] = shop.questions['decisions.page'](asked).rows;
  expect(whyWords(t, shop.questions['decisions.one']({ id: found!.id }))).toContain(words);
});
