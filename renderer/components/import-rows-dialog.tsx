import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '#contract/import.ts';
import type { Verdict } from '#contract/words.ts';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { call, useBridge } from '#renderer/lib/call.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import { useSave } from '#renderer/lib/use-save.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { ErrorNote } from './error-note.tsx';
import { Icon } from './icon.tsx';
import { Reason } from './reason.tsx';
import type { Column } from './table-columns.ts';
import { Table } from './table.tsx';

/** Which import's rows to show, and which of them first. */
export type OpenedRows = { id: number; name: string; verdict?: Verdict };
type ImportRowsDialogProps = OpenedRows & { onClose: () => void };

const verdicts = ['stored', 'duplicate', 'skipped', 'rejected'] as const satisfies readonly Verdict[];

/** Every line of one import as it was read, with what became of it and why. */
export function ImportRowsDialog({ id, name, verdict, onClose }: ImportRowsDialogProps) {
  return (
    <PlainDialog title={name} look="wide" onlyShows onClose={onClose}>
      <Rows id={id} first={verdict ?? null} />
    </PlainDialog>
  );
}

function Rows({ id, first }: { id: number; first: Verdict | null }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const rowHeight = useRowHeight();
  const [verdict, setVerdict] = useState(first);
  const [marked, setMarked] = useState<number | null>(null);
  const question = useMemo(() => ({ id, verdict }), [id, verdict]);
  const rows = useWindowed('imports.rows', question, (window) =>
    call(bridge, 'imports.rows', { ...question, ...window }),
  );
  const picked = marked === null ? undefined : rows.rowAt(marked);
  const columns = useMemo<Column<ImportRow, never>[]>(
    () => [
      { id: 'row', head: t('column.row'), width: '72px', figure: true, cell: ({ row }) => row },
      { id: 'verdict', head: t('column.verdict'), width: '150px', cell: (row) => t(`verdict.${row.verdict}`) },
      {
        id: 'reason',
        head: t('column.reason'),
        width: 'minmax(120px, 1fr)',
        cell: reasonOf,
      },
      { id: 'text', head: t('column.text'), width: 'minmax(200px, 2fr)', cell: ({ text }) => text },
    ],
    [t],
  );
  const choose = (next: Verdict | null) => {
    setVerdict(next);
    setMarked(null);
  };
  return (
    <>
      <fieldset className="chips" aria-label={t('column.verdict')}>
        {[null, ...verdicts].map((value) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={value === verdict}
            onClick={() => choose(value)}
          >
            {value === null ? t('common.all') : t(`verdict.${value}`)}
          </button>
        ))}
        {verdict !== null && rows.total > 0 && <SaveRows id={id} verdict={verdict} />}
      </fieldset>
      <div className="dialog-table">
        <Table
          label={t('import.rowsLabel')}
          columns={columns}
          question={rows.question}
          total={rows.total}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          rowHeight={rowHeight}
          marked={marked}
          onMark={setMarked}
          onOpen={setMarked}
        />
      </div>
      <div className="dialog-foot">
        {picked ? (
          <>
            {picked.reason !== null && (
              <p>
                <Reason text={picked.reason} />
              </p>
            )}
            <p className="muted">{picked.text}</p>
          </>
        ) : (
          <p className="muted">{rows.total === 0 && !rows.loading ? t('import.noRows') : t('import.pickRow')}</p>
        )}
      </div>
    </>
  );
}

/** The rows of one verdict as a table, to be put right elsewhere. */
function SaveRows({ id, verdict }: { id: number; verdict: Verdict }) {
  const { t } = useTranslation();
  const make = useCommand('exports.rows');
  const { save, error } = useSave();
  const refused = make.error ?? error;
  const onSave = async () => {
    const made = await make.run({ id, verdict });
    for (const file of made?.files ?? []) await save(file);
  };
  return (
    <>
      <button type="button" className="button push" disabled={make.busy} onClick={() => void onSave()}>
        <Icon of={Download} />
        {t('intake.exportRows')}
      </button>
      {refused && <ErrorNote error={refused} />}
    </>
  );
}

const reasonOf = ({ reason }: ImportRow) => reason !== null && <Reason text={reason} />;
