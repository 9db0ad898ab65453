import { describe, expect, test } from 'vitest';
import { en } from '#renderer/i18n/en.ts';
import { newI18n } from '#renderer/i18n/i18n.ts';
import { sw } from '#renderer/i18n/sw.ts';

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

const english = leaves(en);
const kiswahili = new Map(leaves(sw));

describe('the catalogue', () => {
  test('says the same things in both languages', () => {
    expect([...kiswahili.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted());
  });

  test.each(english)('%s', (key, words) => {
    expect(words.trim()).not.toBe('');
    expect(kiswahili.get(key)?.trim()).not.toBe('');
    expect(placeholders(kiswahili.get(key) ?? '')).toEqual(placeholders(words));
  });

  test('counts in both languages, and takes no code for a plural', async () => {
    const i18n = newI18n();
    const t = i18n.t.bind(i18n);
    expect(t('exception.no-message', { count: 12_400 })).toMatch(/^12,400 payments /);
    expect(t('messages.save', { count: 1, messages: '1' })).toBe('Save 1 message');
    expect(t('messages.save', { count: 1200, messages: '1,200' })).toBe('Save 1,200 messages');
    expect(t('kind.airtime_other')).toBe(en.kind.airtime_other);
    await i18n.changeLanguage('sw');
    expect(t('kind.failed_other')).toBe(sw.kind.failed_other);
    expect(t('duration.days', { count: 3 })).toBe('siku 3');
  });
});
