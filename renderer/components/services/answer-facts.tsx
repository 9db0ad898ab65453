import { useTranslation } from 'react-i18next';
import type { ProviderAnswer } from '#contract/provider-answer.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { Facts } from './facts.tsx';

/** What a service says of one payment, in our words; what was odd about it is said, and nothing is guessed. */
export function AnswerFacts({ answer }: { answer: ProviderAnswer }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { state, code, means, reason, amount, receipt, reference, phone, party, occurredAt, ids, notes } = answer;
  return (
    <section>
      <h2>{t('links.answer.title')}</h2>
      <Facts
        facts={[
          [t('links.column.state'), t(`links.paymentState.${state}`)],
          [t('links.answer.code'), code],
          [t('links.answer.means'), means && t(`links.codeMeaning.${means}`)],
          [t('links.answer.reason'), reason],
          [t('slot.amount'), amount === null ? null : sentenceAmount(amount)],
          [t('slot.receipt'), receipt],
          [t('links.lookupKey.own-reference'), reference],
          [t('slot.phone'), phone],
          [t('slot.name'), party],
          [t('column.when'), occurredAt === null ? null : instantWords(occurredAt, calendar)],
          [t('links.answer.ids'), Object.values(ids).join(', ') || null],
        ]}
      />
      {notes.map((note) => (
        <p key={note} className="muted small">
          {t(`links.answerNote.${note}`)}
        </p>
      ))}
    </section>
  );
}
