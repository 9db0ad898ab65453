import { useTranslation } from 'react-i18next';
import type { Payment, Witness } from '#contract/payment.ts';
import type { Standing } from '#contract/words.ts';

const rungs = ['seen', 'confirmed', 'proved', 'settled'] as const satisfies readonly Standing[];

/** What the payment stands on, what does not agree about it, and what would lift it one step. */
export function Ladder({ payment, witnesses }: { payment: Payment; witnesses: readonly Witness[] }) {
  const { t } = useTranslation();
  const reached = rungs.findIndex((rung) => rung === payment.standing);
  const told = witnesses.some(({ source }) => source === 'sms') ? 'withMessage' : 'withoutMessage';
  const byService = payment.standing === 'confirmed' && !witnesses.some(({ source }) => source === 'statement');
  return (
    <>
      {reached >= 0 && (
        <ol className="ladder" aria-hidden="true">
          {rungs.map((rung, step) => (
            <li key={rung} className={step <= reached ? 'reached' : ''}>
              {t(`standing.${rung}`)}
            </li>
          ))}
        </ol>
      )}
      <p>{t(byService ? 'links.story.standsOn' : `standsOn.${payment.standing}`)}</p>
      {payment.exception && <p className="amiss-text">{t(`exceptionText.${payment.exception}`)}</p>}
      <p className="muted">{t(`lift.${payment.standing}`)}</p>
      {payment.standing === 'proved' && told === 'withoutMessage' && <p className="muted">{t('lift.noMessage')}</p>}
    </>
  );
}
