import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { Reason } from '#renderer/components/reason.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { KnownSales } from './known-sales.tsx';
import { useDebounced } from '#renderer/lib/use-debounced.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** A list of sales as it comes from a sheet: read as one types, stored on Save. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const asked = useDebounced(text, 200);
  const wanted = asked.trim() !== '';
  const read = useQuery('sales.read', { text: asked }, wanted);
  const { run, busy, error } = useCommand('sales.add');
  const found = wanted && asked === text ? read.data : undefined;
  const sales = found?.sales ?? [];
  const alike = useQuery('sales.alike', { sales }, sales.length > 0);
  // The answer to another list says nothing of this one.
  const answered = alike.data !== undefined && !alike.isPlaceholderData;
  const known = answered ? alike.data : [];
  const [all, setAll] = useState(false);
  const same = new Set(known.flatMap(({ index, as }) => (as === 'same' && !all ? [index] : [])));
  const taken = sales.filter((_, index) => !same.has(index));
  const save = async () => {
    if (await run({ sales: taken })) onClose();
  };
  return (
    <PlainDialog title={t('sales.paste')} text={t('sales.pasteText')} onClose={onClose}>
      <textarea
        className="field sale-list"
        aria-label={t('sales.pasteLabel')}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {read.error && wanted && <ErrorNote error={read.error} />}
      {error && <ErrorNote error={error} />}
      {found && found.issues.length > 0 && (
        <details className="issues" open>
          <summary>{t('sales.notRead', { count: found.issues.length })}</summary>
          <ul>
            {found.issues.slice(0, 20).map(({ row, reason }) => (
              <li key={row}>
                {t('sales.line', { row })}: <Reason text={reason} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {known.length > 0 && <KnownSales known={known} all={all} onAll={setAll} />}
      <DialogWays
        action={t('sales.take', { count: taken.length })}
        ready={!busy && taken.length > 0 && answered}
        onAct={() => void save()}
      />
    </PlainDialog>
  );
}
