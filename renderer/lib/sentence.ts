import type { TFunction } from 'i18next';
import { heard } from '#contract/sentences.ts';
import { wantedWords } from '#parser/explanations.ts';
import { fieldWords } from '#parser/fields.ts';
import { en } from '#renderer/i18n/en.ts';
import { entriesOf } from './entries.ts';

const isUnsaid = (value: string): value is keyof typeof en.unsaid => Object.hasOwn(en.unsaid, value);

/** A sentence of an importer or the parser in the reader's language; null where it is none of those that are known. */
export function worded(text: string, t: TFunction): string | null {
  const said = heard(text);
  if (!said) return null;
  const values = Object.entries(said.values).map(([slot, value]) => [slot, inWords(slot, value, t)]);
  return t(`sentence.${said.code}`, Object.fromEntries(values));
}

function inWords(slot: string, value: string, t: TFunction): string {
  if (slot === 'wanted') return wantedIn(value, t);
  return isUnsaid(value) ? t(`unsaid.${value}`) : value;
}

const words = new Map<string, keyof typeof en.wanted>(
  [...entriesOf(fieldWords), ...entriesOf(wantedWords)].map(([key, text]) => [text, key]),
);
const escaped = (text: string) => text.replace(/[()/]/g, '\\$&');
const anyOfThem = new RegExp([...words.keys()].map(escaped).join('|'), 'g');

/** What was expected: words of the message stand between backticks and stay as they are. */
const wantedIn = (list: string, t: TFunction): string =>
  list
    .split('`')
    .map((part, at) => (at % 2 === 1 ? part : part.replace(anyOfThem, (found) => t(`wanted.${words.get(found)!}`))))
    .join('`');
