import { useTranslation } from 'react-i18next';
import type { Outcome } from '#parser/reading.ts';
import { count } from '#renderer/lib/format.ts';
import type { Tally } from './use-readings.ts';

export const outcomes = ['parsed', 'notice', 'unrecognised'] as const satisfies readonly Outcome[];

type OutcomeChipsProps = { tally: Tally | null; chosen: Outcome | null; onChoose: (outcome: Outcome | null) => void };

/** Read, notices, not read: how many, and only those. */
export function OutcomeChips({ tally, chosen, onChoose }: OutcomeChipsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="chips" aria-label={t('messages.outcome')}>
      {[null, ...outcomes].map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="chip"
          aria-pressed={outcome === chosen}
          onClick={() => onChoose(outcome)}
        >
          {outcome === null ? t('common.all') : t(`outcome.${outcome}`)}
          {tally && (
            <span className="count">
              {count(outcome === null ? tally.parsed + tally.notice + tally.unrecognised : tally[outcome])}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
