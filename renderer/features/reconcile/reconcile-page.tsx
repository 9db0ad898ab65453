import { Scale } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { LookUpWaiting } from '#renderer/components/services/look-up.tsx';
import { call, useBridge } from '#renderer/lib/call.ts';
import { go, hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { AccountTotals } from './account-totals.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filterOf, sortOf } from './filter.ts';
import { PaymentTable } from './payment-table.tsx';
import { StoryPane } from './story-pane.tsx';

/** The two witnesses against each other: totals, the difference, and every payment with what it stands on. */
export function ReconcilePage() {
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
    <div className="reconcile">
      <PlaceHead place="reconcile">
        <LookUpWaiting />
      </PlaceHead>
      <div className="reconcile-head">{summary.data && <AccountTotals accounts={summary.data.accounts} />}</div>
      <Payments />
    </div>
  );
}

function Payments() {
  const bridge = useBridge();
  const { params } = useRoute();
  const filter = useMemo(() => filterOf(params), [params]);
  const sort = useMemo(() => sortOf(params), [params]);
  const question = useMemo(() => ({ filter, sort }), [filter, sort]);
  const list = useWindowed('payments.page', question, (window) =>
    call(bridge, 'payments.page', { ...question, ...window }),
  );
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const change = useCallback(
    (changes: Record<string, string>) => {
      replaceParams('reconcile', { ...params, ...changes });
      setMarked(null);
      setOpened(false);
    },
    [params],
  );
  const open = useCallback(() => setOpened(true), []);
  const payment = marked === null ? undefined : list.rowAt(marked);
  return (
    <>
      <FilterBar filter={filter} total={list.total} totals={list.first?.totals ?? null} onChange={change} />
      {list.error && <ErrorNote error={list.error} />}
      <div className={opened && payment ? 'split open' : 'split'}>
        <PaymentTable
          list={list}
          sort={sort}
          narrow={opened && payment !== undefined}
          marked={marked}
          onMark={setMarked}
          onOpen={open}
          onSort={(next) => change({ sort: next })}
          onClear={() => go('reconcile')}
        />
        {opened && payment && <StoryPane id={payment.id} onClose={() => setOpened(false)} />}
      </div>
    </>
  );
}
