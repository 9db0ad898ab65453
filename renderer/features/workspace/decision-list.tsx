import { Check, CheckCheck, Square } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '#contract/decisions.ts';
import { Icon } from '#renderer/components/icon.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { Table } from '#renderer/components/table.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { plainAmount, sentenceAmount, shortInstant } from '#renderer/lib/format.ts';
import type { KeptRow } from './kept-order.ts';

/** Two lines a row, whatever the density of tables. */
const rowHeight = 52;

type DecisionListProps = {
  rows: readonly KeptRow<Decision>[];
  question: object;
  onRange: (first: number, last: number) => void;
  marked: number | null;
  onMark: (index: number) => void;
  chosen: ReadonlySet<number>;
  onChoose: (id: number) => void;
  onChooseMore: (ids: readonly number[]) => void;
  onChooseNone: () => void;
  onAnew: () => void;
};

/** What asks for a decision, the most money first; what is settled stays in its place. */
export function DecisionList(props: DecisionListProps) {
  const { rows, question, onRange, marked, onMark, chosen, onChoose, onChooseMore, onChooseNone, onAnew } = props;
  const { t } = useTranslation();
  const columns = useColumns(chosen, onChoose);
  const rowAt = useCallback((index: number) => rows[index], [rows]);
  const gone = rows.filter((kept) => kept.gone).length;
  const sum = rows.reduce((cents, { row }) => (chosen.has(row.id) ? cents + row.cents : cents), 0);

  // Shift with a key that moves chooses all from the row one leaves to the one one comes to; the table moves the mark.
  const reaching = useRef(false);
  const mark = (index: number) => {
    if (reaching.current && marked !== null) {
      const between = rows.slice(Math.min(marked, index), Math.max(marked, index) + 1);
      onChooseMore(between.flatMap(({ row, gone: left }) => (left ? [] : [row.id])));
    }
    reaching.current = false;
    onMark(index);
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    reaching.current = event.shiftKey;
  };
  return (
    <div className="decision-list" role="presentation" onKeyDownCapture={onKeyDownCapture}>
      <Table
        label={t('workspace.label')}
        columns={columns}
        question={question}
        total={rows.length}
        rowAt={rowAt}
        onRange={onRange}
        rowHeight={rowHeight}
        marked={marked}
        onMark={mark}
        onOpen={onMark}
      />
      {(chosen.size > 0 || gone > 0) && (
        <footer className="decision-foot">
          {chosen.size > 0 && (
            <>
              <b>{t('workspace.chosenCount', { count: chosen.size, sum: sentenceAmount(sum) })}</b>
              <button type="button" className="button plain" onClick={onChooseNone}>
                {t('workspace.clearChosen')}
              </button>
            </>
          )}
          {gone > 0 && (
            <>
              <span className="muted push">{t('workspace.settledCount', { count: gone })}</span>
              <button type="button" className="button plain" onClick={onAnew}>
                {t('workspace.anew')}
              </button>
            </>
          )}
        </footer>
      )}
    </div>
  );
}

function useColumns(chosen: ReadonlySet<number>, onChoose: (id: number) => void): Column<KeptRow<Decision>, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(() => {
    // A press on the mark chooses and does not open.
    const choose = (event: MouseEvent, id: number) => {
      event.stopPropagation();
      onChoose(id);
    };
    const markOf = ({ row, gone }: KeptRow<Decision>) => (
      <button
        type="button"
        tabIndex={-1}
        className={chosen.has(row.id) ? 'decision-mark chosen' : 'decision-mark'}
        aria-pressed={chosen.has(row.id)}
        aria-label={t('workspace.choose')}
        disabled={gone}
        onClick={(event) => choose(event, row.id)}
      >
        <Icon of={gone ? CheckCheck : chosen.has(row.id) ? Check : Square} />
      </button>
    );
    const what = ({ row, gone }: KeptRow<Decision>) => (
      <span className={gone ? 'decision-two decision-gone' : 'decision-two'}>
        <span>
          <b>{t(`decision.${row.code}`)}</b>
          {gone && <span className="hidden-visually"> {t('workspace.settled')}</span>}
        </span>
        <span className="muted small">
          {[row.subject, row.receipt].filter(Boolean).join(' · ') || row.account?.name || '–'}
        </span>
      </span>
    );
    const risk = ({ row, gone }: KeptRow<Decision>) => (
      <span className={gone ? 'decision-two decision-gone' : 'decision-two'}>
        <span className="figure">{row.cents > 0 ? plainAmount(row.cents) : '–'}</span>
        <span className="muted small figure">{row.at === null ? '' : shortInstant(row.at, calendar)}</span>
      </span>
    );
    return [
      { id: 'mark', head: '', width: '44px', cell: markOf },
      { id: 'what', head: t('workspace.kind'), width: 'minmax(120px, 1fr)', cell: what },
      { id: 'risk', head: t('workspace.risk'), width: '112px', figure: true, cell: risk },
    ];
  }, [t, calendar, chosen, onChoose]);
}
