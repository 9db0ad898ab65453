import type { TFunction } from 'i18next';
import { heard } from '#contract/sentences.ts';
import { en } from '#renderer/i18n/en.ts';

const isUnsaid = (value: string): value is keyof typeof en.unsaid => Object.hasOwn(en.unsaid, value);

/** An importer's sentence in the reader's language; null where it is none of those that are known. */
export function worded(text: string, t: TFunction): string | null {
  const said = heard(text);
  if (!said) return null;
  const values = Object.entries(said.values).map(([slot, value]) => [
    slot,
    isUnsaid(value) ? t(`unsaid.${value}`) : value,
  ]);
  return t(`sentence.${said.code}`, Object.fromEntries(values));
}
