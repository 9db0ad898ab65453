import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';

type KnownSalesProps = {
  known: Output<'sales.alike'>;
  /** Whether those that the book has already are written down again. */
  all: boolean;
  onAll: (all: boolean) => void;
};

const MOST = 20;

/** Which of the sales at hand the book has already, or may have: named, and never merged by us. */
export function KnownSales({ known, all, onAll }: KnownSalesProps) {
  const { t } = useTranslation();
  const same = known.filter(({ as }) => as === 'same');
  const like = known.filter(({ as }) => as === 'like');
  return (
    <div className="note">
      <div>
        {same.length > 0 && (
          <>
            <p>{t('sales.same', { count: same.length })}</p>
            <SaleLines sales={same} />
            <label className="choice-line">
              <input type="checkbox" checked={all} onChange={(event) => onAll(event.target.checked)} />
              {t('sales.sameToo')}
            </label>
          </>
        )}
        {like.length > 0 && (
          <>
            <p>{t('sales.like', { count: like.length })}</p>
            <SaleLines sales={like} />
          </>
        )}
      </div>
    </div>
  );
}

const SaleLines = ({ sales }: { sales: Output<'sales.alike'> }) => (
  <ul className="small">
    {sales.slice(0, MOST).map(({ index, sale }) => (
      <li key={index}>{sale}</li>
    ))}
  </ul>
);
