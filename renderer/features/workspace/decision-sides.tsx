import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionStory } from '#contract/decisions.ts';
import type { Sale } from '#contract/sales.ts';
import type { Payment } from '#contract/payment.ts';
import { parseMessage } from '#parser/parse.ts';
import { Amount, PlainAmount } from '#renderer/components/amount.tsx';
import { BalanceBreak } from '#renderer/components/balance-break.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { HighlightedText } from '#renderer/components/highlighted-text.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import { Story } from '#renderer/components/story/story.tsx';
import { TakenBack } from '#renderer/components/taken-back.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** The two sides of a decision: what was expected and what was paid, each down to the words it was read from. */
export function DecisionSides({ story }: { story: DecisionStory }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<number | null>(null);
  const { sales, payments, message, decision } = story;
  if (message !== null) return <Message text={message} />;
  if (story.break) return <BalanceBreak of={story.break} />;
  // One payment and no sale: its two sides are its witnesses.
  if (sales.length === 0 && payments.length === 1 && decision.match === null) return <Witnessed id={payments[0]!.id} />;
  if (opened !== null) {
    return (
      <div className="stack">
        <button type="button" className="button" onClick={() => setOpened(null)}>
          {t('workspace.hideStory')}
        </button>
        <Witnessed id={opened} />
      </div>
    );
  }
  return (
    <div className="sides">
      <section>
        <h3>{t('workspace.expected')}</h3>
        {sales.length === 0 && <p className="muted">{t('workspace.noSale')}</p>}
        {sales.map((sale) => (
          <SaleRecord key={sale.id} sale={sale} />
        ))}
      </section>
      <section>
        <h3>{t('workspace.paid')}</h3>
        {payments.length === 0 && <p className="muted">{t('workspace.noPayment')}</p>}
        {payments.map((payment) => (
          <PaymentRecord key={payment.id} payment={payment} onOpen={() => setOpened(payment.id)} />
        ))}
      </section>
    </div>
  );
}

function Message({ text }: { text: string }) {
  const { t } = useTranslation();
  const reading = useMemo(() => parseMessage(text), [text]);
  return (
    <figure className="original">
      <figcaption className="muted small">{t('workspace.original')}</figcaption>
      <HighlightedText text={text} reading={reading} />
    </figure>
  );
}

function Witnessed({ id }: { id: number }) {
  const story = useQuery('payments.story', { id });
  if (story.error) return <ErrorNote error={story.error} />;
  // While another payment is on its way, the last one must not stand under this decision's name.
  if (story.data?.payment.id !== id) return null;
  return (
    <div className="stack">
      <Story story={story.data} />
    </div>
  );
}

function SaleRecord({ sale }: { sale: Sale }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const when = sale.at && (sale.precision === 'day' ? dateWords(sale.at, calendar) : instantWords(sale.at, calendar));
  return (
    <div className="side-record">
      <strong>
        <PlainAmount cents={sale.amount} />
      </strong>
      <b>{sale.customer ?? t(`sales.${sale.kind}`)}</b>
      {when && <span>{when}</span>}
      {sale.reference !== null && <span className="muted">{sale.reference}</span>}
      {sale.receipt !== null && <span className="muted">{sale.receipt}</span>}
      {sale.open !== sale.amount && (
        <span className="muted">{t('workspace.open', { sum: sentenceAmount(sale.open) })}</span>
      )}
    </div>
  );
}

function PaymentRecord({ payment, onOpen }: { payment: Payment; onOpen: () => void }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const accountName = useAccountName();
  return (
    <div className="side-record">
      <strong>
        <Amount cents={payment.amount} />
      </strong>
      <b>{payment.party ?? t(`kind.${payment.kind}`)}</b>
      {payment.occurredAt !== null && <span>{instantWords(payment.occurredAt, calendar)}</span>}
      <span className="muted">{[payment.receipt, payment.accountRef, payment.phone].filter(Boolean).join(' · ')}</span>
      <span className="muted">{accountName(payment.account)}</span>
      <Standing of={payment.standing} />
      <TakenBack payment={payment} />
      <button type="button" className="file-link" onClick={onOpen}>
        {t('workspace.story')}
      </button>
    </div>
  );
}
