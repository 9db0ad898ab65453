import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { monthAfter, monthWords } from '#renderer/lib/months.ts';
import { Icon } from './icon.tsx';

type MonthBarProps = { month: string; onMonth: (month: string) => void; children?: ReactNode };

/** One month, with the way to the one before and the one after; beside it whatever else is chosen. */
export function MonthBar({ month, onMonth, children }: MonthBarProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <div className="month-bar">
      {children}
      <button
        type="button"
        className="button icon-only"
        aria-label={t('coverage.before')}
        onClick={() => onMonth(monthAfter(month, -1))}
      >
        <Icon of={ChevronLeft} />
      </button>
      <h2>{monthWords(month, calendar)}</h2>
      <button
        type="button"
        className="button icon-only"
        aria-label={t('coverage.after')}
        onClick={() => onMonth(monthAfter(month, 1))}
      >
        <Icon of={ChevronRight} />
      </button>
    </div>
  );
}
