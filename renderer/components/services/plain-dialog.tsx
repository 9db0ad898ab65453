import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';

type PlainDialogProps = { title: string; onClose: () => void; children: ReactNode };

/** A dialog with a name and a way out; what it asks stands inside, and no press beside it loses what was typed. */
export function PlainDialog({ title, onClose, children }: PlainDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open disablePointerDismissal onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog scrolls">
          <header className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="button plain icon-only" aria-label={t('common.close')}>
              <Icon of={X} />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
