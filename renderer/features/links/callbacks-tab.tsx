import { Webhook } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { CallbackRow } from '#contract/links.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { CallbackSign } from '#renderer/components/services/signs.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { tableInstant } from '#renderer/lib/format.ts';
import { replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { CallbackPane } from './callback-pane.tsx';
import { ReceiverBar } from './receiver-bar.tsx';
import { SplitList } from './split-list.tsx';

const question = {};

/** The receiver, and every callback as it came. A callback carries no signature: it is seen, and a lookup confirms it. */
export function CallbacksTab() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const list = useWindowed<CallbackRow, Output<'callbacks.page'>>('callbacks.page', question, (window) =>
    call(bridge, 'callbacks.page', window),
  );
  const columns = useColumns();
  const digest = params['callback'] ?? '';
  const open = (callback: string) => replaceParams('links', { ...params, callback });
  const [kept, setKept] = useState<CallbackRow | null>(null);
  // The first page has it as it is now; further down, as it was when it was opened.
  const row = list.first?.rows.find((one) => one.digest === digest) ?? (kept?.digest === digest ? kept : null);
  return (
    <>
      <ReceiverBar />
      {list.error && <ErrorNote error={list.error} />}
      {!list.loading && list.total === 0 ? (
        <EmptyNote icon={Webhook} title={t('links.callbacks.emptyTitle')} text={t('links.callbacks.emptyText')} />
      ) : (
        <SplitList
          label={t('links.callbacks.label')}
          list={list}
          columns={columns}
          narrow={['verdict', 'receipt', 'amount']}
          opened={row ? digest : null}
          onOpen={(opened) => {
            setKept(opened);
            open(opened.digest);
          }}
        >
          {row && <CallbackPane callback={row} onClose={() => open('')} />}
        </SplitList>
      )}
    </>
  );
}

function useColumns(): Column<CallbackRow, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(
    () => [
      {
        id: 'verdict',
        head: t('links.column.state'),
        width: '170px',
        cell: (row) => <CallbackSign of={row.verdict} />,
      },
      {
        id: 'when',
        head: t('links.callbacks.received'),
        width: '150px',
        cell: ({ receivedAt }) => tableInstant(receivedAt, calendar),
      },
      { id: 'service', head: t('links.column.service'), width: 'minmax(120px, 1fr)', cell: ({ label }) => label },
      {
        id: 'says',
        head: t('links.callbacks.says'),
        width: '130px',
        cell: ({ values }) => t(`links.paymentState.${values.state}`),
      },
      {
        id: 'who',
        head: t('column.who'),
        width: 'minmax(120px, 1fr)',
        cell: ({ values }) => values.party ?? values.phone ?? '–',
      },
      { id: 'receipt', head: t('column.receipt'), width: '120px', cell: ({ values }) => values.receipt ?? '–' },
      {
        id: 'amount',
        head: t('column.amount'),
        width: '130px',
        figure: true,
        cell: ({ values }) => <Amount cents={values.amount} />,
      },
    ],
    [t, calendar],
  );
}
