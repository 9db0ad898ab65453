import { useTranslation } from 'react-i18next';
import type { Payment } from '#contract/payment.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { HeadLine } from '#renderer/components/head-line.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { shortInstant } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

const newest = { filter: {}, sort: { by: 'occurredAt' as const, descending: true }, offset: 0, limit: 8 };

/** The newest payments in the book, whichever witness told of them. */
export function LastPayments() {
  const { t } = useTranslation();
  const { data, error } = useQuery('payments.page', newest);
  return (
    <section className="last-payments">
      <header className="section-head">
        <h2>{t('today.lastPayments')}</h2>
        <a href={hrefTo('payments')}>{t('today.allPayments')}</a>
      </header>
      {error && <ErrorNote error={error} />}
      <table className="plain-table">
        <HeadLine of={[t('column.when'), t('column.who'), t('column.standing'), { figure: t('column.amount') }]} />
        <tbody>
          {data?.rows.map((payment) => (
            <Line key={payment.id} payment={payment} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <tr>
      <td className="muted one-line">{payment.occurredAt ? shortInstant(payment.occurredAt, calendar) : '–'}</td>
      <td>{payment.party ?? t(`kind.${payment.kind}`)}</td>
      <td>
        <Standing of={payment.standing} />
      </td>
      <td className="figure">
        <a href={hrefTo('payments', { search: payment.receipt ?? payment.party ?? '' })}>
          <Amount cents={payment.amount} />
        </a>
      </td>
    </tr>
  );
}
