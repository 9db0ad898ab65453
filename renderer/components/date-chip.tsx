import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords } from '#renderer/lib/format.ts';
import { Icon } from './icon.tsx';

/** The one day that a link chose; a press shows all days again. */
export function DateChip({ date, onClear }: { date: string; onClear: () => void }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <button type="button" className="chip" aria-pressed="true" onClick={onClear}>
      {t('filter.because', { why: dateWords(date, calendar) })}
      <Icon of={X} />
    </button>
  );
}
