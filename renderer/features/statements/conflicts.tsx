import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { HeadLine } from '#renderer/components/head-line.tsx';

/** The rows whose receipt the book knows with another amount, both amounts side by side. */
export function Conflicts({ report: { conflicts, conflicting } }: { report: ImportReport }) {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  const more = conflicting - conflicts.length;
  return (
    <details className="issues" open>
      <summary>{t('intake.conflictsTitle', { count: conflicting })}</summary>
      <p className="muted small">{t('intake.conflictsText')}</p>
      <table className="plain-table conflicts">
        <HeadLine
          of={[
            { figure: t('column.row') },
            t('column.receipt'),
            { figure: t('intake.thisFile') },
            { figure: t('intake.book') },
            t('intake.from'),
          ]}
        />
        <tbody>
          {conflicts.map(({ row, receipt, amount, known, source }) => (
            <tr key={`${row}-${receipt}-${source}`}>
              <td className="figure">{row}</td>
              <td>{receipt}</td>
              <td className="figure">
                <Amount cents={amount} />
              </td>
              <td className="figure">
                <Amount cents={known} />
              </td>
              <td className="muted">{t(`source.${source}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted small">{t('intake.moreConflicts', { count: more })}</p>}
    </details>
  );
}
