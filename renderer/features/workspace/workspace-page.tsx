import { CheckCheck } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '#contract/decisions.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NoRows } from '#renderer/components/no-rows.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { AskedDialog } from './asked-dialog.tsx';
import { DecisionFilter, questionOf } from './decision-filter.tsx';
import { DecisionList } from './decision-list.tsx';
import { DecisionSides } from './decision-sides.tsx';
import { DecisionWhy } from './decision-why.tsx';
import { nextOpen } from './kept-order.ts';
import { StepNote } from './step-note.tsx';
import { useActs } from './use-acts.ts';
import { useKeptList } from './use-kept-list.ts';
import { useWorkspaceKeys } from './use-workspace-keys.ts';

const nobody: ReadonlySet<number> = new Set();
const lately = { offset: 0, limit: 50 };

/** What needs a decision, its two sides and its evidence: one screen, both hands on the keyboard. */
export function WorkspacePage() {
  const { t } = useTranslation();
  const { params } = useRoute();
  const question = useMemo(() => questionOf(params), [params]);
  const list = useKeptList(question);
  const [marked, setMarked] = useState<number | null>(null);
  const [chosen, setChosen] = useState(nobody);
  const at = marked === null || marked >= list.rows.length ? null : marked;
  const mark = at ?? nextOpen(list.rows, 0);
  const current = mark === null ? undefined : list.rows[mark]?.row;
  const one = useQuery('decisions.one', { id: current?.id ?? 0 }, current !== undefined);
  // The last answer stays while the next is on its way; what is done must be done to what is on screen.
  const story = one.data?.decision.id === current?.id ? one.data : undefined;
  const targets = useMemo(() => {
    const picked = list.rows.flatMap(({ row, gone }) => (!gone && chosen.has(row.id) ? [row] : []));
    // A row that left the list stands there as it was; its story says how it is.
    const here = story?.decision ?? current;
    return picked.length > 0 ? picked : here ? [here] : [];
  }, [list.rows, chosen, current, story]);

  const onSettled = (settled: readonly Decision[]) => {
    const ids = new Set(settled.map(({ id }) => id));
    setChosen(nobody);
    if (mark !== null && settled.length > 0) {
      setMarked(
        nextOpen(
          list.rows.map(({ row, gone }) => ({ row, gone: gone || ids.has(row.id) })),
          mark,
        ),
      );
    }
  };
  const acts = useActs(targets, onSettled);

  const choose = useCallback(
    (id: number) =>
      setChosen((old) => {
        const next = new Set(old);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const steps = useQuery('history.page', lately);
  const last = steps.data?.rows.find(({ undone }) => !undone);
  // A whole import is taken back where imports are, not by one letter here.
  const undoable = last && !/^(imports|sample)\./.test(last.name) ? last : undefined;
  const chooseMarked = () => mark !== null && list.rows[mark]?.gone === false && choose(list.rows[mark].row.id);
  const chooseNone = () => setChosen(nobody);
  useWorkspaceKeys({ acts, story, choose: chooseMarked, chooseNone, canUndo: undoable !== undefined });
  const change = (changes: Record<string, string>) => {
    replaceParams('reconcile', { ...params, ...changes });
    setMarked(null);
    setChosen(nobody);
  };
  const empty = !list.loading && list.rows.length === 0;
  return (
    <div className="list-page">
      <PlaceHead place="reconcile" />
      <DecisionFilter
        question={question}
        head={list.head}
        onChange={change}
        onHelp={() => acts.ask({ kind: 'help' })}
      />
      {list.error && <ErrorNote error={list.error} />}
      {acts.error && !acts.asked && <ErrorNote error={acts.error} />}
      <StepNote done={acts.done} next={undoable} busy={acts.busy} onUndo={() => void acts.undo()} />
      {empty && <NoDecisions filtered={Object.keys(params).length > 1} />}
      {list.rows.length > 0 && (
        <div className="workspace-panes">
          <DecisionList
            rows={list.rows}
            question={question}
            onRange={list.onRange}
            marked={mark}
            onMark={setMarked}
            chosen={chosen}
            onChoose={choose}
            onChooseMore={(ids) => setChosen((old) => new Set([...old, ...ids]))}
            onChooseNone={chooseNone}
            onAnew={list.sortAnew}
          />
          {/* A pane that scrolls must be reachable by keyboard. */}
          {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
          <section className="decision-pane" aria-label={t('workspace.sides')} tabIndex={0}>
            {one.error && <ErrorNote error={one.error} />}
            {story && <DecisionSides key={story.decision.id} story={story} />}
          </section>
          <aside className="decision-pane why" aria-label={t('workspace.why')} tabIndex={0}>
            {story && <DecisionWhy story={story} acts={acts} />}
          </aside>
          {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        </div>
      )}
      <AskedDialog acts={acts} />
    </div>
  );
}

function NoDecisions({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered) {
    return <NoRows text={t('workspace.noneMatch')} place="reconcile" params={{ tab: 'decisions' }} />;
  }
  return (
    <EmptyNote icon={CheckCheck} title={t('workspace.emptyTitle')} text={t('workspace.emptyText')}>
      <a className="button" href={hrefTo('statements')}>
        {t('workspace.openReports')}
      </a>
    </EmptyNote>
  );
}
