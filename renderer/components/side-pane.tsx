import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

type SidePaneProps = { label: string; onClose: () => void; children: ReactNode };

/** What belongs to the marked row, beside its list. Escape closes it from anywhere; focus goes back to the list. */
export function SidePane({ label, onClose, children }: SidePaneProps) {
  const { t } = useTranslation();
  const pane = useRef<HTMLElement>(null);
  const close = () => {
    if (pane.current?.contains(document.activeElement)) {
      pane.current.parentElement?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    }
    onClose();
  };
  const closeByKey = useEffectEvent(close);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeByKey();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <aside ref={pane} className="side-pane" aria-label={label}>
      <button
        type="button"
        className="button plain icon-only side-pane-close"
        aria-label={t('common.close')}
        onClick={close}
      >
        <Icon of={X} />
      </button>
      <div className="side-pane-body">{children}</div>
    </aside>
  );
}
