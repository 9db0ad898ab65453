import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { accountWords } from '#renderer/lib/names.ts';
import { type Taken, useIntake } from '#renderer/lib/intake.tsx';
import { Checks } from './checks.tsx';
import { Conflicts } from './conflicts.tsx';
import { FileFacts } from './file-facts.tsx';
import { Issues } from './issues.tsx';
import { RefusedFile } from './refused-file.tsx';
import { RowFigures } from './row-figures.tsx';
import { isOfSales } from './of-sales.ts';
import { UndoneBefore } from './undone-before.tsx';

type PreviewFileProps = { file: Taken<ImportReport>; alone: boolean };

/** What one file says it is and what an import of it would do. */
export function PreviewFile({ file, alone }: PreviewFileProps) {
  const { t } = useTranslation();
  const { leaveOut } = useIntake();
  const { key, name, answer } = file;
  return (
    <article id={`file-${key}`} className="intake-file" aria-label={name}>
      <header className="intake-file-head">
        <h3>{name}</h3>
        {!alone && (
          <button
            type="button"
            className="button plain icon-only"
            aria-label={t('intake.leaveOutNamed', { name })}
            title={t('intake.leaveOut')}
            onClick={() => void leaveOut(key)}
          >
            <Icon of={X} />
          </button>
        )}
      </header>
      {answer.ok ? <Readable file={file} report={answer.report} /> : <RefusedFile file={file} why={answer} />}
    </article>
  );
}

function Readable({ file, report }: { file: Taken<ImportReport>; report: ImportReport }) {
  const { t } = useTranslation();
  const { setMapping } = useIntake();
  const { key, name, source } = file;
  return (
    <>
      {report.undoneBefore && <UndoneBefore of={key} again={source?.again === true} />}
      <FileFacts report={report} />
      <RowFigures rows={report.rows} conflicting={report.conflicting} storedLabel={t('import.rowsNew')} />
      {report.newAccounts.length > 0 && (
        <p className="muted">
          {t('intake.newAccounts', {
            accounts: report.newAccounts.map((account) => accountWords(t, account)).join(', '),
          })}
        </p>
      )}
      {!isOfSales(report) && <Checks report={report} />}
      <Conflicts report={report} />
      <Issues report={report} />
      {source && report.mapped && (
        <p>
          <button type="button" className="button" onClick={() => setMapping({ key, name, source })}>
            {t('intake.mapAgain')}
          </button>
        </p>
      )}
    </>
  );
}
