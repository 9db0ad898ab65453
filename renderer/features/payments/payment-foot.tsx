import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PaymentPage, PaymentSort } from '#contract/payment.ts';
import type { Totals } from '#contract/words.ts';
import { ColumnsMenu } from '#renderer/components/columns-menu.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import type { ChoiceDesk } from '#renderer/components/table-choice.ts';
import { count, signedAmount } from '#renderer/lib/format.ts';
import type { ListViewDesk } from '#renderer/lib/use-list-view.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import type { Filter } from './filter.ts';

type FootProps = {
  question: { readonly filter: Filter; readonly sort: PaymentSort };
  all: PaymentPage | null;
  choice: ChoiceDesk;
  columns: readonly { readonly id: string; readonly head: string; readonly width: string }[];
  desk: ListViewDesk;
  copied: string;
  onCopy: () => void;
};

/** What the chosen rows come to, or all of them; always one line, so that choosing moves nothing. */
export function PaymentFoot({ question, all, choice, columns, desk, copied, onCopy }: FootProps) {
  const { t } = useTranslation();
  const ranges = choice.choice.slice(0, 1_000).map(([first, last]): [number, number] => [first, last]);
  const chosen = useQuery('payments.totals', { ...question, ranges }, ranges.length > 0);
  const some = ranges.length > 0;
  return (
    <footer className="table-foot">
      <output aria-live="polite">
        {some && chosen.data && (
          <Sums words={t('table.chosen', rowsOf(chosen.data.count))} totals={chosen.data.totals} />
        )}
        {!some && all && <Sums words={t('filter.listed', paymentsOf(all.total))} totals={all.totals} />}
      </output>
      {some ? (
        <>
          <button type="button" className="button plain" onClick={onCopy}>
            <Icon of={Copy} />
            {t('table.copy')}
          </button>
          <button type="button" className="button plain" onClick={choice.none}>
            {t('workspace.clearChosen')}
          </button>
        </>
      ) : (
        <span className="muted small table-hint">{t('table.chooseHint')}</span>
      )}
      <output className="muted small push">{copied}</output>
      <ColumnsMenu columns={columns} desk={desk} />
    </footer>
  );
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
