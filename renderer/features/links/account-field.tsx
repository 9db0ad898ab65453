import { useTranslation } from 'react-i18next';
import { accountWords } from '#renderer/lib/names.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

type AccountFieldProps = { account: number | null; onChange: (account: number | null) => void };

/** The account of the book whose payments a link knows. */
export function AccountField({ account, onChange }: AccountFieldProps) {
  const { t } = useTranslation();
  const { data: accounts } = useQuery('accounts.list', {});
  return (
    <label className="labelled">
      {t('links.services.account')}
      <select
        className="field"
        value={account ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('links.services.noAccount')}</option>
        {accounts?.map((one) => (
          <option key={one.id} value={one.id}>
            {one.ownName ?? accountWords(t, one)}
          </option>
        ))}
      </select>
    </label>
  );
}
