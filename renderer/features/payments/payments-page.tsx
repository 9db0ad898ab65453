import { ArrowLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { PaymentList } from './payment-list.tsx';

/** What happened: every payment with what it stands on. */
export function PaymentsPage() {
  const { t } = useTranslation();
  const book = useQuery('book.summary', {});
  if (book.data?.payments === 0) {
    return (
      <div className="page">
        <PlaceHead place="payments" />
        <EmptyNote icon={ArrowLeftRight} title={t('payments.emptyTitle')} text={t('payments.emptyText')}>
          <a className="button primary" href={hrefTo('statements')}>
            {t('import.choose')}
          </a>
        </EmptyNote>
      </div>
    );
  }
  return (
    <div className="list-page">
      <PlaceHead place="payments" />
      {book.error && <ErrorNote error={book.error} onRetry={() => void book.refetch()} />}
      <PaymentList place="payments" />
    </div>
  );
}
