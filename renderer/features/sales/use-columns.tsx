import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '#contract/sales.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { bareAmount, bareInstant, dateWords, tableInstant } from '#renderer/lib/format.ts';

const onlyWide = new Set(['reference', 'receipt']);

/** The columns of sales; `narrow` where one of them is told beside the list. */
export function useColumns(narrow: boolean): Column<Sale, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(() => {
    const whenOf = ({ at, precision }: Sale) =>
      at === null ? '–' : precision === 'day' ? dateWords(at, calendar) : tableInstant(at, calendar);
    const all: Column<Sale, never>[] = [
      {
        id: 'state',
        head: t('sales.stateLabel'),
        width: 'minmax(112px, 0.4fr)',
        cell: (sale) => t(`sales.state.${sale.state}`),
        text: (sale) => t(`sales.state.${sale.state}`),
      },
      { id: 'when', head: t('column.when'), width: '148px', cell: whenOf, text: bareWhen },
      {
        id: 'customer',
        head: t('sales.customer'),
        width: 'minmax(112px, 1fr)',
        cell: ({ customer, kind }) => customer ?? <span className="muted">{t(`sales.${kind}`)}</span>,
        text: ({ customer }) => customer ?? '',
      },
      textColumn('reference', t('sales.reference'), 'minmax(88px, 0.4fr)'),
      textColumn('receipt', t('sales.receipt'), '120px'),
      amountColumn('amount', t('sales.amount')),
      amountColumn('open', t('sales.open')),
    ];
    return narrow ? all.filter(({ id }) => !onlyWide.has(id)) : all;
  }, [t, calendar, narrow]);
}

const bareWhen = ({ at, precision }: Sale) =>
  at === null ? '' : precision === 'day' ? at.slice(0, 10) : bareInstant(at);

const textColumn = (id: 'reference' | 'receipt', head: string, width: string): Column<Sale, never> => ({
  id,
  head,
  width,
  cell: (sale) => sale[id] ?? '–',
  text: (sale) => sale[id] ?? '',
});

const amountColumn = (id: 'amount' | 'open', head: string): Column<Sale, never> => ({
  id,
  head,
  width: '112px',
  figure: true,
  cell: (sale) => <PlainAmount cents={sale[id]} />,
  text: (sale) => bareAmount(sale[id]),
});
