import { useTranslation } from 'react-i18next';
import type { MoveRow } from '#contract/links.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Exchanges } from '#renderer/components/services/exchanges.tsx';
import { Facts } from '#renderer/components/services/facts.tsx';
import { LookupSign, MoveSign } from '#renderer/components/services/signs.tsx';
import { SidePane } from '#renderer/components/side-pane.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { typedOf } from './order-fields.ts';

/** One press: what was confirmed on the screen, what the service made of it, and the exchange word for word. */
export function OrderPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const one = useQuery('moves.one', { id });
  return (
    <SidePane label={t('links.order.one')} onClose={onClose}>
      {one.error && <ErrorNote error={one.error} />}
      {one.data && (
        <>
          <Pressed move={one.data.move} />
          {one.data.lookups.length > 0 && (
            <section>
              <h2>{t('links.order.lookups')}</h2>
              {one.data.lookups.map((lookup) => (
                <a key={lookup.id} href={hrefTo('links', { tab: 'lookups', lookup: lookup.id })}>
                  <LookupSign lookup={lookup} />
                </a>
              ))}
            </section>
          )}
          <Exchanges exchanges={one.data.exchanges} />
        </>
      )}
    </SidePane>
  );
}

function Pressed({ move: row }: { move: MoveRow }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { move, label, state, amount, reason, failure, receipt, pressedAt, settledAt, payment } = row;
  return (
    <section>
      <h2>{t(`links.capability.${move}`)}</h2>
      {amount !== null && <p className="story-amount">{sentenceAmount(amount)}</p>}
      <MoveSign state={state} />
      <p>{t(`links.moveStateText.${state}`)}</p>
      {failure !== null && <p className="muted">{t(`links.failure.${failure}`)}</p>}
      <Facts
        facts={[
          ...typedOf(row.input).map(([field, value]) => [t(`links.orderField.${field}`), value] as const),
          [t('links.column.service'), label],
          [t('links.order.pressed'), instantWords(pressedAt, calendar)],
          [t('links.order.settled'), settledAt === null ? null : instantWords(settledAt, calendar)],
          [t('links.answer.reason'), reason],
          [t('slot.receipt'), receipt],
        ]}
      />
      {payment !== null && receipt !== null && (
        <a href={hrefTo('reconcile', { search: receipt })}>{t('messages.seePayment')}</a>
      )}
    </section>
  );
}
