import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';

type PlainDialogProps = {
  title: string;
  /** What it is about; read out with its name. */
  text?: string;
  /** Classes for one of another shape. */
  look?: string;
  /** Where nothing is typed, a press beside it closes it as well. */
  onlyShows?: boolean;
  onClose: () => void;
  children: ReactNode;
};

/**
 * A dialog with a name and a way out; what it asks stands inside, its first field ready to be written in. Escape leaves it,
 * but no press beside it loses what was typed.
 */
export function PlainDialog({ title, text, look = '', onlyShows = false, onClose, children }: PlainDialogProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  // At once, not a frame later: what a quick hand types would go to what lies behind.
  const toFirstField = () => {
    const field = popup.current?.querySelector<HTMLElement>('input, select, textarea');
    field?.focus();
    return !field;
  };
  return (
    <Dialog.Root open disablePointerDismissal={!onlyShows} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup ref={popup} className={`dialog ${look}`} initialFocus={toFirstField}>
          <header className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="button plain icon-only" aria-label={t('common.close')}>
              <Icon of={X} />
            </Dialog.Close>
          </header>
          {text !== undefined && <Dialog.Description className="muted">{text}</Dialog.Description>}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type DialogWaysProps = {
  /** What it is for, as its button says it. */
  action: string;
  ready?: boolean;
  /** Where it is no form that is sent. */
  onAct?: () => void;
  /** What else to know before it is pressed. */
  children?: ReactNode;
};

/** The foot of a dialog that asks: the way back, and the one thing it is for. */
export function DialogWays({ action, ready = true, onAct, children }: DialogWaysProps) {
  const { t } = useTranslation();
  return (
    <footer className="dialog-ways">
      {children}
      <Dialog.Close className="button">{t('common.cancel')}</Dialog.Close>
      <button type={onAct ? 'button' : 'submit'} className="button primary" disabled={!ready} onClick={onAct}>
        {action}
      </button>
    </footer>
  );
}
