import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '#renderer/lib/format.ts';
import type { ListViewDesk } from '#renderer/lib/use-list-view.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { Icon } from './icon.tsx';
import { type ChoiceDesk, countOf } from './table-choice.ts';

type ListFootProps = {
  choice: ChoiceDesk;
  columns: readonly { readonly id: string; readonly head: string; readonly width: string }[];
  desk: ListViewDesk;
  copied: string;
  sums: ReactNode;
  hint: string | undefined;
  onCopy: () => void;
};

/** What is chosen and what can be done with it; always one line, so that choosing moves nothing. */
export function ListFoot({ choice, columns, desk, copied, sums, hint, onCopy }: ListFootProps) {
  const { t } = useTranslation();
  const chosen = countOf(choice.choice);
  return (
    <footer className="table-foot">
      <output aria-live="polite">
        {sums ?? (chosen > 0 && t('table.chosen', { count: chosen, rows: count(chosen) }))}
      </output>
      {chosen > 0 ? (
        <>
          <button type="button" className="button plain" onClick={onCopy}>
            <Icon of={Copy} />
            {t('table.copy')}
          </button>
          <button type="button" className="button plain" onClick={choice.none}>
            {t('workspace.clearChosen')}
          </button>
        </>
      ) : (
        <span className="muted small table-hint">{hint ?? t('table.chooseHint')}</span>
      )}
      <output className="muted small push">{copied}</output>
      <ColumnsMenu columns={columns} desk={desk} />
    </footer>
  );
}
