import { useTranslation } from 'react-i18next';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';

const keys = [
  ['↑ ↓', 'arrows'],
  ['Enter', 'enter'],
  ['1 2 3', 'numbers'],
  ['N', 'n'],
  ['S', 's'],
  ['W', 'w'],
  ['P', 'p'],
  ['M', 'm'],
  ['U', 'u'],
  ['Space', 'space'],
  ['/', 'slash'],
  ['?', 'help'],
] as const;

/** What the keys of the workspace do. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <PlainDialog title={t('workspace.help')} onlyShows onClose={onClose}>
      <dl className="keys-help">
        {keys.map(([key, name]) => (
          <div key={name} className="keys-help-line">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keysHelp.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </PlainDialog>
  );
}
