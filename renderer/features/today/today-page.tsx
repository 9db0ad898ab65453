import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BookSummary } from '#contract/book.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, dateWords } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Attention } from './attention.tsx';
import { DayBars } from './day-bars.tsx';
import { DayFigures } from './day-figures.tsx';
import { LastPayments } from './last-payments.tsx';
import { SampleNote } from './sample-note.tsx';

/** The glance: has the money come, and what needs a person. */
export function TodayPage() {
  const summary = useQuery('book.summary', {});
  if (summary.error) {
    return (
      <div className="page">
        <ErrorNote error={summary.error} onRetry={() => void summary.refetch()} />
      </div>
    );
  }
  if (!summary.data) return <div className="page" aria-busy="true" />;
  return (
    <div className="page">
      <div className="page-inner stack">
        <Glance book={summary.data} />
      </div>
    </div>
  );
}

function Glance({ book }: { book: BookSummary }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <>
      <PlaceHead place="today">
        <p className="muted small">
          {book.lastDay && `${t('today.newestDay', { date: dateWords(book.lastDay.date, calendar) })} · `}
          {t('filter.listed', { count: book.payments, payments: count(book.payments) })},{' '}
          {t('messages.listed', { count: book.messages, messages: count(book.messages) })}
        </p>
      </PlaceHead>
      {book.sample && <SampleNote />}
      {book.lastDay ? (
        <div className="today">
          <DayFigures day={book.lastDay} />
          <Attention />
          <DayBars days={book.days} />
          <LastPayments />
        </div>
      ) : (
        <EmptyNote icon={CalendarDays} title={t('today.emptyTitle')} text={t('today.emptyText')}>
          <a className="button primary" href={hrefTo('messages')}>
            {t('start.paste')}
          </a>
        </EmptyNote>
      )}
    </>
  );
}
