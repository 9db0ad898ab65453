import type { TFunction } from 'i18next';
import type { MatchEvidence } from '#contract/match.ts';
import {
  type Calendar,
  count,
  durationParts,
  instantWords,
  secondsBetween,
  sentenceAmount,
} from '#renderer/lib/format.ts';

/** One piece of a match's evidence as a sentence; left is what was expected, right what was paid. */
export function matchSentence(
  t: TFunction,
  calendar: Calendar,
  { field, left, right, verdict }: MatchEvidence,
): string {
  const name = t(`matchField.${field}`);
  const say = (value: MatchEvidence['left']) => valueWords(field, value, calendar);
  if (field === 'time' && typeof left === 'string' && typeof right === 'string') {
    const seconds = secondsBetween(left, right) ?? 0;
    if (seconds === 0) return t('matchSays.same', { when: say(right) });
    const { unit, count: much } = durationParts(seconds);
    return t(seconds > 0 ? 'matchSays.later' : 'matchSays.earlier', { time: t(`duration.${unit}`, { count: much }) });
  }
  if (verdict === 'differ') return t('matchSays.differ', { field: name, left: say(left), right: say(right) });
  if (left === null && right === null) return t('matchSays.neither', { field: name });
  if (verdict === 'agree') return t('matchSays.agree', { field: name, value: say(right ?? left) });
  return left === null
    ? t('matchSays.onlyRight', { field: name, value: say(right) })
    : t('matchSays.onlyLeft', { field: name, value: say(left) });
}

function valueWords(field: MatchEvidence['field'], value: MatchEvidence['left'], calendar: Calendar): string {
  if (value === null) return '–';
  if (typeof value === 'number') return field === 'count' ? count(value) : sentenceAmount(value);
  return field === 'time' ? instantWords(value, calendar) : value;
}
