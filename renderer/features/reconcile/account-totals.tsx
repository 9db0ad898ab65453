import { useTranslation } from 'react-i18next';
import type { PaymentFilter } from '#contract/payment.ts';
import type { AccountReconciliation } from '#contract/reconciliation.ts';
import { Amount, PlainAmount } from '#renderer/components/amount.tsx';
import { ProofSign } from '#renderer/components/standing.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, periodWords, signedAmount } from '#renderer/lib/format.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';
import { hrefTo } from '#renderer/lib/route.ts';

/** Per account: what the messages say, what the statement says, and the difference explained to the cent. */
export function AccountTotals({ accounts }: { accounts: readonly AccountReconciliation[] }) {
  const { t } = useTranslation();
  const heads = ['in', 'out'] as const;
  return (
    <table className="account-totals">
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            <span className="hidden-visually">{t('column.account')}</span>
          </th>
          <th scope="colgroup" colSpan={2} className="figure">
            {t('reconcile.messages')}
          </th>
          <th scope="colgroup" colSpan={2} className="figure">
            {t('reconcile.statement')}
          </th>
          <th scope="col" rowSpan={2} className="figure">
            {t('reconcile.difference')}
          </th>
        </tr>
        <tr>
          {['messages', 'statement'].map((side) =>
            heads.map((head) => (
              <th key={`${side}-${head}`} scope="col" className="figure">
                {t(`reconcile.${head}`)}
              </th>
            )),
          )}
        </tr>
      </thead>
      {accounts.map((line) => (
        <Account key={line.account.id} line={line} />
      ))}
    </table>
  );
}

function Account({ line }: { line: AccountReconciliation }) {
  const { account, messages, statement, difference } = line;
  const compared = line.covered.length > 0;
  const accountName = useAccountName();
  return (
    <tbody>
      <tr>
        <th scope="row">
          {accountName(account)}
          <Covered line={line} />
        </th>
        <Side
          line={line}
          side={compared ? 'message-in' : 'apart-in'}
          cents={compared ? messages.in : line.notCompared.in}
        />
        <Side
          line={line}
          side={compared ? 'message-out' : 'apart-out'}
          cents={compared ? messages.out : line.notCompared.out}
        />
        <Side line={line} side="statement-in" cents={compared ? statement.in : null} />
        <Side line={line} side="statement-out" cents={compared ? statement.out : null} />
        <td className="figure difference">
          <Amount cents={compared ? difference : null} />
        </td>
      </tr>
      {compared && (
        <tr className="explained">
          <td colSpan={6}>
            <Explanation line={line} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

type SideProps = { line: AccountReconciliation; side: NonNullable<PaymentFilter['side']>; cents: number | null };

/** What one witness says came or went; opens the payments it is the sum of. */
function Side({ line, side, cents }: SideProps) {
  return (
    <td className="figure">
      {cents === null ? (
        <PlainAmount cents={null} />
      ) : (
        <a href={hrefTo('reconcile', { account: String(line.account.id), side })}>
          <PlainAmount cents={cents} />
        </a>
      )}
    </td>
  );
}

function Covered({ line: { covered, notCompared } }: { line: AccountReconciliation }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <span className="covered">
      {covered.map(({ from, to, proved }) => (
        <span key={from}>
          {periodWords(from, to, calendar)} <ProofSign proved={proved} />
        </span>
      ))}
      {covered.length === 0 && <span>{t('reconcile.noStatement')}</span>}
      {notCompared.count > 0 && (
        <span>{t('reconcile.notCompared', { count: notCompared.count, payments: count(notCompared.count) })}</span>
      )}
    </span>
  );
}

/** The difference as a sum of reasons: `−700.00 = +1 250.00 no message (1) − …`. Each opens its payments. */
function Explanation({ line: { account, difference, explanation } }: { line: AccountReconciliation }) {
  const { t } = useTranslation();
  const accountName = useAccountName();
  const largestFirst = explanation.toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
  if (explanation.length === 0) return <span className="muted">{t('reconcile.agreeToTheCent')}</span>;
  return (
    <ul className="explanation" aria-label={t('reconcile.explained', { account: accountName(account) })}>
      <li className="muted">{t('reconcile.differenceIs', { sum: signedAmount(difference) || '0.00' })}</li>
      {largestFirst.map(({ reason, count: payments, cents }) => (
        <li key={reason}>
          <a href={hrefTo('reconcile', { account: String(account.id), reason })}>
            <b>{signedAmount(cents)}</b> {t(`reason.${reason}`, { count: payments })}
          </a>
        </li>
      ))}
    </ul>
  );
}
