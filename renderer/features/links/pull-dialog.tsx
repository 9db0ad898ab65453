import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts } from '#renderer/components/services/facts.tsx';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { count } from '#renderer/lib/format.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

type PullDialogProps = { link: Linked; which: 'list' | 'fetch'; onClose: () => void };

/** Reads the service's list into the book, since a day or all of it. Reading it again adds nothing. */
export function PullDialog({ link, which, onClose }: PullDialogProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('pulls.start');
  const [since, setSince] = useState('');
  const [done, setDone] = useState<Output<'pulls.start'> | null>(null);
  const pull = async (event: SubmitEvent) => {
    event.preventDefault();
    setDone(await run({ linkedAccount: link.id, which, since: since === '' ? null : since }));
  };
  return (
    <PlainDialog title={`${t(`links.capability.${which}`)} · ${link.label}`} onClose={onClose}>
      <p className="muted">{t('links.pull.text')}</p>
      <form className="dialog-form" onSubmit={(event) => void pull(event)}>
        <label className="labelled">
          {t('links.pull.since')}
          <input type="date" className="field" value={since} onChange={(event) => setSince(event.target.value)} />
        </label>
        {error && <ErrorNote error={error} />}
        {done && <Done done={done} />}
        <footer className="dialog-ways">
          <button type="submit" className="button primary" disabled={busy}>
            {t(busy ? 'links.pull.reading' : 'links.pull.read')}
          </button>
        </footer>
      </form>
    </PlainDialog>
  );
}

function Done({ done: { failure, pages, read, stored, duplicate, skipped } }: { done: Output<'pulls.start'> }) {
  const { t } = useTranslation();
  return (
    <output>
      {failure !== null && <p className="amiss-text">{t(`links.failure.${failure}`)}</p>}
      <Facts
        facts={[
          [t('links.pull.pages'), count(pages)],
          [t('links.pull.told'), count(read)],
          [t('import.rowsNew'), count(stored)],
          [t('import.rowsDuplicate'), count(duplicate)],
          [t('links.pull.skipped'), count(skipped)],
        ]}
      />
    </output>
  );
}
