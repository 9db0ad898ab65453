import { expect, test } from 'vitest';
import { newI18n } from '#renderer/i18n/i18n.ts';
import { stepWords } from '#renderer/lib/step-words.ts';

const { t } = newI18n();
const calendar = {
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

test.each([
  ['periods.close', '2026-04', 1, 'Closed a month: Apr 2026'],
  ['days.close', '2026-04-07', 1, 'Closed a day: Tue 7 Apr 2026'],
  ['imports.run', 'june.csv', 1, 'Imported: june.csv'],
  ['matches.accept', null, 1_200, 'Accepted (1,200)'],
  ['not.ours', null, 1, 'not.ours'],
])('%s of %s', (name, subject, count, words) => {
  expect(stepWords(t, { id: 1, name, at: '', subject, count, undone: false }, calendar)).toBe(words);
});
