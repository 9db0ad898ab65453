import { useTranslation } from 'react-i18next';
import type { OpenedRows } from '#renderer/components/import-rows-dialog.tsx';
import type { ImportDone } from '#contract/import.ts';
import { type Taken, useIntake } from '#renderer/lib/intake.tsx';
import { accountWords } from '#renderer/lib/names.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Checks } from './checks.tsx';
import { FileFacts } from './file-facts.tsx';
import { RefusedFile } from './refused-file.tsx';
import { RowFigures } from './row-figures.tsx';
import { isOfSales } from './of-sales.ts';
import { UndoButton } from './undo-button.tsx';

type DoneFileProps = { file: Taken<ImportDone>; onRows: (opened: OpenedRows) => void };

/** What became of one file: its rows, its printed figures, and the way back. */
export function DoneFile({ file, onRows }: DoneFileProps) {
  const { answer } = file;
  return (
    <article className="intake-file" aria-label={file.name}>
      <h3>{file.name}</h3>
      {answer.ok ? (
        <Outcome of={file.key} done={answer.report} onRows={onRows} />
      ) : (
        <RefusedFile file={{ ...file, source: null }} why={answer} />
      )}
    </article>
  );
}

type OutcomeProps = { of: number; done: ImportDone; onRows: DoneFileProps['onRows'] };

function Outcome({ of, done, onRows }: OutcomeProps) {
  const { t } = useTranslation();
  const { mapAgain } = useIntake();
  const { data: imports } = useQuery('imports.list', {});
  const undone = imports?.some(({ id, undoneAt }) => id === done.id && undoneAt !== null) ?? false;
  const { id, name, rows } = done;
  return (
    <>
      <FileFacts report={done} />
      <RowFigures rows={rows} conflicting={done.conflicting} storedLabel={t('import.rowsStored')} />
      {done.newAccounts.length > 0 && !undone && (
        <p>
          {t('intake.newAccountsDone', {
            accounts: done.newAccounts.map((account) => accountWords(t, account)).join(', '),
          })}{' '}
          <a href={hrefTo('accounts')}>{t('intake.seeAccounts')}</a>
        </p>
      )}
      {isOfSales(done) ? (
        <p>
          <a href={hrefTo('reconcile', { tab: 'sales' })}>{t('intake.seeSales')}</a>
        </p>
      ) : (
        <Checks report={done} />
      )}
      <div className="intake-foot">
        <button type="button" className="button" onClick={() => onRows({ id, name })}>
          {t('import.showRows')}
        </button>
        {rows.skipped + rows.rejected > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => onRows({ id, name, verdict: rows.rejected > 0 ? 'rejected' : 'skipped' })}
          >
            {t('import.showNotTaken')}
          </button>
        )}
        {done.mapped && !undone && (
          <button type="button" className="button" onClick={() => void mapAgain(of, id)}>
            {t('intake.mapOtherwise')}
          </button>
        )}
        {undone ? <span className="muted">{t('import.undone')}</span> : <UndoButton id={id} name={name} />}
      </div>
    </>
  );
}
