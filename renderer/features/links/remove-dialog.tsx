import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

/** Asks first: the keys cannot be brought back, only entered again. */
export function RemoveDialog({ link, onClose }: { link: Linked; onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.remove');
  const remove = async () => {
    if (await run({ linkedAccount: link.id })) onClose();
  };
  return (
    <PlainDialog title={t('links.services.removeOf', { name: link.label })} onClose={onClose}>
      <p>{t('links.services.removeText')}</p>
      {error && <ErrorNote error={error} />}
      <DialogWays action={t('links.services.remove')} ready={!busy} onAct={() => void remove()} />
    </PlainDialog>
  );
}
