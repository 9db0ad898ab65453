import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';

/** Links the sample shop to a payment app that is only pretended: asking can be tried without an account. */
export function PretendButton() {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.pretend');
  return (
    <>
      {error && <ErrorNote error={error} />}
      <button type="button" className="button" disabled={busy} onClick={() => void run({})}>
        <Icon of={FlaskConical} />
        {t('links.services.pretend')}
      </button>
    </>
  );
}
