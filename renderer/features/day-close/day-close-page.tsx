import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords } from '#renderer/lib/format.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { ClosedTill } from './closed-till.tsx';
import { DayFacts } from './day-facts.tsx';
import { TillForm } from './till-form.tsx';

const lately = { offset: 0, limit: 14 };

/** The end of a day on one page: what came by M-PESA, what is in the drawer, and what nothing explains. */
export function DayClosePage() {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { params } = useRoute();
  const book = useQuery('book.summary', {});
  const named = params['date'];
  const date = named && /^\d{4}-\d{2}-\d{2}$/.test(named) ? named : book.data?.lastDay?.date;
  const day = useQuery('days.one', { date: date ?? '' }, date !== undefined);
  const closed = useQuery('days.page', lately);
  // While another day is on its way, nothing may be closed under the wrong date.
  const shown = day.data?.figures.date === date ? day.data : undefined;
  return (
    <div className="page">
      <div className="page-inner stack day-close">
        <PlaceHead place="today">
          <label className="date-field">
            <span className="muted small">{t('dayClose.date')}</span>
            <input
              type="date"
              className="field"
              value={date ?? ''}
              onChange={(event) => replaceParams('today', { ...params, date: event.target.value })}
            />
          </label>
          <button type="button" className="button" disabled={!shown} onClick={() => window.print()}>
            <Icon of={Printer} />
            {t('dayClose.print')}
          </button>
        </PlaceHead>
        {day.error && <ErrorNote error={day.error} />}
        {shown && date && (
          <article className="day-sheet" aria-labelledby="day-title">
            <header className="day-sheet-head">
              <h2 id="day-title">
                <span className="print-only">{t('tab.today-day-close')}: </span>
                {dateWords(date, calendar)}
              </h2>
              <span className="muted">{book.data?.name}</span>
            </header>
            <DayFacts figures={shown.figures} />
            {shown.closed ? (
              <ClosedTill day={shown.closed} now={shown.figures} />
            ) : (
              <TillForm key={date} figures={shown.figures} />
            )}
          </article>
        )}
        {closed.data && closed.data.rows.length > 0 && (
          <section className="day-earlier" aria-labelledby="earlier-title">
            <header className="section-head">
              <h2 id="earlier-title">{t('dayClose.earlier')}</h2>
            </header>
            <ul>
              {closed.data.rows.map((one) => (
                <li key={one.id}>
                  <a href={hrefTo('today', { tab: 'day-close', date: one.date })}>{dateWords(one.date, calendar)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
