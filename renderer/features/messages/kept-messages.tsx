import { MessageSquareText } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#contract/message.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NoRows } from '#renderer/components/no-rows.tsx';
import { SearchField } from '#renderer/components/search-field.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { Table } from '#renderer/components/table.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { count, tableInstant } from '#renderer/lib/format.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { ExportUnread } from './export-unread.tsx';
import { MessagePane } from './message-pane.tsx';
import { OutcomeChips, outcomes } from './outcome-chips.tsx';
import { OutcomeSign } from './reading-card.tsx';

/** Every message in the book: search, only one outcome, and each with its text and what was read in it. */
export function KeptMessages() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const outcome = outcomes.find((name) => name === params['outcome']) ?? null;
  const search = params['search'] ?? '';
  const question = useMemo(() => ({ outcome, search }), [outcome, search]);
  const list = useWindowed('messages.page', question, (window) =>
    call(bridge, 'messages.page', { ...question, ...window }),
  );
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const rowHeight = useRowHeight();
  const open = useCallback(() => setOpened(true), []);
  const message = marked === null ? undefined : list.rowAt(marked);
  const columns = useColumns(opened && message !== undefined);
  const none = !list.loading && list.total === 0;
  const filtered = outcome !== null || search !== '';
  const change = (changes: { search?: string; outcome?: string }) => {
    replaceParams('messages', { ...params, ...changes });
    setMarked(null);
    setOpened(false);
  };

  return (
    <div className="kept">
      <search className="filter-line" aria-label={t('messages.filter')}>
        <SearchField
          label={t('messages.search')}
          hint={t('messages.search')}
          value={search}
          onChange={(words) => change({ search: words })}
        />
        <OutcomeChips tally={null} chosen={outcome} onChoose={(next) => change({ outcome: next ?? '' })} />
        {outcome === 'unrecognised' && list.total > 0 && <ExportUnread />}
        <output className="filter-totals">
          {t('messages.listed', { count: list.total, messages: count(list.total) })}
        </output>
      </search>
      {list.error && <ErrorNote error={list.error} />}
      {none && filtered && <NoRows text={t('messages.noneMatch')} place="messages" params={{ tab: 'book' }} />}
      {none && !filtered && (
        <EmptyNote icon={MessageSquareText} title={t('messages.noneTitle')} text={t('messages.noneText')}>
          <a className="button primary" href={hrefTo('messages')}>
            {t('start.paste')}
          </a>
        </EmptyNote>
      )}
      {!none && (
        <div className={opened && message ? 'split open' : 'split'}>
          <Table
            label={t('messages.label')}
            columns={columns}
            question={list.question}
            total={list.total}
            rowAt={list.rowAt}
            onRange={list.onRange}
            rowHeight={rowHeight}
            marked={marked}
            onMark={setMarked}
            onOpen={open}
          />
          {opened && message && <MessagePane message={message} onClose={() => setOpened(false)} />}
        </div>
      )}
    </div>
  );
}

function useColumns(narrow: boolean): Column<Message, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(() => {
    const all: Column<Message, never>[] = [
      {
        id: 'outcome',
        head: t('messages.outcome'),
        width: '130px',
        cell: ({ outcome }) => <OutcomeSign of={outcome} />,
      },
      {
        id: 'when',
        head: t('column.when'),
        width: '150px',
        cell: ({ occurredAt, receivedAt }) => {
          const at = occurredAt ?? receivedAt;
          return at === null ? '–' : tableInstant(at, calendar);
        },
      },
      { id: 'who', head: t('column.who'), width: 'minmax(130px, 1fr)', cell: ({ party }) => party ?? '–' },
      { id: 'amount', head: t('column.amount'), width: '116px', figure: true, cell: amountOf },
      {
        id: 'text',
        head: t('column.text'),
        width: 'minmax(200px, 2fr)',
        cell: ({ text }) => <span className="muted">{text}</span>,
      },
    ];
    return narrow ? all.filter(({ id }) => id !== 'text') : all;
  }, [t, calendar, narrow]);
}

const amountOf = ({ amount, direction }: Message) => (
  <Amount cents={amount !== null && direction === 'out' ? -amount : amount} />
);
