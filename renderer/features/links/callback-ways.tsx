import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { can, type Linked } from '#renderer/components/services/use-linked.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Tried } from './test-button.tsx';

/** A path of its own for a link's callbacks, shown once; and registering for them where the service has that. */
export function CallbackWays({ link }: { link: Linked }) {
  const { t } = useTranslation();
  const path = useCommand('receiver.path');
  const register = useCommand('links.register-callbacks');
  const [made, setMade] = useState<string | null>(null);
  const [registered, setRegistered] = useState<Output<'links.register-callbacks'> | null>(null);
  const linkedAccount = link.id;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={path.busy}
        onClick={() => void path.run({ linkedAccount }).then((answer) => setMade(answer?.path ?? null))}
      >
        {t('links.callbacks.newPath')}
      </button>
      {can(link, 'register-callbacks') && (
        <button
          type="button"
          className="button"
          disabled={register.busy}
          onClick={() => void register.run({ linkedAccount }).then(setRegistered)}
        >
          {t('links.callbacks.register')}
        </button>
      )}
      {path.error && <ErrorNote error={path.error} />}
      {register.error && <ErrorNote error={register.error} />}
      {made !== null && (
        <PlainDialog title={t('links.callbacks.pathOf', { name: link.label })} onClose={() => setMade(null)}>
          <p>{t('links.callbacks.pathText')}</p>
          <p className="settings-path">{made}</p>
        </PlainDialog>
      )}
      {registered && (
        <PlainDialog title={t('links.callbacks.register')} onClose={() => setRegistered(null)}>
          {registered.answer?.reason && <p>{t('links.order.serviceSays', { reason: registered.answer.reason })}</p>}
          <Tried tried={registered} />
        </PlainDialog>
      )}
    </>
  );
}
