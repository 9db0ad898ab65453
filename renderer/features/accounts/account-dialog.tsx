import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '#contract/accounts.ts';
import type { AccountKind } from '#contract/words.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { Select } from '#renderer/components/select.tsx';
import { accountKinds, accountWords } from '#renderer/lib/names.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

type AccountDialogProps = { account: OwnAccount | null; all: readonly OwnAccount[]; onClose: () => void };

/** The owner's word on an account: its name, whose number its messages are of; or an account that no file tells of yet. */
export function AccountDialog({ account, all, onClose }: AccountDialogProps) {
  const { t } = useTranslation();
  return (
    <PlainDialog title={account ? accountWords(t, account) : t('accounts.addTitle')} onClose={onClose}>
      {account ? <Edit account={account} all={all} onClose={onClose} /> : <Add onClose={onClose} />}
    </PlainDialog>
  );
}

function Edit({ account, all, onClose }: { account: OwnAccount; all: readonly OwnAccount[]; onClose: () => void }) {
  const { t } = useTranslation();
  const rename = useCommand('accounts.rename');
  const attach = useCommand('accounts.attach');
  const remove = useCommand('accounts.remove');
  const [name, setName] = useState(account.ownName ?? '');
  const [to, setTo] = useState(account.attachedTo);
  const owners =
    account.shortcode === null ? all.filter(({ kind, shortcode }) => kind === account.kind && shortcode !== null) : [];
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (to !== account.attachedTo && !(await attach.run({ id: account.id, to }))) return;
    if (await rename.run({ id: account.id, name: name.trim() || null })) onClose();
  };
  const takeOut = async () => {
    if (await remove.run({ id: account.id })) onClose();
  };
  const error = rename.error ?? attach.error ?? remove.error;
  return (
    <form className="dialog-form" onSubmit={(event) => void submit(event)}>
      <NameField name={name} onName={setName} />
      {owners.length > 0 && (
        <Select
          label={t('accounts.attach')}
          value={String(to ?? '')}
          options={[
            ['', t('accounts.attachAuto')],
            ...owners.map((owner) => [String(owner.id), owner.ownName ?? accountWords(t, owner)] as const),
          ]}
          onChoose={(id) => setTo(id === '' ? null : Number(id))}
        />
      )}
      {error && <ErrorNote error={error} />}
      <DialogWays action={t('accounts.save')} ready={!rename.busy && !attach.busy && !remove.busy}>
        {account.removable && (
          <button type="button" className="button plain" disabled={remove.busy} onClick={() => void takeOut()}>
            {t('accounts.remove')}
          </button>
        )}
      </DialogWays>
    </form>
  );
}

function Add({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('accounts.add');
  const [kind, setKind] = useState<AccountKind>('till');
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await run({ kind, shortcode: number.trim() || null, name: name.trim() || null })) onClose();
  };
  return (
    <form className="dialog-form" onSubmit={(event) => void submit(event)}>
      <Select label={t('accounts.kind')} value={kind} options={accountKinds(t)} onChoose={setKind} />
      <label className="labelled">
        {t('accounts.number')}
        <input
          className="field"
          maxLength={40}
          placeholder={t('accounts.numberHint')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <NameField name={name} onName={setName} />
      {error && <ErrorNote error={error} />}
      <DialogWays action={t('accounts.save')} ready={!busy} />
    </form>
  );
}

function NameField({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className="labelled">
      {t('accounts.name')}
      <input
        className="field"
        maxLength={80}
        placeholder={t('accounts.nameHint')}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
    </label>
  );
}
