import { Check, Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportDone } from '#contract/import.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { count } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

/** What became of the pasted messages; stays until it is put away. */
export function SavedNote({ done, onClose }: { done: ImportDone; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useCommand('imports.undo');
  const { stored, duplicate, skipped, rejected } = done.rows;
  const onUndo = async () => {
    if (await undo.run({ id: done.id })) onClose();
  };
  const said = [
    t('messages.savedNew', { count: stored, messages: count(stored) }),
    t('messages.savedThere', { count: duplicate, messages: count(duplicate) }),
    t('messages.savedSkipped', { count: skipped, messages: count(skipped) }),
    t('messages.savedUnread', { count: rejected, messages: count(rejected) }),
  ].filter((_, index) => index === 0 || [stored, duplicate, skipped, rejected][index]! > 0);
  return (
    <output className="note good">
      <Icon of={Check} />
      <div>
        <p>{said.join(' ')}</p>
        <p className="small">
          <a href={hrefTo('messages', { tab: 'book', ...(rejected > 0 && { outcome: 'unrecognised' }) })}>
            {t(rejected > 0 ? 'messages.seeUnread' : 'messages.seeBook')}
          </a>
        </p>
        {undo.error && <ErrorNote error={undo.error} />}
      </div>
      <button type="button" className="button" disabled={undo.busy} onClick={() => void onUndo()}>
        <Icon of={Undo2} />
        {t('import.undo')}
      </button>
      <button type="button" className="button plain icon-only" aria-label={t('common.close')} onClick={onClose}>
        <Icon of={X} />
      </button>
    </output>
  );
}
