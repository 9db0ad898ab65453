import type { TFunction } from 'i18next';
import type { Evidence } from '#contract/payment.ts';
import { type Calendar, durationParts, instantWords, secondsBetween, sentenceAmount } from '#renderer/lib/format.ts';

type Value = Evidence['message'];

/** One piece of evidence as a sentence: `Amount agrees: KSh 1,250.00.`, `The statement is 9 seconds later.` */
export function evidenceSentence(t: TFunction, calendar: Calendar, evidence: Evidence): string {
  const { field, message, statement, verdict } = evidence;
  const name = t(`evidence.field.${field}`);
  const say = (value: Value) => valueWords(field, value, calendar);
  if (field === 'phone' && isMasked(message) && verdict !== 'differ')
    return t('evidence.masked', { phone: say(message) });
  if (field === 'time' && typeof message === 'string' && typeof statement === 'string') {
    return timeSentence(t, say(statement), message, statement);
  }
  if (verdict === 'agree') return t('evidence.agree', { field: name, value: say(statement ?? message) });
  if (verdict === 'differ')
    return t('evidence.differ', { field: name, message: say(message), statement: say(statement) });
  if (message === null && statement === null) return t('evidence.neither', { field: name });
  return message === null
    ? t('evidence.onlyStatement', { field: name, value: say(statement) })
    : t('evidence.onlyMessage', { field: name, value: say(message) });
}

const isMasked = (value: Value) => typeof value === 'string' && value.includes('*');

function timeSentence(t: TFunction, when: string, message: string, statement: string): string {
  const seconds = secondsBetween(message, statement) ?? 0;
  if (seconds === 0) return t('evidence.sameTime', { when });
  const { unit, count } = durationParts(seconds);
  const time = t(`duration.${unit}`, { count });
  return t(seconds > 0 ? 'evidence.later' : 'evidence.earlier', { time });
}

function valueWords(field: Evidence['field'], value: Value, calendar: Calendar): string {
  if (value === null) return '–';
  if (typeof value === 'number') return sentenceAmount(value);
  return field === 'time' ? instantWords(value, calendar) : value;
}
