import { useTranslation } from 'react-i18next';
import type { RowCounts } from '#contract/import.ts';
import { count } from '#renderer/lib/format.ts';

type RowFiguresProps = { rows: RowCounts; conflicting: number; storedLabel: string };

/** The four fates of a file's rows, which add up to the rows read; and how many of the stored contradict the book. */
export function RowFigures({ rows, conflicting, storedLabel }: RowFiguresProps) {
  const { t } = useTranslation();
  const figures: [string, number, string][] = [
    [storedLabel, rows.stored, ''],
    [t('import.rowsDuplicate'), rows.duplicate, ''],
    [t('import.rowsSkipped'), rows.skipped, ''],
    [t('import.rowsRejected'), rows.rejected, 'warn'],
    [t('intake.conflicts'), conflicting, 'warn'],
  ];
  return (
    <dl className="row-figures">
      {figures.map(([name, value, tone]) => (
        <div key={name} className={value === 0 ? 'none' : tone}>
          <dt className="muted small">{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
      <div>
        <dt className="muted small">{t('import.rowsRead')}</dt>
        <dd className="muted">{count(rows.read)}</dd>
      </div>
    </dl>
  );
}
