import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat, ExportMade } from '#contract/export.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { count } from '#renderer/lib/format.ts';
import { useSave } from '#renderer/lib/use-save.ts';

/** The files that were made, to be saved, and the first lines of them as they stand there. */
export function MadeFiles({ made, format }: { made: ExportMade | null; format: ExportFormat }) {
  const { t } = useTranslation();
  const { save, error } = useSave();
  if (!made) return <p className="muted reports-made">{t('reports.before')}</p>;
  if (made.rows === 0) return <p className="reports-made">{t('reports.nothing')}</p>;
  return (
    <section className="reports-made" aria-labelledby="first-lines">
      <output>{t('reports.made', { count: made.rows, rows: count(made.rows) })}</output>
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
        {format === 'xlsx' || format === 'pdf' ? <Cells lines={made.head} /> : <pre>{made.head.join('\n')}</pre>}
      </section>
    </section>
  );
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
