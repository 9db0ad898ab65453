import { useTranslation } from 'react-i18next';
import type { BookSummary } from '#contract/book.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { count, sentenceAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** The newest day's money in and out, and how much of the book only our own messages speak for. */
export function DayFigures({ day }: { day: NonNullable<BookSummary['lastDay']> }) {
  const { t } = useTranslation();
  const { data: reconciliation } = useQuery('reconcile.summary', {});
  const seen = reconciliation?.by_standing.seen;
  const here = { from: day.date, to: day.date };
  return (
    <section className="day-figures" aria-label={t('today.newestDayFigures')}>
      <a className="day-figure" href={hrefTo('payments', { ...here, direction: 'in' })}>
        <span className="muted">{t('today.in')}</span>
        <strong>
          <Amount cents={day.totals.in} />
        </strong>
      </a>
      <a className="day-figure" href={hrefTo('payments', { ...here, direction: 'out' })}>
        <span className="muted">{t('today.out')}</span>
        <strong>
          <Amount cents={-day.totals.out} />
        </strong>
      </a>
      <a className="day-figure" href={hrefTo('payments', here)}>
        <span className="muted">{t('today.payments')}</span>
        <strong>{count(day.count)}</strong>
      </a>
      <a className="day-figure" href={hrefTo('payments', { standing: 'seen' })}>
        <span className="muted">{t('today.unproved')}</span>
        <strong>{seen ? count(seen.count) : '–'}</strong>
        <span className="muted small">
          {seen ? t('today.unprovedSum', { sum: sentenceAmount(seen.in + seen.out) }) : ' '}
        </span>
      </a>
    </section>
  );
}
