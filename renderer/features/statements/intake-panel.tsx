import { useTranslation } from 'react-i18next';
import type { ImportDone } from '#contract/import.ts';
import type { OpenedRows } from '#renderer/components/import-rows-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { type Taken, useIntake } from '#renderer/lib/intake.tsx';
import { wasStopped } from '#renderer/lib/take-in.ts';
import { DoneFile } from './done-file.tsx';
import { Preview } from './preview.tsx';

type IntakePanelProps = { onRows: (opened: OpenedRows) => void };

/** From the choice of files to the summary of what became of them; stays until it is put away. */
export function IntakePanel({ onRows }: IntakePanelProps) {
  const { t } = useTranslation();
  const { intake } = useIntake();
  if (intake.phase === 'idle') return intake.error && <ErrorNote error={intake.error} />;
  if (intake.phase === 'preview')
    return <Preview files={intake.files} error={intake.error} leftOver={intake.leftOver > 0} busy={false} />;
  if (intake.phase === 'done') return <Done files={intake.files} onRows={onRows} />;
  if (intake.phase === 'reading' && intake.before.length > 0)
    return <Preview files={intake.before} error={null} leftOver={false} busy />;
  return (
    <section className="intake" aria-live="polite">
      <p className="intake-busy">
        {t(intake.phase === 'reading' ? 'import.reading' : 'import.importing', { names: namesOf(intake.names) })}
      </p>
    </section>
  );
}

function Done({ files, onRows }: IntakePanelProps & { files: readonly Taken<ImportDone>[] }) {
  const { t } = useTranslation();
  const { dismiss, lookAgain } = useIntake();
  const stored = files.filter(({ answer }) => answer.ok).length;
  const stopped = files.filter(wasStopped).length;
  return (
    <section className="intake" aria-labelledby="intake-title">
      <header className="section-head">
        <h2 id="intake-title">{title()}</h2>
        <div className="ways">
          {stopped > 0 && (
            <button type="button" className="button" onClick={() => void lookAgain()}>
              {t('import.lookAgain', { count: stopped })}
            </button>
          )}
          <button type="button" className="button" onClick={dismiss}>
            {t('import.dismiss')}
          </button>
        </div>
      </header>
      {files.map((file) => (
        <DoneFile key={file.key} file={file} onRows={onRows} />
      ))}
    </section>
  );

  function title(): string {
    if (stored === files.length) return t('import.doneTitle');
    if (stored > 0) return t('import.partTitle', { count: files.length, stored });
    return t(stopped > 0 ? 'import.stoppedTitle' : 'import.noneTitle');
  }
}

/** The first few; a folder may hold hundreds. */
const namesOf = (names: readonly string[]) => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`;
