import { MessageSquareText } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { Message, MessageSort } from '#contract/message.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ListTable } from '#renderer/components/list-table.tsx';
import { NoRows } from '#renderer/components/no-rows.tsx';
import { SearchField } from '#renderer/components/search-field.tsx';
import { useChoice } from '#renderer/components/table-choice.ts';
import { ViewsMenu } from '#renderer/components/views-menu.tsx';
import { call, useBridge } from '#renderer/lib/call.ts';
import { count } from '#renderer/lib/format.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { sortIn, sortParam } from '#renderer/lib/sort.ts';
import { useListView } from '#renderer/lib/use-list-view.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { ExportUnread } from './export-unread.tsx';
import { MessagePane } from './message-pane.tsx';
import { OutcomeChips, outcomes } from './outcome-chips.tsx';
import { useColumns } from './use-columns.tsx';

const sorts = ['when', 'amount', 'party', 'outcome'] as const satisfies readonly MessageSort['by'][];

/** Every message in the book: search, only one outcome, and each with its text and what was read in it. */
export function KeptMessages() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const outcome = outcomes.find((name) => name === params['outcome']) ?? null;
  const search = params['search'] ?? '';
  const sort = useMemo(() => sortIn(sorts, params), [params]);
  const question = useMemo(() => ({ outcome, search, sort }), [outcome, search, sort]);
  const list = useWindowed<Message, Output<'messages.page'>>('messages.page', question, (window) =>
    call(bridge, 'messages.page', { ...question, ...window }),
  );
  const choice = useChoice(question, list.total);
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const desk = useListView('messages');
  const open = useCallback(() => setOpened(true), []);
  const message = marked === null ? undefined : list.rowAt(marked);
  const columns = useColumns(opened && message !== undefined);
  const none = !list.loading && list.total === 0;
  const filtered = outcome !== null || search !== '';
  const change = (changes: { search?: string; outcome?: string; sort?: string }) => {
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
        <div className="filter-end">
          <output className="filter-totals">
            {t('messages.listed', { count: list.total, messages: count(list.total) })}
          </output>
          <ViewsMenu place="messages" params={params} desk={desk} />
        </div>
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
          <ListTable
            name="messages"
            label={t('messages.label')}
            list={list}
            columns={columns}
            narrow={opened && message !== undefined}
            choice={choice}
            marked={marked}
            onMark={setMarked}
            onOpen={open}
            sorting={sort}
            onSort={(by) => change({ sort: sortParam(sort, by, ['when', 'amount']) })}
          />
          {opened && message && <MessagePane message={message} onClose={() => setOpened(false)} />}
        </div>
      )}
    </div>
  );
}
