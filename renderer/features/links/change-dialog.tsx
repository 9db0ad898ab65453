import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { AccountField } from './account-field.tsx';

/** The owner's name for a link, and whose payments it knows. */
export function ChangeDialog({ link, onClose }: { link: Linked; onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.set');
  const [label, setLabel] = useState(link.label);
  const [account, setAccount] = useState(link.account);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await run({ linkedAccount: link.id, label: label.trim(), account })) onClose();
  };
  return (
    <PlainDialog title={link.label} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => void save(event)}>
        <label className="labelled">
          {t('links.services.name')}
          <input
            className="field"
            required
            maxLength={80}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </label>
        <AccountField account={account} onChange={setAccount} />
        {error && <ErrorNote error={error} />}
        <DialogWays action={t('links.services.save')} ready={!busy && label.trim() !== ''} />
      </form>
    </PlainDialog>
  );
}
