import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, PaymentPage } from '#contract/payment.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ListTable } from '#renderer/components/list-table.tsx';
import { NoRows } from '#renderer/components/no-rows.tsx';
import { useChoice } from '#renderer/components/table-choice.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { type Place, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useMedia } from '#renderer/lib/use-media.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { FilterBar } from './filter-bar.tsx';
import { filterOf, sortBy, sortOf } from './filter.ts';
import { PaymentSums } from './payment-sums.tsx';
import { StoryPane } from './story-pane.tsx';
import { useColumns } from './use-columns.tsx';

/** The payments that the address lets through, in its order; the marked one's story beside them. */
export function PaymentList({ place }: { place: Place }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const filter = useMemo(() => filterOf(params), [params]);
  const sort = useMemo(() => sortOf(params), [params]);
  const question = useMemo(() => ({ filter, sort }), [filter, sort]);
  const list = useWindowed<Payment, PaymentPage>('payments.page', question, (window) =>
    call(bridge, 'payments.page', { ...question, ...window }),
  );
  const choice = useChoice(question, list.total);
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const change = (changes: Record<string, string>) => {
    replaceParams(place, { ...params, ...changes });
    setMarked(null);
    setOpened(false);
  };
  const open = useCallback(() => setOpened(true), []);
  const payment = marked === null ? undefined : list.rowAt(marked);
  const narrow = opened && payment !== undefined;
  // Beside an open story there is room for half the columns.
  const roomy = useMedia('(min-width: 1700px)');
  const columns = useColumns(narrow && !roomy);
  return (
    <>
      <FilterBar filter={filter} total={list.total} onChange={change} />
      {list.error && <ErrorNote error={list.error} />}
      <div className={narrow ? 'split open' : 'split'}>
        {!list.loading && list.total === 0 ? (
          <NoRows text={t('filter.noneMatch')} place={place} />
        ) : (
          <ListTable
            name="payments"
            label={t('reconcile.payments')}
            list={list}
            columns={columns}
            narrow={narrow}
            marked={marked}
            onMark={setMarked}
            onOpen={open}
            sorting={sort}
            onSort={(by) => change({ sort: sortBy(sort, by) })}
            choice={choice}
            sums={<PaymentSums question={question} all={list.first} choice={choice.choice} />}
          />
        )}
        {narrow && <StoryPane id={payment.id} onClose={() => setOpened(false)} />}
      </div>
    </>
  );
}
