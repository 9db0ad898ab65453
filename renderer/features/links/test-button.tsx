import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { Exchanges } from '#renderer/components/services/exchanges.tsx';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

/** Asks the service something harmless, and says whether it answers. */
export function TestButton({ link }: { link: Linked }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('links.test');
  const [tried, setTried] = useState<Output<'links.test'> | null>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void run({ linkedAccount: link.id }).then(setTried)}
      >
        {t(busy ? 'links.services.testing' : 'links.services.test')}
      </button>
      {error && <ErrorNote error={error} />}
      {tried && (
        <PlainDialog title={t('links.services.testOf', { name: link.label })} onClose={() => setTried(null)}>
          <Tried tried={tried} />
        </PlainDialog>
      )}
    </>
  );
}

/** Whether it answered, in a sentence, and the exchange word for word. */
export function Tried({ tried: { failure, exchanges } }: { tried: Output<'links.test'> }) {
  const { t } = useTranslation();
  return (
    <>
      <output className={`note ${failure === null ? 'good' : 'warn'}`}>
        <Icon of={failure === null ? Check : TriangleAlert} />
        <span>{failure === null ? t('links.services.answers') : t(`links.failure.${failure}`)}</span>
      </output>
      <Exchanges exchanges={exchanges} />
    </>
  );
}
