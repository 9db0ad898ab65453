import { MessageSquareShare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupRow } from '#contract/links.ts';
import type { Payment } from '#contract/payment.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { tableInstant } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { LookUp } from './look-up.tsx';
import { LookupSign } from './signs.tsx';
import { SmsReceipt } from './sms-receipt.tsx';
import { can, type Linked, mayKnow, useLinked } from './use-linked.ts';

/** What linked services said about a payment, and what can be asked of them. Nothing where none is linked. */
export function PaymentServices({ payment }: { payment: Payment }) {
  const { linked } = useLinked();
  return linked.length === 0 ? null : <Section payment={payment} linked={linked} />;
}

function Section({ payment, linked }: { payment: Payment; linked: readonly Linked[] }) {
  const { t } = useTranslation();
  const asked = useQuery('lookups.page', { payment: payment.id, offset: 0, limit: 20 });
  const [writing, setWriting] = useState(false);
  const rows = asked.data?.rows ?? [];
  const { data: accounts = [] } = useQuery('accounts.list', {});
  const canAsk = linked.filter((link) => can(link, 'look-up') && mayKnow(link, payment.account.id, accounts));
  const canWrite = payment.direction === 'in' && linked.some((link) => can(link, 'send-sms'));
  if (rows.length === 0 && canAsk.length === 0 && !canWrite) return null;
  return (
    <section>
      <h2>{t('links.story.title')}</h2>
      {rows.map((row) => (
        <Asked key={row.id} row={row} />
      ))}
      <div className="link-buttons">
        {canAsk.map((link) => (
          <LookUp
            key={link.id}
            payments={[payment.id]}
            linkedAccount={link.id}
            words={t('links.story.ask', { name: link.label })}
          />
        ))}
        {canWrite && (
          <button type="button" className="button" onClick={() => setWriting(true)}>
            <Icon of={MessageSquareShare} />
            {t('links.story.receipt')}
          </button>
        )}
      </div>
      {writing && <SmsReceipt payment={payment} linked={linked} onClose={() => setWriting(false)} />}
    </section>
  );
}

function Asked({ row }: { row: LookupRow }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const why = row.outcome?.reasons.map((reason) => t(`links.lookupReason.${reason}`)) ?? [];
  return (
    <div>
      <LookupSign lookup={row} />{' '}
      <a className="small" href={hrefTo('links', { tab: 'lookups', lookup: row.id })}>
        {row.label}, {tableInstant(row.settledAt ?? row.askedAt, calendar)}
      </a>
      {why.length > 0 && <p className="muted small">{why.join(' ')}</p>}
      {row.failure !== null && <p className="muted small">{t(`links.failure.${row.failure}`)}</p>}
    </div>
  );
}
