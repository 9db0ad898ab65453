import type { TFunction } from 'i18next';
import type { HistoryStep } from '#contract/history.ts';
import { en } from '#renderer/i18n/en.ts';
import { count } from './format.ts';

type KnownStep = keyof typeof en.step;
const isKnown = (name: string): name is KnownStep => Object.hasOwn(en.step, name);

/** `Accepted (3)`, `Imported: june.csv`: a step in the language on screen; its order's own name where we have no words. */
export function stepWords(t: TFunction, step: HistoryStep): string {
  const what = isKnown(step.name) ? t(`step.${step.name}`) : step.name;
  const many = step.count > 1 ? ` (${count(step.count)})` : '';
  return `${what}${many}${step.subject ? `: ${step.subject}` : ''}`;
}
