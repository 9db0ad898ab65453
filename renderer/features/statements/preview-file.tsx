import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { Taken } from '#renderer/lib/intake.tsx';
import { Checks } from './checks.tsx';
import { FileFacts } from './file-facts.tsx';
import { Issues } from './issues.tsx';
import { RowFigures } from './row-figures.tsx';

/** What one file says it is and what an import of it would do. */
export function PreviewFile({ file }: { file: Taken<ImportReport> }) {
  const { t } = useTranslation();
  return (
    <article className="intake-file" aria-label={file.name}>
      <h3>{file.name}</h3>
      {'error' in file ? (
        <ErrorNote error={file.error} />
      ) : (
        <>
          <FileFacts report={file.report} />
          <RowFigures rows={file.report.rows} storedLabel={t('import.rowsNew')} />
          <Checks report={file.report} />
          <Issues report={file.report} />
        </>
      )}
    </article>
  );
}
