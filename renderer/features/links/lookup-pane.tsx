import { useTranslation } from 'react-i18next';
import type { LookupRow } from '#contract/links.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { AnswerFacts } from '#renderer/components/services/answer-facts.tsx';
import { Exchanges } from '#renderer/components/services/exchanges.tsx';
import { Facts } from '#renderer/components/services/facts.tsx';
import { LookupSign } from '#renderer/components/services/signs.tsx';
import { SidePane } from '#renderer/components/side-pane.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** One question: what the book holds, what the service said, what that is worth, and the exchange word for word. */
export function LookupPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const one = useQuery('lookups.one', { id });
  return (
    <SidePane label={t('links.lookups.one')} onClose={onClose}>
      {one.error && <ErrorNote error={one.error} />}
      {one.data && (
        <>
          <Asked lookup={one.data.lookup} />
          {one.data.lookup.answer && <AnswerFacts answer={one.data.lookup.answer} />}
          <Exchanges exchanges={one.data.exchanges} />
        </>
      )}
    </SidePane>
  );
}

function Asked({ lookup }: { lookup: LookupRow }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const cancel = useCommand('lookups.cancel');
  const { id, label, key, expected, state, outcome, failure, askedAt, notBefore } = lookup;
  const isOpen = state === 'waiting' || state === 'offline';
  return (
    <section>
      <h2>
        <LookupSign lookup={lookup} />
      </h2>
      {outcome && <p>{t(`links.verdictText.${outcome.verdict}`)}</p>}
      {outcome && (
        <ul>
          {outcome.reasons.map((reason) => (
            <li key={reason}>{t(`links.lookupReason.${reason}`)}</li>
          ))}
        </ul>
      )}
      {failure !== null && <p>{t(`links.failure.${failure}`)}</p>}
      {isOpen && (
        <p className="muted">
          {t('links.lookups.next', { when: instantWords(new Date(notBefore).toISOString(), calendar) })}
        </p>
      )}
      <Facts
        facts={[
          [t('links.column.service'), label],
          [t('links.column.asked'), instantWords(askedAt, calendar)],
          [t(`links.lookupKey.${key.by}`), key.value],
          [t('links.lookups.bookHolds'), sentenceAmount(expected.amount)],
          [t('column.receipt'), key.by === 'receipt' ? null : expected.receipt],
        ]}
      />
      {expected.receipt !== null && (
        <a href={hrefTo('reconcile', { search: expected.receipt })}>{t('messages.seePayment')}</a>
      )}
      {isOpen && (
        <button type="button" className="button" disabled={cancel.busy} onClick={() => void cancel.run({ id })}>
          {t('links.lookups.cancel')}
        </button>
      )}
      {cancel.error && <ErrorNote error={cancel.error} />}
    </section>
  );
}
