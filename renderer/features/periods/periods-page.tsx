import { CalendarRange } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '#contract/proof.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { HeadLine } from '#renderer/components/head-line.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { CloseDialog, ReopenDialog } from './period-dialogs.tsx';
import { PeriodRow } from './period-row.tsx';

type Asked = { readonly what: 'close' | 'reopen'; readonly period: Period };

const figures = ['opening', 'in', 'out', 'besides', 'closing'] as const;

/** Every month of every account: whether it adds up, and whether it is closed. */
export function PeriodsPage() {
  const { t } = useTranslation();
  const periods = useQuery('periods.list', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="statements" />
        {periods.error && <ErrorNote error={periods.error} onRetry={() => void periods.refetch()} />}
        {periods.data?.length === 0 && (
          <EmptyNote icon={CalendarRange} title={t('periods.emptyTitle')} text={t('periods.emptyText')}>
            <a className="button primary" href={hrefTo('statements')}>
              {t('import.choose')}
            </a>
          </EmptyNote>
        )}
        {periods.data && periods.data.length > 0 && (
          <table className="plain-table periods">
            <HeadLine
              of={[
                t('periods.month'),
                t('periods.account'),
                ...figures.map((figure) => ({ figure: t(`periods.${figure}`) })),
                t('column.proof'),
                t('periods.stateHead'),
              ]}
              acts
            />
            {periods.data.map((period) => (
              <PeriodRow
                key={`${period.account.id}-${period.month}`}
                period={period}
                onAsk={(what) => setAsked({ what, period })}
              />
            ))}
          </table>
        )}
        {asked?.what === 'close' && <CloseDialog period={asked.period} onClose={close} />}
        {asked?.what === 'reopen' && <ReopenDialog period={asked.period} onClose={close} />}
      </div>
    </div>
  );
}
