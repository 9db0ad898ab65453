import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, PaymentPage, PaymentSort } from '#contract/payment.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import { type Column, Table } from '#renderer/components/table.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { shortInstant, tableInstant } from '#renderer/lib/format.ts';
import { useMedia } from '#renderer/lib/use-media.ts';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import type { useWindowed } from '#renderer/lib/use-windowed.ts';
import { sortParam } from './filter.ts';

type Sort = PaymentSort['by'];
type PaymentTableProps = {
  list: ReturnType<typeof useWindowed<Payment, PaymentPage>>;
  sort: PaymentSort;
  /** Beside an open story there is room for half the columns. */
  narrow: boolean;
  marked: number | null;
  onMark: (index: number) => void;
  onOpen: () => void;
  onSort: (param: string) => void;
  onClear: () => void;
};

export function PaymentTable({
  list,
  sort,
  narrow,
  marked,
  onMark,
  onOpen,

  onSort,
  onClear,
}: PaymentTableProps) {
  const { t } = useTranslation();
  const rowHeight = useRowHeight();
  const roomy = useMedia('(min-width: 1700px)');
  const columns = useColumns(narrow && !roomy);
  if (!list.loading && list.total === 0) {
    return (
      <div className="no-rows">
        <p>{t('filter.noneMatch')}</p>
        <button type="button" className="button" onClick={onClear}>
          {t('filter.clear')}
        </button>
      </div>
    );
  }
  return (
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
    />
  );
}

const onlyWide = new Set(['kind', 'receipt']);
const onlyRoomy = new Set(['kind', 'receipt', 'when']);

function useColumns(narrow: boolean): Column<Payment, Sort>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const cramped = useMedia('(max-width: 1200px)');
  return useMemo(() => {
    const when = narrow ? shortInstant : tableInstant;
    const all: Column<Payment, Sort>[] = [
      {
        id: 'standing',
        head: t('column.standing'),
        width: narrow ? 'minmax(112px, 1fr)' : '216px',
        sort: 'standing',
        cell: signOf,
      },
      {
        id: 'when',
        head: t('column.when'),
        width: narrow ? '104px' : '144px',
        sort: 'occurredAt',
        cell: ({ occurredAt }) => (occurredAt === null ? '–' : when(occurredAt, calendar)),
      },
      { id: 'who', head: t('column.who'), width: 'minmax(96px, 1.2fr)', sort: 'party', cell: whoOf },
      { id: 'kind', head: t('column.kind'), width: 'minmax(120px, 1fr)', cell: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'receipt',
        head: t('column.receipt'),
        width: '112px',
        sort: 'receipt',
        cell: ({ receipt }) => receipt ?? '–',
      },
      {
        id: 'message',
        head: t('column.message'),
        width: '112px',
        figure: true,
        sort: 'amount',
        cell: ({ messageAmount }) => <Amount cents={messageAmount} />,
      },
      {
        id: 'statement',
        head: t('column.statement'),
        width: '120px',
        figure: true,
        sort: 'amount',
        cell: ({ statementAmount }) => <Amount cents={statementAmount} />,
      },
    ];
    const left = cramped ? onlyRoomy : onlyWide;
    return narrow ? all.filter(({ id }) => !left.has(id)) : all;
  }, [t, calendar, narrow, cramped]);
}

const signOf = (payment: Payment) => <Sign payment={payment} />;

/** The standing, and beside it what does not agree. */
function Sign({ payment: { standing, exception } }: { payment: Payment }) {
  const { t } = useTranslation();
  return (
    <>
      <Standing of={standing} />
      {exception && <span className="amiss">{t(`exceptionShort.${exception}`)}</span>}
    </>
  );
}

const whoOf = ({ party, phone, accountRef }: Payment) => {
  const more = [phone, accountRef].filter(Boolean).join(' · ');
  return (
    <>
      {party ?? (more ? '' : '–')} {more && <span className="muted">{more}</span>}
    </>
  );
};
