import { useTranslation } from 'react-i18next';
import type { ImportReport, RowIssue } from '#contract/import.ts';
import { HeadLine } from '#renderer/components/head-line.tsx';
import { Reason } from '#renderer/components/reason.tsx';

/** The rows that will not be stored, and those that the book may know already, each with its number and its reason. */
export function Issues({ report: { issues, rows } }: { report: Pick<ImportReport, 'issues' | 'rows'> }) {
  const { t } = useTranslation();
  const untaken = issues.filter(isUntaken);
  const named = issues.filter((issue) => !isUntaken(issue));
  const more = rows.skipped + rows.rejected - untaken.length;
  return (
    <>
      {named.length > 0 && (
        <details className="issues" open>
          <summary>{t('import.known', { count: named.length })}</summary>
          <IssueTable issues={named} />
        </details>
      )}
      {untaken.length > 0 && (
        <details className="issues" open={rows.rejected > 0}>
          <summary>{t('import.notTaken', { count: rows.skipped + rows.rejected })}</summary>
          <IssueTable issues={untaken} />
          {more > 0 && <p className="muted small">{t('import.moreIssues', { count: more })}</p>}
        </details>
      )}
    </>
  );
}

const isUntaken = ({ verdict }: RowIssue) => verdict === 'skipped' || verdict === 'rejected';

function IssueTable({ issues }: { issues: readonly RowIssue[] }) {
  const { t } = useTranslation();
  return (
    <table className="plain-table">
      <HeadLine of={[{ figure: t('column.row') }, t('column.verdict'), t('column.reason'), t('column.text')]} />
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
  );
}
