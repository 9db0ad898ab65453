import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';

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
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title>{t('workspace.help')}</Dialog.Title>
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
          <footer className="dialog-ways">
            <Dialog.Close className="button">{t('common.close')}</Dialog.Close>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
