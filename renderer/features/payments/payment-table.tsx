import { useTranslation } from 'react-i18next';
import type { Payment, PaymentFilter, PaymentPage, PaymentSort } from '#contract/payment.ts';
import { NoRows } from '#renderer/components/no-rows.tsx';
import { Table } from '#renderer/components/table.tsx';
import type { ChoiceDesk } from '#renderer/components/table-choice.ts';
import type { Place } from '#renderer/lib/route.ts';
import { useListView } from '#renderer/lib/use-list-view.ts';
import { useMedia } from '#renderer/lib/use-media.ts';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import type { useWindowed } from '#renderer/lib/use-windowed.ts';
import { sortParam } from './filter.ts';
import { PaymentFoot } from './payment-foot.tsx';
import { useColumns } from './use-columns.tsx';
import { useCopyRows } from './use-copy-rows.ts';

type PaymentTableProps = {
  list: ReturnType<typeof useWindowed<Payment, PaymentPage>>;
  question: { readonly filter: Required<PaymentFilter>; readonly sort: PaymentSort };
  choice: ChoiceDesk;
  /** Beside an open story there is room for half the columns. */
  narrow: boolean;
  marked: number | null;
  onMark: (index: number) => void;
  onOpen: () => void;
  onSort: (param: string) => void;
  place: Place;
};

export function PaymentTable(props: PaymentTableProps) {
  const { list, question, choice, narrow, marked, onMark, onOpen, onSort, place } = props;
  const { sort } = question;
  const { t } = useTranslation();
  const rowHeight = useRowHeight();
  const roomy = useMedia('(min-width: 1700px)');
  const desk = useListView('payments');
  const all = useColumns(narrow && !roomy);
  const columns = all.filter(({ id }) => !desk.view.hidden.includes(id));
  const copy = useCopyRows(question, columns);
  const onCopy = () =>
    void copy.run(choice.choice.length > 0 ? choice.choice : marked === null ? [] : [[marked, marked]]);
  if (!list.loading && list.total === 0) {
    return <NoRows text={t('filter.noneMatch')} place={place} />;
  }
  return (
    <div className="table-frame">
      <Table
        label={t('reconcile.payments')}
        columns={columns}
        question={list.question}
        total={list.total}
        rowAt={list.rowAt}
        onRange={list.onRange}
        rowHeight={rowHeight}
        marked={marked}
        onMark={onMark}
        onOpen={onOpen}
        sorting={sort}
        onSort={(by) => onSort(sortParam(sort, by))}
        choice={choice}
        onCopy={onCopy}
        {...(!narrow && { widths: desk.view.widths, onWidth: desk.onWidth })}
      />
      <PaymentFoot
        question={question}
        all={list.first ?? null}
        choice={choice}
        columns={all}
        desk={desk}
        copied={copy.said}
        onCopy={onCopy}
      />
    </div>
  );
}
