import { SearchCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupRow } from '#contract/links.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { LookupSign } from '#renderer/components/services/signs.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { count, tableInstant } from '#renderer/lib/format.ts';
import { replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import type { Output } from '#contract/index.ts';
import { LookupPane } from './lookup-pane.tsx';
import { SplitList } from './split-list.tsx';

const states = ['open', 'done'] as const;

/** Everything that was asked of services, the newest first. Being offline is a state: what waits is asked later. */
export function LookupsTab() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { params } = useRoute();
  const state = states.find((name) => name === params['state']) ?? null;
  const question = useMemo(() => ({ state }), [state]);
  const list = useWindowed<LookupRow, Output<'lookups.page'>>('lookups.page', question, (window) =>
    call(bridge, 'lookups.page', { ...question, ...window }),
  );
  const columns = useColumns();
  const open = (lookup: string) => replaceParams('links', { ...params, lookup });
  const counts = list.first?.counts;
  if (!list.loading && counts && counts.open + counts.done === 0) {
    return <EmptyNote icon={SearchCheck} title={t('links.lookups.emptyTitle')} text={t('links.lookups.emptyText')} />;
  }
  return (
    <>
      {counts && <Bar state={state} counts={counts} />}
      {list.error && <ErrorNote error={list.error} />}
      <SplitList
        label={t('links.lookups.label')}
        list={list}
        columns={columns}
        narrow={['state', 'key', 'amount']}
        opened={params['lookup'] ?? null}
        onOpen={(row) => open(row.id)}
      >
        {params['lookup'] && <LookupPane id={params['lookup']} onClose={() => open('')} />}
      </SplitList>
    </>
  );
}

type BarProps = { state: 'open' | 'done' | null; counts: Output<'lookups.page'>['counts'] };

function Bar({ state, counts }: BarProps) {
  const { t } = useTranslation();
  const wake = useCommand('lookups.wake');
  const chips = [
    [null, t('common.all'), counts.open + counts.done],
    ['open', t('links.lookups.open'), counts.open],
    ['done', t('links.lookups.done'), counts.done],
  ] as const;
  return (
    <div className="links-bar">
      <fieldset className="chips" aria-label={t('links.lookups.which')}>
        {chips.map(([value, words, many]) => (
          <button
            key={words}
            type="button"
            className="chip"
            aria-pressed={value === state}
            onClick={() => replaceParams('links', { tab: 'lookups', state: value ?? '' })}
          >
            {words} <span className="count">{count(many)}</span>
          </button>
        ))}
      </fieldset>
      {counts.offline > 0 && (
        <>
          <output className="muted">{t('links.lookups.offline', { count: counts.offline })}</output>
          <button type="button" className="button" disabled={wake.busy} onClick={() => void wake.run({})}>
            {t('links.lookups.wake')}
          </button>
        </>
      )}
    </div>
  );
}

function useColumns(): Column<LookupRow, never>[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(
    () => [
      { id: 'state', head: t('links.column.state'), width: '164px', cell: (row) => <LookupSign lookup={row} /> },
      {
        id: 'when',
        head: t('links.column.asked'),
        width: '150px',
        cell: ({ askedAt }) => tableInstant(askedAt, calendar),
      },
      { id: 'service', head: t('links.column.service'), width: 'minmax(150px, 1fr)', cell: ({ label }) => label },
      {
        id: 'key',
        head: t('links.column.by'),
        width: 'minmax(180px, 1.4fr)',
        cell: ({ key: { by, value } }) => (
          <>
            <span className="muted">{t(`links.lookupKey.${by}`)}</span> {value}
          </>
        ),
      },
      {
        id: 'amount',
        head: t('links.column.expected'),
        width: '140px',
        figure: true,
        cell: ({ expected }) => <PlainAmount cents={expected.amount} />,
      },
      {
        id: 'why',
        head: t('column.reason'),
        width: 'minmax(180px, 2fr)',
        cell: ({ outcome, failure }) => (
          <span className="muted">
            {outcome
              ? outcome.reasons.map((reason) => t(`links.lookupReason.${reason}`)).join(' ')
              : failure && t(`links.failure.${failure}`)}
          </span>
        ),
      },
    ],
    [t, calendar],
  );
}
