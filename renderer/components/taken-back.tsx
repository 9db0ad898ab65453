import { useTranslation } from 'react-i18next';
import type { Payment } from '#contract/payment.ts';
import { sentenceAmount } from '#renderer/lib/format.ts';

/** What of a payment was taken back and what stays. Says nothing where none of it was, or all: then it stands as reversed. */
export function TakenBack({ payment: { amount, takenBack } }: { payment: Payment }) {
  const { t } = useTranslation();
  const stays = Math.abs(amount) - takenBack;
  if (takenBack === 0 || stays === 0) return null;
  return (
    <p className="amiss-text">
      {t('story.takenBack', { sum: sentenceAmount(takenBack), rest: sentenceAmount(stays) })}
    </p>
  );
}
