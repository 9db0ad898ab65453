import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '#contract/sales.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, tableInstant } from '#renderer/lib/format.ts';

const onlyWide = new Set(['reference', 'receipt']);

/** The columns of sales; `narrow` where one of them is told beside the list. */
export function useColumns(narrow: boolean): Column<Sale, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(() => {
    const whenOf = ({ at, precision }: Sale) =>
      at === null ? '–' : precision === 'day' ? dateWords(at, calendar) : tableInstant(at, calendar);
    const all: Column<Sale, never>[] = [
      { id: 'state', head: t('sales.stateLabel'), width: '112px', cell: (sale) => t(`sales.state.${sale.state}`) },
      { id: 'when', head: t('column.when'), width: '160px', cell: whenOf },
      {
        id: 'customer',
        head: t('sales.customer'),
        width: 'minmax(120px, 1fr)',
        cell: ({ customer, kind }) => customer ?? <span className="muted">{t(`sales.${kind}`)}</span>,
      },
      { id: 'reference', head: t('sales.reference'), width: '140px', cell: ({ reference }) => reference ?? '–' },
      { id: 'receipt', head: t('sales.receipt'), width: '130px', cell: ({ receipt }) => receipt ?? '–' },
      { id: 'amount', head: t('sales.amount'), width: '120px', figure: true, cell: amountOf },
      { id: 'open', head: t('sales.open'), width: '120px', figure: true, cell: openOf },
    ];
    return narrow ? all.filter(({ id }) => !onlyWide.has(id)) : all;
  }, [t, calendar, narrow]);
}

const amountOf = ({ amount }: Sale) => <PlainAmount cents={amount} />;
const openOf = ({ open }: Sale) => <PlainAmount cents={open} />;
