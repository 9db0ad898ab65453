import { ClipboardPaste, FolderInput, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseFiles } from '#renderer/components/choose-files.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { go } from '#renderer/lib/route.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { SaleDialog } from './sale-dialog.tsx';

/** The three ways in which sales come into the book: a file, a list, one that is written. */
export function AddSales() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<'one' | 'list' | null>(null);
  return (
    <>
      <ChooseFiles wish="sales" onChosen={() => go('statements')}>
        <Icon of={FolderInput} />
        {t('sales.choose')}
      </ChooseFiles>
      <button type="button" className="button" onClick={() => setAdding('list')}>
        <Icon of={ClipboardPaste} />
        {t('sales.paste')}
      </button>
      <button type="button" className="button primary" onClick={() => setAdding('one')}>
        <Icon of={Plus} />
        {t('sales.add')}
      </button>
      {adding === 'one' && <SaleDialog onClose={() => setAdding(null)} />}
      {adding === 'list' && <PasteDialog onClose={() => setAdding(null)} />}
    </>
  );
}
