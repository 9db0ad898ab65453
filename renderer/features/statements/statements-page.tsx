import { FileSpreadsheet, FolderInput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '#contract/import.ts';
import { ChooseFiles } from '#renderer/components/choose-files.tsx';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { ImportRowsDialog, type OpenedRows } from '#renderer/components/import-rows-dialog.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useIntake } from '#renderer/lib/intake.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';
import { ImportList } from './import-list.tsx';
import { IntakePanel } from './intake-panel.tsx';

/** What was brought into the book, from which file, and whether its own figures hold. */
export function StatementsPage() {
  const { t } = useTranslation();
  const imports = useQuery('imports.list', {});
  const { intake } = useIntake();
  const [opened, setOpened] = useState<OpenedRows | null>(null);
  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="statements">
          <p className="muted when-roomy">{t('import.dropAnywhere')}</p>
          <ChooseFiles className={intake.phase === 'preview' ? 'button' : 'button primary'}>
            <Icon of={FolderInput} />
            {t('import.choose')}
          </ChooseFiles>
        </PlaceHead>
        <IntakePanel onRows={setOpened} />
        {imports.error && <ErrorNote error={imports.error} onRetry={() => void imports.refetch()} />}
        {imports.data && <Kept imports={imports.data} idle={intake.phase === 'idle'} onRows={setOpened} />}
        {opened && <ImportRowsDialog {...opened} onClose={() => setOpened(null)} />}
      </div>
    </div>
  );
}

type KeptProps = {
  imports: readonly ImportSummary[];
  idle: boolean;
  onRows: (opened: OpenedRows) => void;
};

function Kept({ imports, idle, onRows }: KeptProps) {
  const { t } = useTranslation();
  if (imports.length > 0) return <ImportList imports={imports} onRows={onRows} />;
  if (!idle) return null;
  return <EmptyNote icon={FileSpreadsheet} title={t('import.emptyTitle')} text={t('import.emptyText')} />;
}
