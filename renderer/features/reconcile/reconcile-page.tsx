import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { LookUpWaiting } from '#renderer/components/services/look-up.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { AccountTotals } from './account-totals.tsx';

/** The two witnesses against each other: totals, the difference, and below them the list of payments it is given. */
export function ReconcilePage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const summary = useQuery('reconcile.summary', {});
  if (summary.error) {
    return (
      <div className="page">
        <ErrorNote error={summary.error} onRetry={() => void summary.refetch()} />
      </div>
    );
  }
  if (summary.data?.payments.count === 0) {
    return (
      <div className="page">
        <PlaceHead place="reconcile" />
        <EmptyNote icon={Scale} title={t('reconcile.emptyTitle')} text={t('reconcile.emptyText')}>
          <a className="button primary" href={hrefTo('statements')}>
            {t('import.choose')}
          </a>
        </EmptyNote>
      </div>
    );
  }
  return (
    <div className="list-page">
      <PlaceHead place="reconcile">
        <LookUpWaiting />
      </PlaceHead>
      <div className="reconcile-head">{summary.data && <AccountTotals accounts={summary.data.accounts} />}</div>
      {children}
    </div>
  );
}
