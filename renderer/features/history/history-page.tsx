import { History, Redo2, ShieldAlert, ShieldCheck, Undo2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '#contract/history.ts';
import type { Output } from '#contract/index.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { ListTable } from '#renderer/components/list-table.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useChoice } from '#renderer/components/table-choice.ts';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { bareInstant, count, tableInstant } from '#renderer/lib/format.ts';
import { stepWords } from '#renderer/lib/step-words.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';

const everything = {};

/** Everything that was done, newest first, and the way back one step at a time. */
export function HistoryPage() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const columns = useColumns();
  const [marked, setMarked] = useState<number | null>(null);
  const list = useWindowed<HistoryStep, Output<'history.page'>>('history.page', everything, (window) =>
    call(bridge, 'history.page', window),
  );
  const choice = useChoice(everything, list.total);
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const refused = list.error ?? undo.error ?? redo.error;
  const empty = !list.loading && list.total === 0;
  return (
    <div className="list-page">
      <PlaceHead place="reconcile">
        <button
          type="button"
          className="button"
          disabled={undo.busy || !list.first?.canUndo}
          onClick={() => void undo.run({})}
        >
          <Icon of={Undo2} />
          {t('history.undo')} <kbd aria-hidden="true">Ctrl Z</kbd>
        </button>
        <button
          type="button"
          className="button"
          disabled={redo.busy || !list.first?.canRedo}
          onClick={() => void redo.run({})}
        >
          <Icon of={Redo2} />
          {t('history.redo')} <kbd aria-hidden="true">Ctrl ⇧ Z</kbd>
        </button>
      </PlaceHead>
      {refused && <ErrorNote error={refused} />}
      <Chain />
      {empty ? (
        <EmptyNote icon={History} title={t('history.emptyTitle')} text={t('history.emptyText')} />
      ) : (
        <div className="split">
          <ListTable
            name="history"
            label={t('history.label')}
            list={list}
            columns={columns}
            narrow={false}
            choice={choice}
            marked={marked}
            onMark={setMarked}
            onOpen={() => {}}
            hint={t('history.keys')}
          />
        </div>
      )}
    </div>
  );
}

function useColumns(): Column<HistoryStep, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const undoneWords = useCallback(({ undone }: HistoryStep) => (undone ? t('history.undone') : ''), [t]);
  return useMemo(
    () => [
      {
        id: 'when',
        head: t('history.when'),
        width: '176px',
        cell: ({ at }) => tableInstant(at, calendar),
        text: ({ at }) => bareInstant(at),
      },
      {
        id: 'what',
        head: t('history.what'),
        width: 'minmax(200px, 1fr)',
        cell: (step) => (
          <span className={step.undone ? 'decision-gone' : undefined}>{stepWords(t, step, calendar)}</span>
        ),
        text: (step) => stepWords(t, step, calendar),
      },
      { id: 'undone', head: t('sales.stateLabel'), width: '140px', cell: undoneWords, text: undoneWords },
      {
        id: 'count',
        head: t('history.count'),
        width: '96px',
        figure: true,
        cell: (step) => count(step.count),
        text: (step) => String(step.count),
      },
    ],
    [t, calendar, undoneWords],
  );
}

/** The record's chain, walked when a person asks. */
function Chain() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const chain = useQuery('audit.verify', {}, asked);
  return (
    <div className="chain">
      <b>{t('history.chain')}</b>
      {chain.data && (
        <span className={`standing ${chain.data.holds ? 'good' : 'danger'}`}>
          <Icon of={chain.data.holds ? ShieldCheck : ShieldAlert} />
          {chain.data.holds
            ? t('history.holds', { count: chain.data.entries, entries: count(chain.data.entries) })
            : t('history.broken', { entry: chain.data.firstBroken ?? 1 })}
        </span>
      )}
      {chain.error && <ErrorNote error={chain.error} />}
      <button
        type="button"
        className="button plain"
        disabled={chain.isFetching}
        onClick={() => (asked ? void chain.refetch() : setAsked(true))}
      >
        {t('history.verify')}
      </button>
    </div>
  );
}
