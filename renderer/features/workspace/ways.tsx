import { useTranslation } from 'react-i18next';
import type { DecisionStory } from '#contract/decisions.ts';
import type { Acts } from './use-acts.ts';

/** Every way to settle what is chosen, with the key that does the same. */
export function Ways({ story, acts }: { story: DecisionStory; acts: Acts }) {
  const { t } = useTranslation();
  const { targets, busy } = acts;
  const many = targets.length > 1;
  const proposed = targets.some(({ match }) => match !== null);
  const closed = targets.every(({ state }) => state !== 'open');
  const settled = targets.every(({ state }) => state === 'resolved' || state === 'written-off');
  const canRefuse = proposed || (!many && story.suggestions.length > 0);
  const canMatch = !many && story.sales.length + story.payments.length > 0 && !settled;
  return (
    <div className="decision-ways">
      {!settled && (
        <button type="button" className="button primary" disabled={busy} onClick={() => acts.accept()}>
          {t(proposed ? 'workspace.accept' : 'workspace.resolve')} <kbd aria-hidden="true">↵</kbd>
        </button>
      )}
      {canRefuse && (
        <button type="button" className="button" disabled={busy} onClick={() => acts.none(story)}>
          {t(proposed ? 'workspace.reject' : 'workspace.none')} <kbd aria-hidden="true">N</kbd>
        </button>
      )}
      {canMatch && (
        <button type="button" className="button" disabled={busy} onClick={() => acts.byHand(story)}>
          {t('workspace.byHand')} <kbd aria-hidden="true">S</kbd>
        </button>
      )}
      {!settled && (
        <>
          <button type="button" className="button" onClick={() => acts.ask({ kind: 'write-off', targets })}>
            {t('workspace.writeOff')}
          </button>
          <button type="button" className="button" onClick={() => acts.ask({ kind: 'snooze', targets })}>
            {t('workspace.snooze')}
          </button>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void acts.set({ state: 'waiting-statement' })}
          >
            {t('workspace.waitStatement')}
          </button>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void acts.set({ state: 'waiting-provider' })}
          >
            {t('workspace.waitProvider')}
          </button>
        </>
      )}
      {!many && (
        <button type="button" className="button" onClick={() => acts.ask({ kind: 'note', targets })}>
          {t('workspace.addNote')}
        </button>
      )}
      {closed && (
        <button type="button" className="button" disabled={busy} onClick={() => void acts.set({ state: 'open' })}>
          {t('workspace.reopen')}
        </button>
      )}
    </div>
  );
}
