import { useTranslation } from 'react-i18next';
import type { BookSummary } from '#contract/book.ts';
import type { Totals } from '#contract/words.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { inThousands, minus, sentenceAmount, shortDate } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';

/** The newest fourteen days: money in stands on the line, money out hangs from it. Each day opens its rows. */
export function DayBars({ days }: { days: BookSummary['days'] }) {
  const { t } = useTranslation();
  const most = {
    in: Math.max(0, ...days.map(({ totals }) => totals.in)),
    out: Math.max(0, ...days.map(({ totals }) => totals.out)),
  };
  return (
    <section className="bars-section">
      <header className="section-head">
        <h2>{t('today.lastDays', { count: days.length })}</h2>
        <span className="muted small">{t('today.thousands')}</span>
      </header>
      <ol className="bars">
        {days.map((day) => (
          <DayBar key={day.date} day={day} most={most} />
        ))}
      </ol>
    </section>
  );
}

function DayBar({ day: { date, totals }, most }: { day: BookSummary['days'][number]; most: Totals }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  // Both halves share one scale: each is as high as its own largest bar.
  const halves = { gridTemplateRows: `${most.in}fr ${most.out}fr 20px 20px` };
  return (
    <li className="bar" style={halves}>
      <span className="bar-half in" aria-hidden="true">
        <span className="bar-label">{totals.in > 0 && `+${inThousands(totals.in)}`}</span>
        <span className="bar-fill" style={height(totals.in, most.in)} />
      </span>
      <span className="bar-half out" aria-hidden="true">
        <span className="bar-fill" style={height(totals.out, most.out)} />
        <span className="bar-label">{totals.out > 0 && minus + inThousands(totals.out)}</span>
      </span>
      <a className="bar-day" href={hrefTo('payments', { from: date, to: date })}>
        {shortDate(date, calendar)}
        <span className="hidden-visually">
          {t('today.dayLabel', { in: sentenceAmount(totals.in), out: sentenceAmount(totals.out) })}
        </span>
      </a>
    </li>
  );
}

const height = (cents: number, of: number) => ({ height: of === 0 ? 0 : `${(cents / of) * 100}%` });
