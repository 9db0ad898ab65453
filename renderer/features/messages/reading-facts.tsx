import { useTranslation } from 'react-i18next';
import type { Reading } from '#parser/reading.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, instantWords, minus, plainAmount } from '#renderer/lib/format.ts';

/** Who, how much, when, the balance, and whatever else this message says. */
export function ReadingFacts({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { amount, direction, currency, party, occurredAt, precision, balance, fee, receipt, accountRef } = reading;
  const sign = direction === 'in' ? '+' : direction === 'out' ? minus : '';
  const who = [party.name, party.phone, party.shortcode].filter(Boolean).join(' · ');
  const when = occurredAt && (precision === 'day' ? dateWords : instantWords)(occurredAt, calendar);
  return (
    <dl className="reading-facts">
      {amount !== null && (
        <Fact name={t('slot.amount')} column="amount">
          <b className={direction === 'in' ? 'money-in' : undefined}>
            {sign}
            {plainAmount(amount)}
          </b>{' '}
          <span className="muted small">{currency}</span>
        </Fact>
      )}
      {who && (
        <Fact name={t('column.who')} column="who">
          {who}
        </Fact>
      )}
      {accountRef && <Fact name={t('slot.account')}>{accountRef}</Fact>}
      {when && (
        <Fact name={t('column.when')} column="when">
          {when}
        </Fact>
      )}
      {balance !== null && (
        <Fact name={t('slot.balance')} column="balance">
          <PlainAmount cents={balance} />
        </Fact>
      )}
      {fee !== null && fee > 0 && (
        <Fact name={t('slot.fee')}>
          <PlainAmount cents={fee} />
        </Fact>
      )}
      {balanceNames.map(
        (name) =>
          reading.balances[name] !== undefined && (
            <Fact key={name} name={t(`balance.${name}`)}>
              <PlainAmount cents={reading.balances[name]} />
            </Fact>
          ),
      )}
      {receipt && <Fact name={t('slot.receipt')}>{receipt}</Fact>}
    </dl>
  );
}

const balanceNames = [
  'pochi',
  'savings',
  'merchant',
  'float',
  'working',
  'loan',
  'fuliza_outstanding',
  'fuliza_available',
  'fuliza_limit',
  'fuliza_fee',
] as const satisfies readonly (keyof Reading['balances'])[];

/** The four that nearly every message has stand in columns, one card under another. */
type FactProps = { name: string; column?: 'amount' | 'who' | 'when' | 'balance'; children: React.ReactNode };

function Fact({ name, column, children }: FactProps) {
  return (
    <div className={column && `fact-${column}`}>
      <dt className="muted small">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
