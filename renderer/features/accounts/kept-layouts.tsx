import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { accountWords } from '#renderer/lib/names.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** The tables whose columns were explained once, and the way to forget one. */
export function KeptLayouts() {
  const { t } = useTranslation();
  const { data: profiles = [] } = useQuery('profiles.list', {});
  const { run, busy, error } = useCommand('profiles.remove');
  if (profiles.length === 0) return null;
  return (
    <section aria-labelledby="layouts-title">
      <h2 id="layouts-title">{t('layouts.title')}</h2>
      <p className="muted">{t('layouts.text')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('mapper.name')}</th>
            <th scope="col">{t('accounts.account')}</th>
            <th scope="col">{t('layouts.columns')}</th>
            <th scope="col">
              <span className="hidden-visually">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {profiles.map(({ name, account, titles }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{accountWords(t, account)}</td>
              <td className="muted small">{titles.filter(Boolean).join(' · ')}</td>
              <td className="figure">
                <button
                  type="button"
                  className="button plain"
                  disabled={busy}
                  aria-label={t('layouts.removeNamed', { name })}
                  onClick={() => void run({ name })}
                >
                  {t('layouts.remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error && <ErrorNote error={error} />}
    </section>
  );
}
