import { useTranslation } from 'react-i18next';
import type { OpenedRows } from '#renderer/components/import-rows-dialog.tsx';
import type { ImportDone } from '#contract/import.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { Taken } from '#renderer/lib/intake.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Checks } from './checks.tsx';
import { FileFacts } from './file-facts.tsx';
import { RowFigures } from './row-figures.tsx';
import { UndoButton } from './undo-button.tsx';

type DoneFileProps = { file: Taken<ImportDone>; onRows: (opened: OpenedRows) => void };

/** What became of one file: its rows, its printed figures, and the way back. */
export function DoneFile({ file, onRows }: DoneFileProps) {
  return (
    <article className="intake-file" aria-label={file.name}>
      <h3>{file.name}</h3>
      {'error' in file ? <ErrorNote error={file.error} /> : <Outcome done={file.report} onRows={onRows} />}
    </article>
  );
}

function Outcome({ done, onRows }: { done: ImportDone; onRows: DoneFileProps['onRows'] }) {
  const { t } = useTranslation();
  const { data: imports } = useQuery('imports.list', {});
  const undone = imports?.some(({ id, undoneAt }) => id === done.id && undoneAt !== null) ?? false;
  return (
    <>
      <FileFacts report={done} />
      <RowFigures rows={done.rows} storedLabel={t('import.rowsStored')} />
      <Checks report={done} />
      <div className="intake-foot">
        <button type="button" className="button" onClick={() => onRows({ id: done.id, name: done.name })}>
          {t('import.showRows')}
        </button>
        {done.rows.skipped + done.rows.rejected > 0 && (
          <button
            type="button"
            className="button"
            onClick={() =>
              onRows({ id: done.id, name: done.name, verdict: done.rows.rejected > 0 ? 'rejected' : 'skipped' })
            }
          >
            {t('import.showNotTaken')}
          </button>
        )}
        {undone ? <span className="muted">{t('import.undone')}</span> : <UndoButton id={done.id} name={done.name} />}
      </div>
    </>
  );
}
