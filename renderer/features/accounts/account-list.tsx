import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '#contract/accounts.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { ProofSign } from '#renderer/components/standing.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, periodWords, tableInstant } from '#renderer/lib/format.ts';
import { accountWords } from '#renderer/lib/names.ts';

type AccountListProps = { accounts: readonly OwnAccount[]; onEdit: (account: OwnAccount) => void };

/** Every account of the book with its last balance and what covers it. */
export function AccountList({ accounts, onEdit }: AccountListProps) {
  const { t } = useTranslation();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('accounts.account')}</th>
          <th scope="col">{t('accounts.holder')}</th>
          <th scope="col" className="figure">
            {t('accounts.lastBalance')}
          </th>
          <th scope="col">{t('accounts.covered')}</th>
          <th scope="col">{t('accounts.rows')}</th>
          <th scope="col">
            <span className="hidden-visually">{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <Line key={account.id} account={account} onEdit={onEdit} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ account, onEdit }: { account: OwnAccount; onEdit: (account: OwnAccount) => void }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const words = accountWords(t, account);
  const { ownName, holder, confirmed, lastBalance, messages, statementRows } = account;
  return (
    <tr>
      <th scope="row">
        <b>{ownName ?? words}</b>
        {!confirmed && <span className="tag">{t('accounts.unconfirmed')}</span>}
        {ownName !== null && <span className="muted small line">{words}</span>}
      </th>
      <td>{holder ?? '–'}</td>
      <td className="figure">
        {lastBalance ? (
          <>
            <PlainAmount cents={lastBalance.amount} />
            <span className="muted small line">
              {t('accounts.balanceAt', {
                when: tableInstant(lastBalance.at, calendar),
                source: t(`source.${lastBalance.source}`),
              })}
            </span>
          </>
        ) : (
          <span className="muted">{t('accounts.noBalance')}</span>
        )}
      </td>
      <td>
        <Covered covered={account.covered} />
      </td>
      <td className="muted">
        {t('accounts.toldBy', { count: messages, messages: count(messages), rows: count(statementRows) })}
      </td>
      <td className="figure">
        <button
          type="button"
          className="button plain"
          aria-label={t('accounts.editNamed', { account: ownName ?? words })}
          onClick={() => onEdit(account)}
        >
          {t('accounts.edit')}
        </button>
      </td>
    </tr>
  );
}

/** How many stretches are named one by one; the newest tell most. */
const shown = 3;

function Covered({ covered }: Pick<OwnAccount, 'covered'>) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  if (covered.length === 0) return <span className="muted">{t('accounts.notCovered')}</span>;
  const newest = covered.slice(-shown).toReversed();
  const more = covered.length - newest.length;
  return (
    <ul>
      {newest.map(({ from, to, proved }) => (
        <li key={from} className="account-covered">
          {periodWords(from, to, calendar)}
          <ProofSign proved={proved} />
        </li>
      ))}
      {more > 0 && <li className="muted small">{t('accounts.moreCovered', { count: more })}</li>}
    </ul>
  );
}
