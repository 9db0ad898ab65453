import { CheckCheck, ChevronRight, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DecisionCode } from '#contract/decisions.ts';
import type { ExceptionCode } from '#contract/words.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { en } from '#renderer/i18n/en.ts';
import { entriesOf } from '#renderer/lib/entries.ts';
import { plainAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** What only informs asks for nobody's attention. */
const informing = new Set<DecisionCode>(['receipt-typo-fixed', 'in-transit']);

/** Where it is decided; texts that could not be read are looked at among the messages. */
const wayTo = (code: DecisionCode) =>
  code === 'unread-message'
    ? hrefTo('messages', { tab: 'book', outcome: 'unrecognised' })
    : hrefTo('reconcile', { tab: 'decisions', code });

const isPayments = (code: DecisionCode): code is ExceptionCode => Object.hasOwn(en.exceptionShort, code);

/** What does not agree, the most money first; each line opens its rows. */
export function Attention() {
  const { t } = useTranslation();
  const { data, error } = useQuery('reconcile.summary', {});
  const found = (data ? entriesOf(data.by_exception) : [])
    .filter(([code, { count }]) => count > 0 && !informing.has(code))
    .toSorted(([, a], [, b]) => b.cents - a.cents || b.count - a.count);
  return (
    <section className="attention">
      <header className="section-head">
        <h2>{t('today.attention')}</h2>
        <span className="muted small">{t('today.atRisk')}</span>
      </header>
      {error && <ErrorNote error={error} />}
      {data && found.length === 0 && data.by_finding.agree.count === 0 && (
        <p className="muted attention-none">{t('today.nothingCompared')}</p>
      )}
      {data && found.length === 0 && data.by_finding.agree.count > 0 && (
        <p className="standing good attention-none">
          <Icon of={CheckCheck} />
          {t('today.nothingOpen')}
        </p>
      )}
      <ul>
        {found.map(([code, { count, cents }]) => (
          <li key={code}>
            <a className="attention-line" href={wayTo(code)}>
              <Icon of={CircleAlert} />
              <span>
                {isPayments(code) ? t(`exception.${code}`, { count }) : `${t(`decision.${code}`)} (${count})`}
              </span>
              <span className="figure">{cents > 0 ? plainAmount(cents) : ''}</span>
              <Icon of={ChevronRight} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
