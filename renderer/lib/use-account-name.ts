import { useTranslation } from 'react-i18next';
import { accountWords } from './names.ts';
import { useQuery } from './use-query.ts';

/** Names an account as its owner does, else in the language on screen; in the book's own words where the book no longer lists it. */
export function useAccountName(): (account: { id: number; name: string }) => string {
  const { t } = useTranslation();
  const { data } = useQuery('accounts.list', {});
  return ({ id, name }) => {
    const account = data?.find((one) => one.id === id);
    return account ? (account.ownName ?? accountWords(t, account)) : name;
  };
}
