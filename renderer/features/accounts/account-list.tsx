import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '#contract/accounts.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { HeadLine } from '#renderer/components/head-line.tsx';
import { ProofSign } from '#renderer/components/standing.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, periodWords, tableInstant } from '#renderer/lib/format.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { hrefTo } from '#renderer/lib/route.ts';

type AccountListProps = { accounts: readonly OwnAccount[]; onEdit: (account: OwnAccount) => void };

/** Every account of the book with its last balance and what covers it. */
export function AccountList({ accounts, onEdit }: AccountListProps) {
  const { t } = useTranslation();
  return (
    <table className="plain-table">
      <HeadLine
        of={[
          t('accounts.account'),
          t('accounts.holder'),
          { figure: t('accounts.lastBalance') },
          t('accounts.covered'),
          t('accounts.rows'),
        ]}
        acts
      />
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
  const { id, ownName, holder, confirmed, lastBalance } = account;
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
            <a href={balancesOf(id, lastBalance.at)}>
              <PlainAmount cents={lastBalance.amount} />
            </a>
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
        <Covered account={account} />
      </td>
      <td className="muted">
        <ToldBy account={account} />
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

/** The balance of each day of its month, which open their rows. */
const balancesOf = (id: number, at: string) =>
  hrefTo('payments', { tab: 'pictures', account: String(id), month: at.slice(0, 7) });

/** How many tell of it; each opens the payments that they tell of. */
function ToldBy({ account: { id, messages, statementRows } }: { account: OwnAccount }) {
  const { t } = useTranslation();
  const told = [
    ['message', messages, t('accounts.fromMessages', { messages: count(messages) })],
    ['statement', statementRows, t('accounts.fromStatements', { rows: count(statementRows) })],
  ] as const;
  return told.map(([side, many, words], index) => (
    <Fragment key={side}>
      {index > 0 && ', '}
      {many > 0 ? <a href={hrefTo('payments', { account: String(id), side })}>{words}</a> : words}
    </Fragment>
  ));
}

/** How many stretches are named one by one; the newest tell most. */
const shown = 3;

function Covered({ account: { id, covered } }: { account: OwnAccount }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  if (covered.length === 0) return <span className="muted">{t('accounts.notCovered')}</span>;
  const newest = covered.slice(-shown).toReversed();
  const more = covered.length - newest.length;
  return (
    <ul>
      {newest.map(({ from, to, proved }) => (
        <li key={from} className="account-covered">
          <a href={hrefTo('statements', { tab: 'coverage', account: String(id), month: to.slice(0, 7) })}>
            {periodWords(from, to, calendar)}
          </a>
          <ProofSign proved={proved} />
        </li>
      ))}
      {more > 0 && <li className="muted small">{t('accounts.moreCovered', { count: more })}</li>}
    </ul>
  );
}
