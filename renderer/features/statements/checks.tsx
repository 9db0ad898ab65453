import { CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { sentenceAmount } from '#renderer/lib/format.ts';

/** Whether the figures printed in the file hold; for each that does not, by how much. */
export function Checks({ report: { verified, checks } }: { report: Pick<ImportReport, 'verified' | 'checks'> }) {
  const { t } = useTranslation();
  const broken = checks.filter(({ holds }) => !holds);
  if (verified) {
    return (
      <p className="standing good">
        <Icon of={CheckCheck} />
        {t('check.verified')}
      </p>
    );
  }
  if (broken.length === 0) {
    return (
      <p className="standing quiet muted">
        <Icon of={Clock} />
        {t('check.none')}
      </p>
    );
  }
  return (
    <>
      <ul className="checks">
        {broken.map(({ what, printed, found, row }) => (
          <li key={`${what}-${row}`} className="standing danger">
            <Icon of={CircleAlert} />
            <span>
              {t(`check.${what}`, {
                printed: sentenceAmount(printed),
                found: sentenceAmount(found),
                difference: sentenceAmount(Math.abs(found - printed)),
              })}
              {row !== null && ` ${t('check.atRow', { row })}`}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('check.next')}</p>
    </>
  );
}
