import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { SecretPlace } from '#contract/links.ts';
import type { LinkedAccount, Service } from '#contract/provider.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Draft, draftOf } from './link-draft.ts';
import { LinkFields } from './link-fields.tsx';
import { Tried } from './test-button.tsx';

type LinkDialogProps = { services: readonly Service[]; place: SecretPlace; onClose: () => void };

/** Choose the service, fill in what it asks for, and hear at once whether it answers. */
export function LinkDialog({ services, place, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft | null>(() => (services[0] ? draftOf(services[0]) : null));
  const { run: add, busy, error } = useCommand('links.add');
  const [link, setLink] = useState<LinkedAccount | null>(null);
  const service = services.find(({ id }) => id === draft?.service);
  if (!draft || !service) return null;
  if (link) {
    return (
      <PlainDialog title={t('links.services.linked', { name: link.label })} onClose={onClose}>
        <FirstTest link={link} onClose={onClose} />
      </PlainDialog>
    );
  }
  const choose = (id: string) => {
    const chosen = services.find((one) => one.id === id);
    if (chosen) setDraft(draftOf(chosen));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const own = service.baseUrl === null || draft.simulated;
    setLink(await add({ ...draft, label: draft.label.trim(), baseUrl: own ? (draft.baseUrl ?? '').trim() : null }));
  };
  return (
    <PlainDialog title={t('links.services.link')} onClose={onClose}>
      <form className="dialog-form" autoComplete="off" onSubmit={(event) => void submit(event)}>
        <label className="labelled">
          {t('links.services.service')}
          <select className="field" value={draft.service} onChange={(event) => choose(event.target.value)}>
            {services.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <LinkFields service={service} draft={draft} onChange={setDraft} />
        <p className="muted small">{t(`links.services.kept.${place}`)}</p>
        {error && <ErrorNote error={error} />}
        <DialogWays action={t('links.services.linkAndTest')} ready={!busy} />
      </form>
    </PlainDialog>
  );
}

function FirstTest({ link, onClose }: { link: LinkedAccount; onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.test');
  const [tried, setTried] = useState<Output<'links.test'> | null>(null);
  return (
    <div className="dialog-form">
      <p>{t('links.services.linkedText')}</p>
      {error && <ErrorNote error={error} />}
      {tried && <Tried tried={tried} />}
      <footer className="dialog-ways">
        <button
          type="button"
          className={tried ? 'button' : 'button primary'}
          disabled={busy}
          onClick={() => void run({ linkedAccount: link.id }).then(setTried)}
        >
          {t(busy ? 'links.services.testing' : 'links.services.test')}
        </button>
        <button type="button" className={tried ? 'button primary' : 'button'} onClick={onClose}>
          {t('common.close')}
        </button>
      </footer>
    </div>
  );
}
