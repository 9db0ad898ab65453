import { useTranslation } from 'react-i18next';
import type { DecisionStory } from '#contract/decisions.ts';
import { openWays } from './open-ways.ts';
import type { Acts } from './use-acts.ts';

/** Every way to settle what is chosen, with the key that does the same. */
export function Ways({ story, acts }: { story: DecisionStory; acts: Acts }) {
  const { t } = useTranslation();
  const { targets, busy } = acts;
  const can = openWays(story, targets);
  return (
    <div className="decision-ways">
      {can.settle && (
        <button type="button" className="button primary" disabled={busy} onClick={() => acts.accept()}>
          {t(can.proposed ? 'workspace.accept' : 'workspace.resolve')} <kbd aria-hidden="true">↵</kbd>
        </button>
      )}
      {can.refuse && (
        <button type="button" className="button" disabled={busy} onClick={() => acts.none(story)}>
          {t(can.proposed ? 'workspace.reject' : 'workspace.none')} <kbd aria-hidden="true">N</kbd>
        </button>
      )}
      {can.match && (
        <button type="button" className="button" disabled={busy} onClick={() => acts.byHand(story)}>
          {t('workspace.byHand')} <kbd aria-hidden="true">S</kbd>
        </button>
      )}
      {can.settle && (
        <>
          <button type="button" className="button" onClick={() => acts.ask({ kind: 'write-off', targets })}>
            {t('workspace.writeOff')} <kbd aria-hidden="true">W</kbd>
          </button>
          <button type="button" className="button" onClick={() => acts.ask({ kind: 'snooze', targets })}>
            {t('workspace.snooze')} <kbd aria-hidden="true">P</kbd>
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
      {can.note && (
        <button type="button" className="button" onClick={() => acts.ask({ kind: 'note', targets })}>
          {t('workspace.addNote')} <kbd aria-hidden="true">M</kbd>
        </button>
      )}
      {can.reopen && (
        <button type="button" className="button" disabled={busy} onClick={() => void acts.set({ state: 'open' })}>
          {t('workspace.reopen')}
        </button>
      )}
    </div>
  );
}
