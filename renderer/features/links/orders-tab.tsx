import { HandCoins } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { MoveRow } from '#contract/links.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MoveSign } from '#renderer/components/services/signs.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { tableInstant } from '#renderer/lib/format.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { OrderPane } from './order-pane.tsx';
import { SplitList } from './split-list.tsx';

const question = {};

/** Every press of a button that moves or costs money, the newest first, and how far each has come. */
export function OrdersTab() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const list = useWindowed<MoveRow, Output<'moves.page'>>('moves.page', question, (window) =>
    call(bridge, 'moves.page', window),
  );
  const columns = useColumns();
  const order = params['order'] ?? '';
  const open = (id: string) => replaceParams('links', { ...params, order: id });
  if (!list.loading && !list.error && list.total === 0) {
    return (
      <EmptyNote icon={HandCoins} title={t('links.order.emptyTitle')} text={t('links.order.emptyText')}>
        <a className="button" href={hrefTo('links')}>
          {t('links.order.toServices')}
        </a>
      </EmptyNote>
    );
  }
  return (
    <>
      {list.error && <ErrorNote error={list.error} />}
      <SplitList
        label={t('links.order.label')}
        list={list}
        columns={columns}
        narrow={['state', 'what', 'amount']}
        opened={order || null}
        onOpen={(row) => open(row.id)}
      >
        {order && <OrderPane id={order} onClose={() => open('')} />}
      </SplitList>
    </>
  );
}

function useColumns(): Column<MoveRow, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(
    () => [
      { id: 'state', head: t('links.column.state'), width: '200px', cell: ({ state }) => <MoveSign state={state} /> },
      {
        id: 'when',
        head: t('column.when'),
        width: '150px',
        cell: ({ pressedAt }) => tableInstant(pressedAt, calendar),
      },
      {
        id: 'what',
        head: t('column.kind'),
        width: 'minmax(140px, 1fr)',
        cell: ({ move }) => t(`links.capability.${move}`),
      },
      { id: 'service', head: t('links.column.service'), width: 'minmax(120px, 1fr)', cell: ({ label }) => label },
      { id: 'receipt', head: t('column.receipt'), width: '120px', cell: ({ receipt }) => receipt ?? '–' },
      {
        id: 'amount',
        head: t('column.amount'),
        width: '130px',
        figure: true,
        cell: ({ amount }) => <PlainAmount cents={amount} />,
      },
    ],
    [t, calendar],
  );
}
