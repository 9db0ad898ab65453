import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayFigures } from '#contract/day.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { startOf, tillFields, tillOf, unexplainedOf } from './till.ts';
import { Unexplained } from './unexplained.tsx';

/** What was counted, and at once what it does not explain. */
export function TillForm({ figures }: { figures: DayFigures }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('days.close');
  const [typed, setTyped] = useState(() => startOf(figures));
  const [note, setNote] = useState('');
  const till = tillOf(typed);
  const touched = tillFields.some((field) => typed[field].trim() !== '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (till) void run({ date: figures.date, ...till, note: note.trim() || null });
  };
  return (
    <form className="till" onSubmit={submit}>
      <h3>{t('dayClose.till')}</h3>
      {tillFields.map((field) => (
        <label key={field} className="till-line">
          <span>{t(`dayClose.${field}`)}</span>
          <input
            className="field figure"
            inputMode="decimal"
            placeholder="0.00"
            value={typed[field]}
            onChange={(event) => setTyped((old) => ({ ...old, [field]: event.target.value }))}
          />
        </label>
      ))}
      <label className="labelled">
        {t('dayClose.note')}
        <input className="field" maxLength={2_000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      {till === null && <p className="amiss-text">{t('dayClose.bad')}</p>}
      {till !== null && touched && (
        <Unexplained till={till} mpesa={figures.mpesa.cents} cents={unexplainedOf(till, figures.mpesa.cents)} />
      )}
      {error && <ErrorNote error={error} />}
      <button type="submit" className="button primary" disabled={busy || till === null || !touched}>
        {t('dayClose.close')}
      </button>
    </form>
  );
}
