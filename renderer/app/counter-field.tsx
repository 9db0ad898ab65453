import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { CounterDialog } from '#renderer/features/counter/counter-dialog.tsx';
import { isCovered, isWriting, useKeys } from '#renderer/lib/use-keys.ts';

/** The counter check, reachable from anywhere: Ctrl+K always, `/` where no place has a search of its own for it. */
export function CounterField() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useKeys((event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isWriting(event.target);
    if (isCovered() || (!command && !slash)) return;
    event.preventDefault();
    setOpen(true);
  });
  return (
    <>
      <button type="button" className="counter-field" onClick={() => setOpen(true)}>
        <Icon of={ScanSearch} />
        {t('counter.open')} <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open && <CounterDialog onClose={() => setOpen(false)} />}
    </>
  );
}
