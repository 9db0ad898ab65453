import { expect, test } from 'vitest';
import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import { newI18n } from '#renderer/i18n/i18n.ts';
import { worded } from '#renderer/lib/sentence.ts';

const { t: english } = newI18n();
const kiswahili = newI18n().getFixedT('sw');

test('why a message was not read is told in the language of the page, its own words as they are', () => {
  const { expected } = parseMessage('UCA5K1QW2E Confirmed. Ksh500.00 flown to JANE WANJIKU on 3/3/26 at 2:30 PM.');
  expect(worded(expected!.sentence, kiswahili)).toBe(
    expected!.sentence
      .replace('After', 'Baada ya')
      .replace('I expected', 'nilitarajia')
      .replace(/ or (?=`[^`]*`\.$)/, ' au '),
  );
  expect(worded(parseMessage('Habari ya leo').expected!.sentence, kiswahili)).toBe(
    'Haya hayaanzi kama meseji yoyote ninayoijua.',
  );
});

test('every example cut or changed anywhere is explained in both languages', () => {
  const broken = rules.flatMap(({ example }) =>
    [8, 16, 25, 33].flatMap((at) => [example.slice(0, at), `${example.slice(0, at)}€ ${example.slice(at)}`]),
  );
  const sentences = broken.flatMap((text) => parseMessage(text).expected?.sentence ?? []);
  expect(sentences.length).toBeGreaterThan(500);
  for (const sentence of sentences) {
    expect(worded(sentence, english)).toBe(sentence);
    const own = worded(sentence, kiswahili)!.replace(/`[^`]*`/g, '');
    expect(own).not.toMatch(/\b(?:a|an|or|and|then|name|amount|receipt|date|phone|expected|After)\b/);
  }
});
