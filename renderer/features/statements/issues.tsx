import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/import.ts';
import { Reason } from '#renderer/components/reason.tsx';

/** The rows that will not be stored, each with its number and its reason. */
export function Issues({ report: { issues, rows } }: { report: Pick<ImportReport, 'issues' | 'rows'> }) {
  const { t } = useTranslation();
  if (issues.length === 0) return null;
  const more = rows.skipped + rows.rejected - issues.length;
  return (
    <details className="issues" open={rows.rejected > 0}>
      <summary>{t('import.notTaken', { count: rows.skipped + rows.rejected })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {t('column.row')}
            </th>
            <th scope="col">{t('column.verdict')}</th>
            <th scope="col">{t('column.reason')}</th>
            <th scope="col">{t('column.text')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map(({ row, verdict, reason, text }) => (
            <tr key={row}>
              <td className="figure">{row}</td>
              <td>{t(`verdict.${verdict}`)}</td>
              <td>
                <Reason text={reason} />
              </td>
              <td className="issue-text muted">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted small">{t('import.moreIssues', { count: more })}</p>}
    </details>
  );
}
