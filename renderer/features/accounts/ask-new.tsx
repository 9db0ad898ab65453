import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '#contract/accounts.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { accountWords } from '#renderer/lib/names.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

type AskNewProps = { accounts: readonly OwnAccount[]; onEdit: (account: OwnAccount) => void };

/** Accounts that a file told of and nobody has confirmed yet. */
export function AskNew({ accounts, onEdit }: AskNewProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('accounts.rename');
  if (accounts.length === 0) return null;
  return (
    <section className="note warn" aria-labelledby="ask-new">
      <div>
        <h2 id="ask-new" className="ask-new-title">
          {t('accounts.askNew', { count: accounts.length })}
        </h2>
        <p>{t('accounts.askNewText')}</p>
        <ul className="ask-new">
          {accounts.map((account) => {
            const name = accountWords(t, account);
            return (
              <li key={account.id}>
                <b>{name}</b>
                <span className="muted">{account.holder}</span>
                <button
                  type="button"
                  className="button"
                  disabled={busy}
                  aria-label={t('accounts.mineNamed', { account: name })}
                  onClick={() => void run({ id: account.id, name: account.ownName })}
                >
                  <Icon of={Check} />
                  {t('accounts.mine')}
                </button>
                <button
                  type="button"
                  className="button plain"
                  aria-label={t('accounts.editNamed', { account: name })}
                  onClick={() => onEdit(account)}
                >
                  {t('accounts.edit')}
                </button>
              </li>
            );
          })}
        </ul>
        {error && <ErrorNote error={error} />}
      </div>
    </section>
  );
}
