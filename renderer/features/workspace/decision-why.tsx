import { useTranslation } from 'react-i18next';
import type { DecisionStory } from '#contract/decisions.ts';
import type { SuggestedPayment } from '#contract/matches.ts';
import { Standing } from '#renderer/components/standing.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, dateWords, instantWords, plainAmount, sentenceAmount } from '#renderer/lib/format.ts';
import { ChargeTold } from './charge-told.tsx';
import { MatchEvidence } from './match-evidence.tsx';
import type { Acts } from './use-acts.ts';
import { Ways } from './ways.tsx';
import { whyWords } from './why-words.ts';

/** Why this asks for a decision, what speaks for which answer, and every way to settle it. */
export function DecisionWhy({ story, acts }: { story: DecisionStory; acts: Acts }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { decision, match, suggestions } = story;
  const { state, reason, note, until, decidedAt, reopened } = decision;
  return (
    <div className="stack">
      <header className="decision-head">
        <h2>{t(`decision.${decision.code}`)}</h2>
        {decision.cents > 0 && (
          <p>
            <span className="decision-risk">{plainAmount(decision.cents)}</span>{' '}
            <span className="muted">{t('workspace.risk')}</span>
          </p>
        )}
        <p>{whyWords(t, story)}</p>
        {state !== 'open' && (
          <p>
            <b>{t(`decisionState.${state}`)}</b>
            {until !== null && ` · ${t('workspace.until', { when: dateWords(until, calendar) })}`}
            {decidedAt !== null && ` · ${t('workspace.decided', { when: instantWords(decidedAt, calendar) })}`}
          </p>
        )}
        {reopened && decidedAt !== null && (
          <p>{t('workspace.reopened', { when: instantWords(decidedAt, calendar) })}</p>
        )}
        {reason !== null && <p>{t('workspace.reason', { reason })}</p>}
        {note !== null && <p>{t('workspace.note', { note })}</p>}
      </header>
      <Ways story={story} acts={acts} />
      {match && (
        <section className="stack-small">
          <h3>{t('workspace.evidence')}</h3>
          <MatchEvidence evidence={match.evidence} />
          <p className="muted small">
            {t('workspace.byRule', { rule: t(`matchRule.${match.rule}`) })}
            {match.margin !== null && ` · ${t('workspace.margin', { times: count(match.margin) })}`}
            {match.residual !== 0 && ` · ${t('workspace.residual', { sum: sentenceAmount(match.residual) })}`}
          </p>
        </section>
      )}
      {story.charge && <ChargeTold charge={story.charge} />}
      {suggestions.length > 0 && <Suggestions story={story} acts={acts} />}
    </div>
  );
}

function Suggestions({ story, acts }: { story: DecisionStory; acts: Acts }) {
  const { t } = useTranslation();
  return (
    <section className="stack-small">
      <h3>{t('workspace.suggestions')}</h3>
      <ol className="suggestions">
        {story.suggestions.map((suggestion, index) => (
          <li key={`${suggestion.expected}-${suggestion.payment.id}`}>
            <Suggested number={index + 1} suggestion={suggestion} onPick={() => acts.pick(story, index)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type SuggestedProps = { number: number; suggestion: SuggestedPayment; onPick: () => void };

function Suggested({ number, suggestion: { payment, evidence, residual }, onPick }: SuggestedProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const rest = residual > 0 ? 'workspace.away' : 'workspace.missing';
  return (
    <>
      <button type="button" className="suggestion" onClick={onPick}>
        <kbd>{number}</kbd>
        <span>{payment.party ?? t(`kind.${payment.kind}`)}</span>
        <span className="figure">{plainAmount(Math.abs(payment.amount))}</span>
        <span className="muted small">
          {payment.occurredAt !== null && instantWords(payment.occurredAt, calendar)}
          {payment.receipt !== null && ` · ${payment.receipt}`}
          {residual !== 0 && ` · ${t(rest, { sum: sentenceAmount(Math.abs(residual)) })}`}
        </span>
        <span className="muted small">
          <Standing of={payment.standing} />
        </span>
      </button>
      <MatchEvidence evidence={evidence} />
    </>
  );
}
