import { useTranslation } from 'react-i18next';
import type { OpenedRows } from '#renderer/components/import-rows-dialog.tsx';
import type { ImportReport } from '#contract/import.ts';
import { type Taken, useIntake } from '#renderer/lib/intake.tsx';
import { count } from '#renderer/lib/format.ts';
import { DoneFile } from './done-file.tsx';
import { PreviewFile } from './preview-file.tsx';

type IntakePanelProps = { onRows: (opened: OpenedRows) => void };

/** From the choice of files to the summary of what became of them; stays until it is put away. */
export function IntakePanel({ onRows }: IntakePanelProps) {
  const { t } = useTranslation();
  const { intake, dismiss } = useIntake();
  if (intake.phase === 'idle') return null;
  if (intake.phase === 'preview') return <Preview files={intake.files} />;
  if (intake.phase === 'done') {
    return (
      <section className="intake" aria-labelledby="intake-title">
        <header className="section-head">
          <h2 id="intake-title">{t('import.doneTitle')}</h2>
          <button type="button" className="button" onClick={dismiss}>
            {t('import.dismiss')}
          </button>
        </header>
        {intake.files.map((file, index) => (
          <DoneFile key={`${index}-${file.name}`} file={file} onRows={onRows} />
        ))}
      </section>
    );
  }
  return (
    <section className="intake" aria-live="polite">
      <p className="intake-busy">
        {t(intake.phase === 'reading' ? 'import.reading' : 'import.importing', { names: intake.names.join(', ') })}
      </p>
    </section>
  );
}

function Preview({ files }: { files: readonly Taken<ImportReport>[] }) {
  const { t } = useTranslation();
  const { importAll, dismiss } = useIntake();
  const ready = files.filter((file) => 'report' in file);
  const rows = ready.reduce((sum, file) => sum + file.report.rows.stored, 0);
  return (
    <section className="intake" aria-labelledby="intake-title">
      <header className="section-head">
        <h2 id="intake-title">{t('import.previewTitle', { count: files.length })}</h2>
        <span className="muted small">{t('import.nothingStored')}</span>
      </header>
      {files.map((file, index) => (
        <PreviewFile key={`${index}-${file.name}`} file={file} />
      ))}
      <footer className="intake-foot">
        <button type="button" className="button primary" disabled={ready.length === 0} onClick={() => void importAll()}>
          {t('import.import', { count: rows, rows: count(rows) })}
        </button>
        <button type="button" className="button" onClick={dismiss}>
          {t('common.cancel')}
        </button>
        {ready.length > 0 && rows === 0 && <span className="muted">{t('import.nothingNew')}</span>}
      </footer>
    </section>
  );
}
