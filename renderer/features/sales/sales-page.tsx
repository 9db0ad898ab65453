import { ReceiptText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { Sale } from '#contract/sales.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ListTable } from '#renderer/components/list-table.tsx';
import { NoRows } from '#renderer/components/no-rows.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useChoice } from '#renderer/components/table-choice.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { AddSales } from './add-sales.tsx';
import { isFiltered, questionOf, SaleFilter } from './sale-filter.tsx';
import { SalePane } from './sale-pane.tsx';
import { useColumns } from './use-columns.tsx';

/** Which of my sales are paid: what was expected, what is still open of it, and by what it was settled. */
export function SalesPage() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const question = useMemo(() => questionOf(params), [params]);
  const list = useWindowed<Sale, Output<'sales.page'>>('sales.page', question, (window) =>
    call(bridge, 'sales.page', { ...question, ...window }),
  );
  const choice = useChoice(question, list.total);
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const sale = marked === null ? undefined : list.rowAt(marked);
  const narrow = opened && sale !== undefined;
  const columns = useColumns(narrow);
  const change = (changes: Record<string, string>) => {
    replaceParams('reconcile', { ...params, ...changes });
    setMarked(null);
    setOpened(false);
  };
  const filtered = isFiltered(question);
  const empty = !list.loading && list.total === 0;
  return (
    <div className="list-page">
      <PlaceHead place="reconcile">
        <AddSales />
      </PlaceHead>
      {(filtered || !empty) && <SaleFilter question={question} found={list.first} onChange={change} />}
      {list.error && <ErrorNote error={list.error} />}
      {empty && !filtered && <EmptyNote icon={ReceiptText} title={t('sales.emptyTitle')} text={t('sales.emptyText')} />}
      {empty && filtered && <NoRows text={t('sales.noneMatch')} place="reconcile" params={{ tab: 'sales' }} />}
      {!empty && (
        <div className={narrow ? 'split open' : 'split'}>
          <ListTable
            name="sales"
            label={t('sales.title')}
            list={list}
            columns={columns}
            narrow={narrow}
            choice={choice}
            marked={marked}
            onMark={setMarked}
            onOpen={() => setOpened(true)}
          />
          {narrow && <SalePane sale={sale} onClose={() => setOpened(false)} />}
        </div>
      )}
    </div>
  );
}
