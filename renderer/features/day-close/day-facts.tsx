import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayFigures } from '#contract/proof.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { hrefTo } from '#renderer/lib/route.ts';

/** What the book knows of the day; every figure opens its rows. */
export function DayFacts({ figures: { date, mpesa, proved, seen, sales, open } }: { figures: DayFigures }) {
  const { t } = useTranslation();
  const here = { from: date, to: date, direction: 'in' };
  return (
    <table className="day-facts">
      <tbody>
        <Fact
          name={t('dayClose.mpesa')}
          more={t('dayClose.payments', { count: mpesa.count })}
          cents={mpesa.cents}
          strong
        >
          <a href={hrefTo('reconcile', here)}>
            <PlainAmount cents={mpesa.cents} />
          </a>
        </Fact>
        <Fact name={t('dayClose.proved')} cents={proved} />
        <Fact name={t('dayClose.seen')} cents={seen}>
          <a href={hrefTo('reconcile', { ...here, finding: 'seen' })}>
            <PlainAmount cents={seen} />
          </a>
        </Fact>
        <Fact name={t('dayClose.salesWritten', { count: sales.count })} cents={sales.cents}>
          <a href={hrefTo('reconcile', { tab: 'sales' })}>
            <PlainAmount cents={sales.cents} />
          </a>
        </Fact>
        <Fact name={t('dayClose.salesPaid')} cents={sales.paid} />
        <Fact name={t('dayClose.stillOpen')} more={open.count > 0 ? String(open.count) : ''} cents={open.cents}>
          <a href={hrefTo('reconcile', { tab: 'decisions' })}>
            <PlainAmount cents={open.cents} />
          </a>
        </Fact>
      </tbody>
    </table>
  );
}

type FactProps = { name: string; more?: string; cents: number; strong?: boolean; children?: ReactNode };

function Fact({ name, more, cents, strong = false, children }: FactProps) {
  return (
    <tr className={strong ? 'strong' : undefined}>
      <th scope="row">
        {name}
        {more !== undefined && <span className="muted small"> {more}</span>}
      </th>
      <td className="figure">{children ?? <PlainAmount cents={cents} />}</td>
    </tr>
  );
}
