import { CheckCheck, ChevronRight, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExceptionCode } from '#contract/words.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { entriesOf } from '#renderer/lib/entries.ts';
import { plainAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** Where the rows behind each exception are. */
const ways: Record<ExceptionCode, string> = {
  'not-on-statement': hrefTo('reconcile', { exception: 'not-on-statement' }),
  'no-message': hrefTo('reconcile', { exception: 'no-message' }),
  'amounts-differ': hrefTo('reconcile', { exception: 'amounts-differ' }),
  'reversed-after-sale': hrefTo('reconcile', { exception: 'reversed-after-sale' }),
  'messages-conflict': hrefTo('reconcile', { exception: 'messages-conflict' }),
  'receipt-date-differs': hrefTo('reconcile', { exception: 'receipt-date-differs' }),
  'lookup-conflict': hrefTo('reconcile', { exception: 'lookup-conflict' }),
  'lookup-inconclusive': hrefTo('reconcile', { exception: 'lookup-inconclusive' }),
  'unread-message': hrefTo('messages', { tab: 'book', outcome: 'unrecognised' }),
};

/** What does not agree, the most money first; each line opens its rows. */
export function Attention() {
  const { t } = useTranslation();
  const { data, error } = useQuery('reconcile.summary', {});
  const found = (data ? entriesOf(data.by_exception) : [])
    .filter(([, { count }]) => count > 0)
    .toSorted(([, a], [, b]) => b.cents - a.cents || b.count - a.count);
  return (
    <section className="attention">
      <header className="section-head">
        <h2>{t('today.attention')}</h2>
        <span className="muted small">{t('today.atRisk')}</span>
      </header>
      {error && <ErrorNote error={error} />}
      {data && found.length === 0 && (
        <p className="standing good attention-none">
          <Icon of={CheckCheck} />
          {t('today.nothingOpen')}
        </p>
      )}
      <ul>
        {found.map(([code, { count, cents }]) => (
          <li key={code}>
            <a className="attention-line" href={ways[code]}>
              <Icon of={CircleAlert} />
              <span>{t(`exception.${code}`, { count })}</span>
              <span className="figure">{cents > 0 ? plainAmount(cents) : ''}</span>
              <Icon of={ChevronRight} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
