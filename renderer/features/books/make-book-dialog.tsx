import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBookName } from '#contract/book-name.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';

/** Makes a book for another business; the page begins anew with it. */
export function MakeBookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { run, busy, error } = useCommand('books.make');
  const fits = isBookName(name.trim());
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (fits && (await run({ name }))) onClose();
  };
  return (
    <PlainDialog title={t('books.makeTitle')} onClose={onClose}>
      <p className="muted">{t('books.makeText')}</p>
      <form className="stack" onSubmit={(event) => void make(event)}>
        <label className="labelled">
          {t('books.name')}
          <input
            className="field"
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {name.trim() !== '' && !fits && <p className="note warn">{t('books.badName')}</p>}
        {error && <ErrorNote error={error} />}
        <DialogWays action={t('books.makeNow')} ready={!busy && fits} />
      </form>
    </PlainDialog>
  );
}
