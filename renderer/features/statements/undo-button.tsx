import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';

type UndoButtonProps = { id: number; name: string; plain?: boolean };

/** Takes a whole import back. Importing the file again brings it back, so nothing is asked first. */
export function UndoButton({ id, name, plain = false }: UndoButtonProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('imports.undo');
  return (
    <>
      <button
        type="button"
        className={plain ? 'button plain' : 'button'}
        disabled={busy}
        aria-label={t('import.undoNamed', { name })}
        onClick={() => void run({ id })}
      >
        <Icon of={Undo2} />
        {t('import.undo')}
      </button>
      {error && <ErrorNote error={error} />}
    </>
  );
}
