import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { HeadLine } from '#renderer/components/head-line.tsx';
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
        <HeadLine of={[t('mapper.name'), t('accounts.account'), t('layouts.columns')]} acts />
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
