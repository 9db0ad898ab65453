import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportMade, ExportWish } from '#contract/export.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { count } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useSave } from '#renderer/lib/use-save.ts';

/** The files that were made, to be saved, and the first lines of them as they stand there. */
export function MadeFiles({ made, wish }: { made: ExportMade | null; wish: ExportWish }) {
  const { t } = useTranslation();
  const { save, error } = useSave();
  if (!made) return <p className="muted reports-made">{t('reports.before')}</p>;
  if (made.rows === 0) return <p className="reports-made">{t('reports.nothing')}</p>;
  return (
    <section className="reports-made" aria-labelledby="first-lines">
      <p>
        <output>{t('reports.made', { count: made.rows, rows: count(made.rows) })}</output>{' '}
        <a href={rowsOf(wish)}>{t('reports.open')}</a>
      </p>
      <div className="reports-files">
        {made.files.map((file) => (
          <button key={file.token} type="button" className="button primary" onClick={() => void save(file)}>
            <Icon of={Download} />
            {t('reports.save', { name: file.name })}
          </button>
        ))}
      </div>
      {error && <ErrorNote error={error} />}
      <h2 id="first-lines">{t('reports.firstLines')}</h2>
      {/* Wider than the page may be, so a keyboard must reach it to scroll. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="reports-head-lines" tabIndex={0} aria-labelledby="first-lines">
        {wish.format === 'xlsx' || wish.format === 'pdf' ? (
          <Cells lines={made.head} />
        ) : (
          <pre>{made.head.join('\n')}</pre>
        )}
      </section>
    </section>
  );
}

/** Where the book shows what was written: each row opens what it came from. */
function rowsOf({ subject, account, from, to }: ExportWish): string {
  const of = account === null ? '' : String(account);
  if (subject === 'exceptions') return hrefTo('reconcile', { tab: 'decisions', account: of });
  if (subject === 'sales') return hrefTo('reconcile', { tab: 'sales' });
  return hrefTo(subject === 'reconciliation' ? 'reconcile' : 'payments', {
    account: of,
    from: from ?? '',
    to: to ?? '',
  });
}

/** The lines of a workbook or a PDF: their cells come parted by tabs. */
function Cells({ lines }: { lines: readonly string[] }) {
  return (
    <table className="plain-table">
      <tbody>
        {lines.map((line, row) => {
          const key = `${row}-${line}`;
          return (
            <tr key={key}>
              {line.split('\t').map((cell, column) => {
                const cellKey = `${column}-${cell}`;
                return <td key={cellKey}>{cell}</td>;
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
