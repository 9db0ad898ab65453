import { useTranslation } from 'react-i18next';
import type { BalanceBreak as Break } from '#contract/decisions.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';

/** Where balances stop adding up: between which rows, by how much, and what is missing would have to say. */
export function BalanceBreak({ of }: { of: Break }) {
  const { t } = useTranslation();
  const accountName = useAccountName();
  const { account, source, gap, expected, printed, missing, explainedBy } = of;
  const sums = {
    sum: sentenceAmount(missing.amount),
    from: sentenceAmount(missing.from),
    to: sentenceAmount(missing.to),
  };
  const asked =
    missing.what === 'fuliza' ? 'breaks.missingFuliza' : (`breaks.missing.${source}.${missing.direction}` as const);
  const words = {
    source: t(`breaks.source.${source}`),
    account: accountName(account),
    sum: sentenceAmount(Math.abs(gap)),
  };
  return (
    <div className="balance-break">
      <b>{t('breaks.gap', words)}</b>
      <p>{t('breaks.expected', { expected: sentenceAmount(expected), printed: sentenceAmount(printed) })}</p>
      <p>
        <Row row={of.after} end={t('breaks.start')} /> → <Row row={of.before} end={t('breaks.end')} />
      </p>
      <p>{t(asked, sums)}</p>
      <p className="muted">
        {explainedBy.length > 0 ? t('breaks.explained', { count: explainedBy.length }) : t('breaks.unexplained')}
      </p>
    </div>
  );
}

function Row({ row, end }: { row: Break['after']; end: string }) {
  const calendar = useCalendar();
  if (!row) return <span className="muted">{end}</span>;
  const when = row.at === null ? '–' : instantWords(row.at, calendar);
  if (row.receipt === null) return <span>{when}</span>;
  return (
    <span>
      <a href={hrefTo('reconcile', { search: row.receipt })}>{row.receipt}</a>, {when}
    </span>
  );
}
