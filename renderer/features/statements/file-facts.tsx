import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { periodWords, plainAmount } from '#renderer/lib/format.ts';
import { accountWords, importerWords } from '#renderer/lib/names.ts';

/** What the file was recognised as, whose account it is, and the time it speaks of. */
export function FileFacts({ report }: { report: Omit<ImportReport, 'issues'> }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { importer, mapped, account, period, totals } = report;
  const dates = period ? periodWords(period.from, period.to, calendar) : '–';
  const facts: [string, string][] =
    mapped && mapped.use !== 'payments'
      ? [
          [t('import.recognisedAs'), t(`mapper.uses.${mapped.use}`)],
          [t('import.period'), dates],
          [t('intake.toBePaid'), plainAmount(totals.in)],
        ]
      : [
          [t('import.recognisedAs'), importerWords(t, importer)],
          [t('import.account'), account ? [accountWords(t, account), account.holder].filter(Boolean).join(', ') : '–'],
          [t('import.period'), dates],
          [t('import.moneyIn'), plainAmount(totals.in)],
          [t('import.moneyOut'), plainAmount(totals.out)],
        ];
  return (
    <dl className="file-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="muted small">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
