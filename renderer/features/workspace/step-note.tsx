import { useTranslation } from 'react-i18next';
import { stepWords } from '#renderer/lib/step-words.ts';
import type { Done } from './use-acts.ts';

/** What was just done, and the way back. The line is always there, so that nothing moves when it speaks. */
export function StepNote({ done, busy, onUndo }: { done: Done | null; busy: boolean; onUndo: () => void }) {
  const { t } = useTranslation();
  const what = done && stepWords(t, done.step);
  return (
    <div className="step-note">
      <output>{done && (done.undone ? t('history.undid', { what }) : what)}</output>
      <button type="button" className="button plain" disabled={busy} onClick={onUndo}>
        {t('workspace.undo')} <kbd aria-hidden="true">U</kbd>
      </button>
    </div>
  );
}
