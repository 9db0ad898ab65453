import { useTranslation } from 'react-i18next';
import type { PaymentStory } from '#contract/payment.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import { TakenBack } from '#renderer/components/taken-back.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { instantWords } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';
import { PaymentServices } from '#renderer/components/services/payment-services.tsx';
import { Evidence } from './evidence.tsx';
import { Ladder } from './ladder.tsx';
import { Witnesses } from './witnesses.tsx';

/** What the payment stands on, who told of it, what agrees, what would lift it, and the words it was read from. */
export function Story({ story }: { story: PaymentStory }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const accountName = useAccountName();
  const { payment, witnesses, evidence, linked } = story;
  // With one witness there is nothing to hold side by side: it is told below anyway.
  const comparable =
    evidence.some(({ message }) => message !== null) && evidence.some(({ statement }) => statement !== null);
  return (
    <>
      <header className="story-head">
        <p className="story-amount">
          <Amount cents={payment.amount} /> <span className="unit">KSh</span>
        </p>
        <p>
          <b>{payment.party ?? t(`kind.${payment.kind}`)}</b>
          {payment.party !== null && <span className="muted"> · {t(`kind.${payment.kind}`)}</span>}
        </p>
        <p className="muted">
          {[
            payment.receipt,
            payment.occurredAt && instantWords(payment.occurredAt, calendar),
            accountName(payment.account),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <section>
        <h2>
          <Standing of={payment.standing} />
        </h2>
        <Ladder payment={payment} witnesses={witnesses} />
      </section>
      <TakenBack payment={payment} />
      {linked && (
        <p>
          <a href={hrefTo('reconcile', { search: linked.receipt })}>
            {t(`story.${linked.as}`, { receipt: linked.receipt })}
          </a>
        </p>
      )}
      {comparable && <Evidence evidence={evidence} />}
      <PaymentServices payment={payment} />
      <Witnesses witnesses={witnesses} />
    </>
  );
}
