import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchStory } from '#contract/matches.ts';
import type { Sale } from '#contract/sales.ts';
import { Amount, PlainAmount } from '#renderer/components/amount.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { SidePane } from '#renderer/components/side-pane.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import { TakenBack } from '#renderer/components/taken-back.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, instantWords } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** One sale, what pays it, and the ways from here. */
export function SalePane({ sale, onClose }: { sale: Sale; onClose: () => void }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const remove = useCommand('sales.remove');
  const details = [
    sale.at && (sale.precision === 'day' ? dateWords(sale.at, calendar) : instantWords(sale.at, calendar)),
    sale.reference,
    sale.receipt,
  ];
  return (
    <SidePane label={t('sales.pane')} onClose={onClose}>
      <header className="story-head">
        <p className="story-amount">
          <PlainAmount cents={sale.amount} /> <span className="unit">KSh</span>
        </p>
        <p>
          <b>{sale.customer ?? t(`sales.${sale.kind}`)}</b> · {t(`sales.state.${sale.state}`)}
        </p>
        <p className="muted">{details.filter(Boolean).join(' · ')}</p>
        {sale.source && <From {...sale.source} />}
      </header>
      {sale.match === null ? <p className="muted">{t('sales.notPaid')}</p> : <PaidBy sale={sale} match={sale.match} />}
      {remove.error && <ErrorNote error={remove.error} />}
      <div className="sale-pane-ways">
        {sale.state !== 'paid' && (
          <a
            className="button"
            href={hrefTo('reconcile', {
              tab: 'decisions',
              search: sale.reference ?? sale.receipt ?? sale.customer ?? '',
            })}
          >
            {t('sales.decide')}
          </a>
        )}
        <button
          type="button"
          className="button"
          disabled={remove.busy}
          onClick={() => void remove.run({ ids: [sale.id] }).then((done) => done && onClose())}
        >
          {t('sales.remove')}
        </button>
      </div>
    </SidePane>
  );
}

/** The file it came out of. */
function From({ importId, row }: NonNullable<Sale['source']>) {
  const { t } = useTranslation();
  const { data: imports } = useQuery('imports.list', {});
  const file = imports?.find(({ id }) => id === importId);
  return file && <p className="muted small">{t('sales.fromFile', { name: file.name, row })}</p>;
}

/** The match that pays it, or that might. */
function PaidBy({ sale, match }: { sale: Sale; match: number }) {
  const { t } = useTranslation();
  const found = useQuery('matches.one', { id: match });
  if (found.error) return <ErrorNote error={found.error} />;
  if (found.data?.match.id !== match) return null;
  return <Matched story={found.data} confirmed={sale.state !== 'proposed'} title={t('sales.paidBy')} />;
}

function Matched({ story, confirmed, title }: { story: MatchStory; confirmed: boolean; title: string }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const revoke = useCommand('matches.revoke');
  const [asking, setAsking] = useState(false);
  const takeBack = async (reason: string) => {
    if (await revoke.run({ ids: [story.match.id], reason })) setAsking(false);
  };
  return (
    <section>
      <h2>{title}</h2>
      {story.payments.map((payment) => (
        <div key={payment.id} className="side-record">
          <strong>
            <Amount cents={payment.amount} />
          </strong>
          <span>
            {payment.party ?? t(`kind.${payment.kind}`)}
            {payment.occurredAt !== null && ` · ${instantWords(payment.occurredAt, calendar)}`}
          </span>
          {payment.receipt !== null && <a href={hrefTo('reconcile', { search: payment.receipt })}>{payment.receipt}</a>}
          <Standing of={payment.standing} />
          <TakenBack payment={payment} />
        </div>
      ))}
      <p className="muted small">{t('workspace.byRule', { rule: t(`matchRule.${story.match.rule}`) })}</p>
      {confirmed && (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('sales.revoke')}
        </button>
      )}
      {asking && (
        <ReasonDialog
          title={t('sales.revoke')}
          text={t('sales.revokeText')}
          action={t('sales.revoke')}
          required
          busy={revoke.busy}
          error={revoke.error}
          onReason={(reason) => void takeBack(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
