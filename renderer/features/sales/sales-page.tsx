import { ClipboardPaste, FolderInput, Plus, ReceiptText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '#contract/sales.ts';
import type { Output } from '#contract/index.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { ChooseFiles } from '#renderer/components/choose-files.tsx';
import { DateChip } from '#renderer/components/date-chip.tsx';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { SearchField } from '#renderer/components/search-field.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { Table } from '#renderer/components/table.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { count, dateWords, sentenceAmount, tableInstant } from '#renderer/lib/format.ts';
import { dateOf, go, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { SaleDialog } from './sale-dialog.tsx';
import { SalePane } from './sale-pane.tsx';

const states = ['open', 'proposed', 'part-paid', 'paid'] as const satisfies readonly Sale['state'][];

/** Which of my sales are paid: what was expected, what is still open of it, and by what it was settled. */
export function SalesPage() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const rowHeight = useRowHeight();
  const { params } = useRoute();
  const state = states.find((name) => name === params['state']) ?? null;
  const search = (params['search'] ?? '').slice(0, 200);
  const date = dateOf(params['date']);
  const question = useMemo(() => ({ state, search, ...(date && { date }) }), [state, search, date]);
  const list = useWindowed<Sale, Output<'sales.page'>>('sales.page', question, (window) =>
    call(bridge, 'sales.page', { ...question, ...window }),
  );
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const [adding, setAdding] = useState<'one' | 'list' | null>(null);
  const sale = marked === null ? undefined : list.rowAt(marked);
  const narrow = opened && sale !== undefined;
  const columns = useColumns(narrow);
  const change = (changes: Record<string, string>) => {
    replaceParams('reconcile', { ...params, ...changes });
    setMarked(null);
    setOpened(false);
  };
  const filtered = state !== null || search !== '' || date !== null;
  const empty = !list.loading && list.total === 0;
  return (
    <div className="list-page">
      <PlaceHead place="reconcile">
        <ChooseFiles wish="sales" onChosen={() => go('statements')}>
          <Icon of={FolderInput} />
          {t('sales.choose')}
        </ChooseFiles>
        <button type="button" className="button" onClick={() => setAdding('list')}>
          <Icon of={ClipboardPaste} />
          {t('sales.paste')}
        </button>
        <button type="button" className="button primary" onClick={() => setAdding('one')}>
          <Icon of={Plus} />
          {t('sales.add')}
        </button>
      </PlaceHead>
      {(filtered || !empty) && (
        <search className="filter-line" aria-label={t('filter.label')}>
          <SearchField
            label={t('sales.search')}
            hint={t('sales.searchHint')}
            value={search}
            onChange={(words) => change({ search: words })}
          />
          <select
            className="field"
            aria-label={t('sales.stateLabel')}
            value={state ?? ''}
            onChange={(event) => change({ state: event.target.value })}
          >
            <option value="">{t('common.all')}</option>
            {states.map((name) => (
              <option key={name} value={name}>
                {t(`sales.state.${name}`)}
              </option>
            ))}
          </select>
          {date && <DateChip date={date} onClear={() => change({ date: '' })} />}
          <output className="filter-totals">
            {list.first &&
              t('sales.listed', {
                count: list.total,
                sales: count(list.total),
                sum: sentenceAmount(list.first.cents),
              })}
          </output>
        </search>
      )}
      {list.error && <ErrorNote error={list.error} />}
      {empty && !filtered && <EmptyNote icon={ReceiptText} title={t('sales.emptyTitle')} text={t('sales.emptyText')} />}
      {empty && filtered && <p className="no-rows">{t('sales.noneMatch')}</p>}
      {!empty && (
        <div className={narrow ? 'split open' : 'split'}>
          <Table
            label={t('sales.title')}
            columns={columns}
            question={question}
            total={list.total}
            rowAt={list.rowAt}
            onRange={list.onRange}
            rowHeight={rowHeight}
            marked={marked}
            onMark={setMarked}
            onOpen={() => setOpened(true)}
          />
          {narrow && <SalePane sale={sale} onClose={() => setOpened(false)} />}
        </div>
      )}
      {adding === 'one' && <SaleDialog onClose={() => setAdding(null)} />}
      {adding === 'list' && <PasteDialog onClose={() => setAdding(null)} />}
    </div>
  );
}

const onlyWide = new Set(['reference', 'receipt']);

function useColumns(narrow: boolean): Column<Sale, never>[] {
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
