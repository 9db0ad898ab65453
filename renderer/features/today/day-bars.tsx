import { useTranslation } from 'react-i18next';
import type { BookSummary } from '#contract/book.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, sentenceAmount, shortDate } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { inThousands } from './thousands.ts';

/** The newest fourteen days: money in stands on the line, money out hangs from it. Each day opens its rows. */
export function DayBars({ days }: { days: BookSummary['days'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...days.flatMap(({ totals }) => [totals.in, totals.out]));
  return (
    <section className="bars-section">
      <header className="section-head">
        <h2>{t('today.lastDays', { count: days.length })}</h2>
        <span className="muted small">{t('today.thousands')}</span>
      </header>
      <ol className="bars">
        {days.map((day) => (
          <li key={day.date}>
            <DayBar day={day} most={most} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function DayBar({ day: { date, totals }, most }: { day: BookSummary['days'][number]; most: number }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const label = t('today.dayLabel', {
    date: dateWords(date, calendar),
    in: sentenceAmount(totals.in),
    out: sentenceAmount(totals.out),
  });
  const height = (cents: number) => ({ height: `${(cents / most) * 100}%` });
  return (
    <a className="bar" href={hrefTo('reconcile', { from: date, to: date })} aria-label={label} title={label}>
      <span className="bar-half in">
        <span className="bar-label">{totals.in > 0 && `+${inThousands(totals.in)}`}</span>
        <span className="bar-fill" style={height(totals.in)} />
      </span>
      <span className="bar-half out">
        <span className="bar-fill" style={height(totals.out)} />
        <span className="bar-label">{totals.out > 0 && `−${inThousands(totals.out)}`}</span>
      </span>
      <span className="bar-day muted">{shortDate(date, calendar)}</span>
    </a>
  );
}
