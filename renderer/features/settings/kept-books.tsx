import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** The books that the switcher offers, where they lie, and the way to leave one out. */
export function KeptBooks() {
  const { t } = useTranslation();
  const books = useQuery('books.list', {});
  const { run, busy, error } = useCommand('books.forget');
  const others = books.data?.filter(({ open }) => !open) ?? [];
  if (others.length === 0) return null;
  const forget = async (id: string) => {
    if (await run({ id })) void books.refetch();
  };
  return (
    <section>
      <h2>{t('books.title')}</h2>
      <p className="muted">{t('books.forgetText')}</p>
      {error && <ErrorNote error={error} />}
      <ul className="kept-books">
        {others.map(({ id, name, path, there }) => (
          <li key={id}>
            <p>
              <b>{name}</b> <span className="muted small kept-path">{there ? path : t('books.gone')}</span>
            </p>
            <button
              type="button"
              className="button plain icon-only"
              aria-label={t('books.forgetNamed', { name })}
              title={t('books.forget')}
              disabled={busy}
              onClick={() => void forget(id)}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
