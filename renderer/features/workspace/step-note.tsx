import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '#contract/history.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { stepWords } from '#renderer/lib/step-words.ts';
import type { Done } from './use-acts.ts';

type StepNoteProps = { done: Done | null; next: HistoryStep | undefined; busy: boolean; onUndo: () => void };

/** What was just taken back, and the step that would be next. The line is always there, so that nothing moves. */
export function StepNote({ done, next, busy, onUndo }: StepNoteProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <div className="step-note">
      <output>{done?.undone && t('history.undid', { what: stepWords(t, done.step, calendar) })}</output>
      {next && (
        <button type="button" className="button plain" disabled={busy} onClick={onUndo}>
          {t('workspace.undo')}: {stepWords(t, next, calendar)} <kbd aria-hidden="true">U</kbd>
        </button>
      )}
    </div>
  );
}
