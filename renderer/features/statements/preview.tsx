import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { Refused } from '#renderer/lib/call.ts';
import { count } from '#renderer/lib/format.ts';
import { type Taken, useIntake } from '#renderer/lib/intake.tsx';
import { isReady } from '#renderer/lib/take-in.ts';
import { PreviewFile } from './preview-file.tsx';
import { RowFigures } from './row-figures.tsx';
import { sumOf } from './sum.ts';

type PreviewProps = {
  files: readonly Taken<ImportReport>[];
  error: Refused | null;
  leftOver: boolean;
  /** True while they are looked at again: what is known stays in sight, nothing can be pressed. */
  busy: boolean;
};

/** A drop of many is longer than the window. */
const toFile = (file: Taken<ImportReport> | undefined) =>
  document.getElementById(`file-${file?.key}`)?.scrollIntoView({ block: 'center' });

/** What all the files hold, together and each, before anything is stored. */
export function Preview({ files, error, leftOver, busy }: PreviewProps) {
  const { t } = useTranslation();
  const { importAll, dismiss } = useIntake();
  const ready = files.filter(isReady);
  const sum = sumOf(ready.map(({ answer }) => answer.report));
  const out = files.length - ready.length;
  return (
    <section className="intake" aria-labelledby="intake-title" aria-busy={busy}>
      <header className="section-head">
        <h2 id="intake-title">{t('import.previewTitle', { count: files.length })}</h2>
        <output className="muted small">{t(busy ? 'intake.lookingAgain' : 'import.nothingStored')}</output>
      </header>
      {error && <ErrorNote error={error} />}
      {leftOver && <p className="note warn">{t('intake.leftOver')}</p>}
      {ready.length > 1 && (
        <div className="intake-file intake-sum">
          <h3>{t('intake.inAll')}</h3>
          <RowFigures rows={sum.rows} conflicting={sum.conflicting} storedLabel={t('import.rowsNew')} />
        </div>
      )}
      <fieldset className="intake-files" disabled={busy}>
        {files.map((file) => (
          <PreviewFile key={file.key} file={file} alone={files.length === 1} />
        ))}
      </fieldset>
      <footer className="intake-foot">
        {ready.length > 0 && (
          <button type="button" className="button primary" disabled={busy} onClick={() => void importAll()}>
            {t('import.import', { count: sum.rows.stored, rows: count(sum.rows.stored) })}
          </button>
        )}
        <button type="button" className="button" disabled={busy} onClick={dismiss}>
          {t('common.cancel')}
        </button>
        {ready.length > 0 && sum.rows.stored === 0 && <span className="muted">{t('import.nothingNew')}</span>}
        {ready.length > 0 && out > 0 && (
          <button type="button" className="button plain" onClick={() => toFile(files.find((file) => !isReady(file)))}>
            {t('intake.notReady', { count: out })}
          </button>
        )}
      </footer>
    </section>
  );
}
