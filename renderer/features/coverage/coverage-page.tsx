import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/account.ts';
import type { CoverageDay } from '#contract/proof.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { MonthBar } from '#renderer/components/month-bar.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { entriesOf } from '#renderer/lib/entries.ts';
import { isMonth } from '#renderer/lib/months.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Breaks } from './breaks.tsx';
import { CoverageMonth } from './coverage-month.tsx';
import { dayIcons } from './day-icons.ts';

/** Each day of an account by what proves it, so that an outage looks like an outage and not like theft. */
export function CoveragePage() {
  const { t } = useTranslation();
  const book = useQuery('book.summary', {});
  const accounts = book.data?.accounts.filter(({ messages, statementRows }) => messages + statementRows > 0) ?? [];
  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="statements" />
        {book.error && <ErrorNote error={book.error} />}
        {book.data && accounts.length === 0 && (
          <EmptyNote icon={CalendarCheck} title={t('coverage.emptyTitle')} text={t('coverage.emptyText')}>
            <a className="button primary" href={hrefTo('statements')}>
              {t('import.choose')}
            </a>
          </EmptyNote>
        )}
        {book.data && accounts.length > 0 && <Months accounts={accounts} lastAt={book.data.lastAt} />}
      </div>
    </div>
  );
}

/** Before the days have come: the wall calendar keeps its place. */
const none: readonly CoverageDay[] = [];

function Months({ accounts, lastAt }: { accounts: readonly Account[]; lastAt: string | null }) {
  const { t } = useTranslation();
  const { params } = useRoute();
  const account = accounts.find(({ id }) => id === Number(params['account'])) ?? accounts[0]!;
  const named = params['month'];
  const [thisMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const month = isMonth(named) ? named : (lastAt?.slice(0, 7) ?? thisMonth);
  const change = (changes: Record<string, string>) => replaceParams('statements', { ...params, ...changes });
  const days = useQuery('coverage.days', { account: account.id, month });
  return (
    <>
      <MonthBar month={month} onMonth={(next) => change({ month: next })}>
        <select
          className="field"
          aria-label={t('coverage.account')}
          value={account.id}
          onChange={(event) => change({ account: event.target.value })}
        >
          {accounts.map((one) => (
            <option key={one.id} value={one.id}>
              {accountWords(t, one)}
            </option>
          ))}
        </select>
      </MonthBar>
      {days.error && <ErrorNote error={days.error} />}
      <CoverageMonth account={account.id} month={month} days={days.data ?? none} />
      <Legend />
      <Breaks account={account.id} />
    </>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="coverage-legend">
      {entriesOf(dayIcons).map(([kind, icon]) => (
        <li key={kind} className="standing">
          <Icon of={icon} />
          <span>
            <b>{t(`coverage.kind.${kind}`)}</b>: {t(`coverage.kindText.${kind}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
