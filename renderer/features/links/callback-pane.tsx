import { useTranslation } from 'react-i18next';
import type { CallbackRow } from '#contract/links.ts';
import { AnswerFacts } from '#renderer/components/services/answer-facts.tsx';
import { CallbackSign } from '#renderer/components/services/signs.tsx';
import { SidePane } from '#renderer/components/side-pane.tsx';
import { hrefTo } from '#renderer/lib/route.ts';

/** One callback as it was read and as it came, and what a lookup found of it. */
export function CallbackPane({ callback, onClose }: { callback: CallbackRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { values, verdict, body } = callback;
  return (
    <SidePane label={t('links.callbacks.one')} onClose={onClose}>
      <section>
        <h2>
          <CallbackSign of={verdict} />
        </h2>
        <p>{t('links.callbacks.seenOnly')}</p>
        <p className="muted">{t(`links.callbackKind.${values.kind}`)}</p>
        {values.receipt !== null && (
          <a href={hrefTo('reconcile', { search: values.receipt })}>{t('messages.seePayment')}</a>
        )}
      </section>
      <AnswerFacts answer={values} />
      <section>
        <h2>{t('links.callbacks.body')}</h2>
        <p className="plain-words">{body}</p>
      </section>
    </SidePane>
  );
}
