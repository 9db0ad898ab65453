import { ChartColumn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookSummary } from '#contract/book.ts';
import type { Pictures } from '#contract/pictures.ts';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MonthBar } from '#renderer/components/month-bar.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { isMonth } from '#renderer/lib/months.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { BalanceLine } from './balance-line.tsx';
import { Hours } from './hours.tsx';
import { InAndOut, Share } from './weeks.tsx';

/** Payments for the eye: when they come, how much, what proves them and where balances break. */
export function PicturesPage() {
  const { t } = useTranslation();
  const { data: book, error } = useQuery('book.summary', {});
  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="payments" />
        {error && <ErrorNote error={error} />}
        {book?.payments === 0 && (
          <EmptyNote icon={ChartColumn} title={t('payments.emptyTitle')} text={t('payments.emptyText')}>
            <a className="button primary" href={hrefTo('statements')}>
              {t('import.choose')}
            </a>
          </EmptyNote>
        )}
        {book !== undefined && book.payments > 0 && <Drawn book={book} />}
      </div>
    </div>
  );
}

const everything = 'all';
const fewestWeeks = 8;

/** Without the empty weeks before the first payment, as long as a few are left to compare. */
const drawnWeeks = (weeks: Pictures['weeks']) =>
  weeks.slice(
    Math.max(
      0,
      Math.min(
        weeks.findIndex(({ count }) => count > 0),
        weeks.length - fewestWeeks,
      ),
    ),
  );

function Drawn({ book }: { book: BookSummary }) {
  const { t } = useTranslation();
  const { params } = useRoute();
  const accounts = book.accounts.filter(({ messages, statementRows }) => messages + statementRows > 0);
  const chosen = accounts.find(({ id }) => id === Number(params['account'])) ?? accounts[0];
  const account = params['account'] === everything || !chosen ? null : chosen.id;
  const [thisMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const month = isMonth(params['month']) ? params['month'] : (book.lastAt?.slice(0, 7) ?? thisMonth);
  const change = (changes: Record<string, string>) => replaceParams('payments', { ...params, ...changes });
  const pictures = useQuery('payments.pictures', { account, month });
  const balances = useQuery('payments.balances', { account: account ?? 0, month }, account !== null);
  const of = account === null ? {} : { account: String(account) };
  return (
    <>
      <MonthBar month={month} onMonth={(next) => change({ month: next })}>
        <select
          className="field"
          aria-label={t('pictures.account')}
          value={account ?? everything}
          onChange={(event) => change({ account: event.target.value })}
        >
          {accounts.map((one) => (
            <option key={one.id} value={one.id}>
              {accountWords(t, one)}
            </option>
          ))}
          <option value={everything}>{t('pictures.all')}</option>
        </select>
      </MonthBar>
      {pictures.error && <ErrorNote error={pictures.error} />}
      {pictures.data && (
        <div className="pictures">
          <Hours month={month} hours={pictures.data.hours} of={of} />
          <BalanceLine month={month} balances={account === null ? [] : (balances.data ?? [])} of={of} />
          <InAndOut weeks={drawnWeeks(pictures.data.weeks)} of={of} />
          <Share weeks={drawnWeeks(pictures.data.weeks)} of={of} />
        </div>
      )}
    </>
  );
}
