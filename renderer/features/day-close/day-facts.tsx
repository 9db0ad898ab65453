import { useTranslation } from 'react-i18next';
import type { DayFigures } from '#contract/day.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { hrefTo } from '#renderer/lib/route.ts';

/** What the book knows of the day; every figure opens its rows. */
export function DayFacts({ figures: { date, mpesa, proved, seen, sales, open } }: { figures: DayFigures }) {
  const { t } = useTranslation();
  const takings = (which: string) => hrefTo('payments', { from: date, to: date, takings: which });
  const other = mpesa.cents - proved - seen;
  return (
    <table className="day-facts">
      <tbody>
        <Fact
          name={t('dayClose.mpesa')}
          more={t('dayClose.payments', { count: mpesa.count })}
          cents={mpesa.cents}
          href={takings('all')}
          strong
        />
        <Fact name={t('dayClose.proved')} cents={proved} href={takings('firm')} />
        <Fact name={t('dayClose.seen')} cents={seen} href={takings('seen')} />
        {other !== 0 && <Fact name={t('dayClose.other')} cents={other} href={takings('other')} />}
        <Fact
          name={t('dayClose.salesWritten', { count: sales.count })}
          cents={sales.cents}
          href={hrefTo('reconcile', { tab: 'sales', date })}
        />
        <Fact name={t('dayClose.salesPaid')} cents={sales.paid} href={hrefTo('reconcile', { tab: 'sales', date })} />
        <Fact
          name={t('dayClose.stillOpen')}
          more={open.count > 0 ? String(open.count) : ''}
          cents={open.cents}
          href={hrefTo('reconcile', { tab: 'decisions', date })}
        />
      </tbody>
    </table>
  );
}

type FactProps = { name: string; more?: string; cents: number; href: string; strong?: boolean };

function Fact({ name, more, cents, href, strong = false }: FactProps) {
  return (
    <tr className={strong ? 'strong' : undefined}>
      <th scope="row">
        {name}
        {more !== undefined && <span className="muted small"> {more}</span>}
      </th>
      <td className="figure">
        <a href={href}>
          <PlainAmount cents={cents} />
        </a>
      </td>
    </tr>
  );
}
