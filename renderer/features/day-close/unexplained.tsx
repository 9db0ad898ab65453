import { useTranslation } from 'react-i18next';
import { plainAmount, signedAmount } from '#renderer/lib/format.ts';
import type { Till } from './till.ts';

/** The difference, in one large figure, and the sum it comes from. */
export function Unexplained({ till, mpesa, cents }: { till: Till; mpesa: number; cents: number }) {
  const { t } = useTranslation();
  const tone = cents === 0 ? 'good' : 'warn';
  const sum = {
    counted: plainAmount(till.cashCounted),
    opening: plainAmount(till.cashOpening),
    spent: plainAmount(till.cashSpent),
    mpesa: plainAmount(mpesa),
    credit: plainAmount(till.credit),
    takings: plainAmount(till.takings),
  };
  return (
    <div className={`unexplained ${tone}`} aria-live="polite">
      <p>
        {t('dayClose.unexplained')} <strong>{signedAmount(cents)}</strong>{' '}
        {cents === 0 ? t('dayClose.exact') : t(cents > 0 ? 'dayClose.tooMuch' : 'dayClose.missing')}
      </p>
      <p className="muted small">{t('dayClose.sum', sum)}</p>
    </div>
  );
}
