import { useTranslation } from 'react-i18next';
import { accountWords } from './names.ts';
import { useQuery } from './use-query.ts';

/** Names an account in the language on screen; in the book's own words where the book no longer lists it. */
export function useAccountName(): (account: { id: number; name: string }) => string {
  const { t } = useTranslation();
  const { data } = useQuery('book.summary', {});
  return ({ id, name }) => {
    const account = data?.accounts.find((one) => one.id === id);
    return account ? accountWords(t, account) : name;
  };
}
