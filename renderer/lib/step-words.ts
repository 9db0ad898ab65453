import type { TFunction } from 'i18next';
import type { HistoryStep } from '#contract/history.ts';
import { en } from '#renderer/i18n/en.ts';
import { type Calendar, count, dateWords } from './format.ts';
import { monthWords } from './months.ts';

type KnownStep = keyof typeof en.step;
const isKnown = (name: string): name is KnownStep => Object.hasOwn(en.step, name);

/** `Accepted (3)`, `Imported: june.csv`: a step in the language on screen; its order's own name where we have no words. */
export function stepWords(t: TFunction, step: HistoryStep, calendar: Calendar): string {
  const what = isKnown(step.name) ? t(`step.${step.name}`) : step.name;
  const many = step.count > 1 ? ` (${count(step.count)})` : '';
  return `${what}${many}${step.subject ? `: ${subjectWords(step.subject, calendar)}` : ''}`;
}

/** A closed month or day is named as everywhere; anything else as it was written down. */
function subjectWords(subject: string, calendar: Calendar): string {
  if (/^\d{4}-\d\d$/.test(subject)) return monthWords(subject, calendar);
  return /^\d{4}-\d\d-\d\d$/.test(subject) ? dateWords(subject, calendar) : subject;
}
