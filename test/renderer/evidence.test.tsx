import { expect, test } from 'vitest';
import type { Evidence } from '#contract/payment.ts';
import { evidenceSentence } from '#renderer/components/story/evidence-words.ts';
import { paceOf } from '#renderer/app/pace.ts';
import { calendars } from '#renderer/i18n/calendar.ts';
import { newI18n } from '#renderer/i18n/i18n.ts';

const { t } = newI18n();
const at = (time: string) => `2026-05-05T${time}+03:00`;
const cases: [Evidence['field'], Evidence['message'], Evidence['statement'], Evidence['verdict'], string][] = [
  ['amount', 125_000, 125_000, 'agree', 'Amount agrees: KSh\u00A01,250.00'],
  [
    'amount',
    125_000,
    152_000,
    'differ',
    'Amount differs: the message says KSh\u00A01,250.00, the statement KSh\u00A01,520.00',
  ],
  ['receipt', 'UE5XY12ABC', 'UE5XY12ABC', 'agree', 'Receipt agrees: UE5XY12ABC'],
  ['time', at('14:05:00'), at('14:05:09'), 'agree', 'The statement is 9 seconds later'],
  ['time', at('14:05:00'), at('14:02:00'), 'agree', 'The statement is 3 minutes earlier'],
  ['time', at('14:05:00'), at('14:05:00'), 'agree', 'Time agrees: Tue 5 May 2026, 14:05'],
  ['phone', '0703***418', null, 'missing', 'The message names a masked phone: 0703***418'],
  ['party', 'WANJA DOE', null, 'missing', 'Name: only the message says WANJA DOE'],
  ['accountRef', null, 'RENT 4', 'missing', 'Account: only the statement says RENT 4'],
  ['charges', null, null, 'missing', 'Charge: neither says it'],
];

test.each(cases)('%s: %s and %s %s', (field, message, statement, verdict, words) => {
  expect(evidenceSentence(t, calendars.en, { field, message, statement, verdict })).toBe(words);
});

const work = { name: 'import', subject: 'shop.csv', done: 250, total: 1000, rows: 500, startedAt: 10_000 } as const;

test.each([
  ['a quarter done after two seconds', work, 12_000, { share: 0.25, rate: 250, secondsLeft: 6 }],
  ['too early to tell', work, 10_100, { share: 0.25, rate: null, secondsLeft: null }],
  ['no total known', { ...work, total: null }, 12_000, { share: null, rate: 250, secondsLeft: null }],
  ['more done than there was', { ...work, done: 1200 }, 12_000, { share: 1, rate: 250, secondsLeft: 0 }],
])('work under way: %s', (_, state, now, pace) => expect(paceOf(state, now)).toEqual(pace));
