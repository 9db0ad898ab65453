import { type SentenceCode, sentences } from '#contract/sentences.ts';
import { wantedWords } from '#parser/explanations.ts';
import { fieldWords } from '#parser/fields.ts';
import { entriesOf } from '#renderer/lib/entries.ts';

/** What importers say about a row or a file: the contract's own words, with slots as the catalogue writes them. */
export const enSentences = {
  // Every code has its sentence.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  sentence: Object.fromEntries(
    entriesOf<SentenceCode, string>(sentences).map(([code, text]) => [code, text.replace(/\{(\w+)\}/g, '{{$1}}')]),
  ) as Record<SentenceCode, string>,
  /** What the parser expected where it stopped. */
  wanted: { ...fieldWords, ...wantedWords },
  /** What stands for a value that is not there. */
  unsaid: { empty: 'empty', none: 'none', nobody: 'nobody', 'no reason given': 'no reason given' },
};
