import { parseMessage } from './parse.ts';
import { rules } from './grammars/all.ts';
import { opsOf, slotsOf } from './render.ts';
import { ruleId } from './rule.ts';
import { keyOf } from './template.ts';

/** What of a value to hide. Dates and times stay: they identify nobody and are where wordings differ. */
const maskOf: Readonly<Record<string, (value: string) => string>> = {
  receipt: (value) =>
    value.slice(0, 3) +
    value
      .slice(3)
      .replace(/\d/g, '0')
      .replace(/[A-Za-z]/g, 'X'),
  linked: (value) =>
    value.slice(0, 3) +
    value
      .slice(3)
      .replace(/\d/g, '0')
      .replace(/[A-Za-z]/g, 'X'),
  name: hideLetters,
  account: hideLetters,
  phone: (value) => value.replace(/(?<=\d{3}.*)\d/g, '0'),
  shortcode: (value) => value.replace(/\d/g, '0'),
};

function hideLetters(value: string): string {
  return value
    .replace(/\p{Lu}/gu, 'N')
    .replace(/\p{L}/gu, (letter) => (letter === 'N' ? letter : 'n'))
    .replace(/\d/g, '0');
}

const hideAmount = (value: string) => value.replace(/[1-9]/g, '1');

let vocabulary: ReadonlySet<string> | null = null;

/** Every word that a wording has of its own: none of them can be somebody's name. */
function ownWords(): ReadonlySet<string> {
  const words = rules.flatMap(
    (rule) =>
      keyOf(opsOf(rule))
        .replace(/\{[^}=]*\}/g, ' ')
        // A hyphen may be left out: `MPESA`.
        .replace(/[a-z]+-[a-z]+/g, (word) => `${word} ${word.replace('-', '')}`)
        .match(/[a-z]{2,}/g) ?? [],
  );
  return new Set([...words, 'ksh', 'kshs', 'kes', 'tsh', 'tshs', 'tzs', 'mt', 'am', 'pm', 'failed']);
}

/**
 * The text with names, references and numbers replaced, letter for letter, so that it can be shown to a stranger and
 * still reads by the same rule. Where no value was read, before, between and after the values as in a text that no
 * rule reads, every word that no wording knows and every digit is masked.
 */
export function anonymise(text: string): string {
  const { spans, rule: id } = parseMessage(text);
  const rule = rules.find((known) => ruleId(known) === id);
  if (!rule) return maskUnknown(text);
  // `{name=M-PESA CARD}` is the rule's own word, and says nobody's name.
  const own = new Set<string>(slotsOf(rule).flatMap(({ slot, op }) => (op.kind === 'named' ? [slot] : [])));
  let hidden = '';
  let at = 0;
  for (const { slot, start, end } of spans) {
    const value = text.slice(start, end);
    const kept = slot === 'date' || slot === 'time' || slot === 'due' || own.has(slot);
    hidden += maskUnknown(text.slice(at, start)) + (kept ? value : (maskOf[slot] ?? hideAmount)(value));
    at = end;
  }
  return hidden + maskUnknown(text.slice(at));
}

/** Without accents, capitals and the digits glued to it (`Ksh500`), as the vocabulary has it. */
const plain = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\p{M}\d]/gu, '')
    .toLowerCase();

function maskUnknown(text: string): string {
  vocabulary ??= ownWords();
  const known = vocabulary;
  return text
    .replace(/[\p{L}\d]{2,}/gu, (word) => (known.has(plain(word)) ? word : word.replace(/\p{L}/gu, 'x')))
    .replace(/\d/g, '0');
}
