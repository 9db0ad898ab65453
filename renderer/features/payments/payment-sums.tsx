import { useTranslation } from 'react-i18next';
import type { PaymentPage, PaymentSort } from '#contract/payment.ts';
import type { Totals } from '#contract/words.ts';
import type { Choice } from '#renderer/components/table-choice.ts';
import { count, signedAmount } from '#renderer/lib/format.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import type { Filter } from './filter.ts';

type PaymentSumsProps = {
  question: { readonly filter: Filter; readonly sort: PaymentSort };
  all: PaymentPage | undefined;
  choice: Choice;
};

/** What the chosen payments come to, or all of them. */
export function PaymentSums({ question, all, choice }: PaymentSumsProps) {
  const { t } = useTranslation();
  const ranges = choice.slice(0, 1_000).map(([first, last]): [number, number] => [first, last]);
  const some = ranges.length > 0;
  const chosen = useQuery('payments.totals', { ...question, ranges }, some);
  if (!some) return all && <Sums words={t('filter.listed', paymentsOf(all.total))} totals={all.totals} />;
  return chosen.data && <Sums words={t('table.chosen', rowsOf(chosen.data.count))} totals={chosen.data.totals} />;
}

const rowsOf = (rows: number) => ({ count: rows, rows: count(rows) });
const paymentsOf = (payments: number) => ({ count: payments, payments: count(payments) });

function Sums({ words, totals }: { words: string; totals: Totals }) {
  const { t } = useTranslation();
  return (
    <>
      {words}, KSh: {t('table.in')} <span className="figure">{signedAmount(totals.in)}</span>, {t('table.out')}{' '}
      <span className="figure">{signedAmount(-totals.out)}</span>
    </>
  );
}
