import {
  CheckCheck,
  CircleAlert,
  CircleDashed,
  Lock,
  LockOpen,
  type LucideIcon,
  Minus,
  TriangleAlert,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Period } from '#contract/proof.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { sentenceAmount, tableInstant } from '#renderer/lib/format.ts';
import { monthWords, weeksOf } from '#renderer/lib/months.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';

const proofs: Record<Period['proof'], { icon: LucideIcon; tone: string }> = {
  holds: { icon: CheckCheck, tone: 'good' },
  breaks: { icon: CircleAlert, tone: 'danger' },
  uncovered: { icon: CircleDashed, tone: 'warn' },
  none: { icon: Minus, tone: 'quiet' },
};
const states: Record<Period['state'], { icon: LucideIcon; tone: string }> = {
  open: { icon: LockOpen, tone: 'quiet' },
  closed: { icon: Lock, tone: 'good' },
  changed: { icon: TriangleAlert, tone: 'danger' },
};

type PeriodRowProps = { period: Period; onAsk: (what: 'close' | 'reopen') => void };

/** One month: every figure opens the payments it is made of. */
export function PeriodRow({ period, onAsk }: PeriodRowProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const accountName = useAccountName();
  const { account, month, proof, state } = period;
  const named = { month: monthWords(month, calendar), account: accountName(account) };
  const days = { from: `${month}-01`, to: weeksOf(month).flat().findLast(Boolean) ?? '' };
  // Between two balances only what the statement tells is added up.
  const rows = { account: String(account.id), ...days, ...(period.besides !== null && { side: 'statement' }) };
  const balances = hrefTo('payments', { tab: 'pictures', account: String(account.id), month });
  const what = state === 'open' ? 'close' : 'reopen';
  return (
    <tbody>
      <tr>
        <th scope="row">
          <a href={hrefTo('statements', { tab: 'coverage', account: String(account.id), month })}>{named.month}</a>
        </th>
        <td>{named.account}</td>
        <td className="figure">
          <Balance cents={period.opening} href={balances} />
        </td>
        <td className="figure">
          <a href={hrefTo('payments', { ...rows, direction: 'in' })}>
            <PlainAmount cents={period.in} />
          </a>
        </td>
        <td className="figure">
          <a href={hrefTo('payments', { ...rows, direction: 'out' })}>
            <PlainAmount cents={period.out} />
          </a>
        </td>
        <td className="figure">
          <Balance cents={period.besides} href={hrefTo('payments', rows)} />
        </td>
        <td className="figure">
          <Balance cents={period.closing} href={balances} />
        </td>
        <td>
          <span className={`standing ${proofs[proof].tone}`}>
            <Icon of={proofs[proof].icon} />
            {t(`periods.proof.${proof}`)}
          </span>
        </td>
        <td>
          <span className={`standing ${states[state].tone}`}>
            <Icon of={states[state].icon} />
            {t(`periods.state.${state}`)}
          </span>
        </td>
        <td className="figure">
          <button
            type="button"
            className="button plain"
            aria-label={t(state === 'open' ? 'periods.closeNamed' : 'periods.reopenNamed', named)}
            onClick={() => onAsk(what)}
          >
            {t(`periods.${what}`)}
          </button>
        </td>
      </tr>
      {state !== 'open' && (
        <tr className="period-more">
          <td colSpan={10}>
            <Sealed period={period} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Opens the balance of each of the month's days, which open their rows. */
function Balance({ cents, href }: { cents: number | null; href: string }) {
  if (cents === null) return <PlainAmount cents={null} />;
  return (
    <a href={href}>
      <PlainAmount cents={cents} />
    </a>
  );
}

const sum = (cents: number | null) => (cents === null ? '–' : sentenceAmount(cents));

/** When it was closed, why, the seal, and what has changed since. */
function Sealed({ period: { closedAt, reason, seal, sealed, corrections } }: { period: Period }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <div className="muted small">
      <p>
        {closedAt !== null && t('periods.closedAt', { when: tableInstant(closedAt, calendar) })}
        {reason !== null && ` · ${t('workspace.reason', { reason })}`}
        {seal !== null && ` · ${t('periods.seal', { seal: seal.slice(0, 16) })}`}
      </p>
      {sealed === false && <p className="amiss-text">{t('periods.sealBroken')}</p>}
      {corrections.length > 0 && (
        <details>
          <summary>{t('periods.corrections', { count: corrections.length })}</summary>
          <ul>
            {corrections.map(({ key, what, was, is }) => (
              <li key={key}>
                {key}: {t(`periods.${what}`, { was: sum(was), is: sum(is) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
