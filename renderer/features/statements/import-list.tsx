import { useTranslation } from 'react-i18next';
import type { OpenedRows } from '#renderer/components/import-rows-dialog.tsx';
import type { ImportSummary } from '#contract/import.ts';
import { HeadLine } from '#renderer/components/head-line.tsx';
import { ProofSign } from '#renderer/components/standing.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, periodWords, tableInstant } from '#renderer/lib/format.ts';
import { accountWords, importerWords } from '#renderer/lib/names.ts';
import { UndoButton } from './undo-button.tsx';

type OnRows = (opened: OpenedRows) => void;
type ImportListProps = { imports: readonly ImportSummary[]; onRows: OnRows };

/** Every import, the newest first; one that was undone stays, struck out. */
export function ImportList({ imports, onRows }: ImportListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="imports-title">
      <header className="section-head">
        <h2 id="imports-title">{t('import.listTitle')}</h2>
      </header>
      <table className="plain-table import-list">
        <HeadLine
          of={[
            t('column.file'),
            t('column.account'),
            t('column.period'),
            { figure: t('import.rowsStored') },
            { figure: t('import.rowsDuplicate') },
            { figure: t('import.rowsRejected') },
            t('column.proof'),
            t('column.imported'),
          ]}
          acts
        />
        <tbody>
          {imports.map((entry) => (
            <Line key={entry.id} entry={entry} onRows={onRows} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many rows became this, and the way to them. */
function Rows({ many, of, onOpen }: { many: number; of: string; onOpen: () => void }) {
  if (many === 0) return 0;
  return (
    <button type="button" className="figure-link" aria-label={`${count(many)} ${of}`} onClick={onOpen}>
      {count(many)}
    </button>
  );
}

function Line({ entry, onRows }: { entry: ImportSummary; onRows: OnRows }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { id, name, account, period, rows, importedAt, undoneAt } = entry;
  return (
    <tr className={undoneAt === null ? '' : 'undone'}>
      <th scope="row">
        <button type="button" className="file-link" onClick={() => onRows({ id, name })}>
          {name}
        </button>
        <span className="muted small">{entry.sales ? t('sales.title') : importerWords(t, entry.importer)}</span>
      </th>
      <td>{account ? accountWords(t, account) : '–'}</td>
      <td>{period ? periodWords(period.from, period.to, calendar) : '–'}</td>
      {(['stored', 'duplicate', 'rejected'] as const).map((verdict) => (
        <td key={verdict} className="figure">
          <Rows many={rows[verdict]} of={t(`verdict.${verdict}`)} onOpen={() => onRows({ id, name, verdict })} />
        </td>
      ))}
      <td>{entry.sales || account === null ? '–' : <ProofSign proved={entry.verified} />}</td>
      <td className="muted">{tableInstant(importedAt, calendar)}</td>
      <td className="figure">
        {undoneAt === null ? (
          <UndoButton id={id} name={name} plain />
        ) : (
          <span className="muted">{t('import.undone')}</span>
        )}
      </td>
    </tr>
  );
}
