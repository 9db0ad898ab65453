import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { CredentialFields } from './credential-fields.tsx';

/** New keys in place of the old, which are not shown. */
export function KeysDialog({ link, onClose }: { link: Linked; onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.set');
  const [credentials, setCredentials] = useState<Readonly<Record<string, string>>>({});
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await run({ linkedAccount: link.id, credentials: { ...credentials } })) onClose();
  };
  return (
    <PlainDialog title={t('links.services.keysOf', { name: link.label })} onClose={onClose}>
      <form className="dialog-form" autoComplete="off" onSubmit={(event) => void save(event)}>
        <p className="muted">{t('links.services.keysText')}</p>
        <CredentialFields service={link.of} credentials={credentials} onChange={setCredentials} />
        {error && <ErrorNote error={error} />}
        <DialogWays action={t('links.services.saveKeys')} ready={!busy} />
      </form>
    </PlainDialog>
  );
}
