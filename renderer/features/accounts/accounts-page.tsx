import { Landmark, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '#contract/accounts.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';
import { AccountDialog } from './account-dialog.tsx';
import { AccountList } from './account-list.tsx';
import { AskNew } from './ask-new.tsx';
import { KeptLayouts } from './kept-layouts.tsx';

/** Which dialog is open: over an account, over a new one, over none. */
type Opened = OwnAccount | 'new' | null;

/** Where money arrives: what is known of each account and which days statements cover. */
export function AccountsPage() {
  const { t } = useTranslation();
  const accounts = useQuery('accounts.list', {});
  const [opened, setOpened] = useState<Opened>(null);
  const all = accounts.data ?? [];
  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="accounts" text={t('accounts.text')}>
          <button type="button" className="button" onClick={() => setOpened('new')}>
            <Icon of={Plus} />
            {t('accounts.add')}
          </button>
        </PlaceHead>
        {accounts.error && <ErrorNote error={accounts.error} onRetry={() => void accounts.refetch()} />}
        <AskNew accounts={all.filter(({ confirmed }) => !confirmed)} onEdit={setOpened} />
        {all.length > 0 && <AccountList accounts={all} onEdit={setOpened} />}
        {accounts.data?.length === 0 && (
          <EmptyNote icon={Landmark} title={t('accounts.emptyTitle')} text={t('accounts.emptyText')} />
        )}
        <KeptLayouts />
        {opened !== null && (
          <AccountDialog account={opened === 'new' ? null : opened} all={all} onClose={() => setOpened(null)} />
        )}
      </div>
    </div>
  );
}
