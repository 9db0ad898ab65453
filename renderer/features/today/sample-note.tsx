import { Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

/** Says that these figures are invented, and how to be rid of them. */
export function SampleNote() {
  const { t } = useTranslation();
  const remove = useCommand('sample.remove');
  if (remove.error) return <ErrorNote error={remove.error} />;
  return (
    <div className="note good sample-note">
      <Icon of={Store} />
      <p>
        {t('today.sample')} <a href={hrefTo('links')}>{t('today.sampleServices')}</a>
      </p>
      <button type="button" className="button" disabled={remove.busy} onClick={() => void remove.run({})}>
        {t('today.removeSample')}
      </button>
    </div>
  );
}
