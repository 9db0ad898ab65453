import { Check, CircleAlert, Info, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Reading } from '#parser/reading.ts';
import { HighlightedText } from '#renderer/components/highlighted-text.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { Reason } from '#renderer/components/reason.tsx';
import { ReadingFacts } from './reading-facts.tsx';

const outcomeSigns: Record<Outcome, { icon: LucideIcon; tone: string }> = {
  parsed: { icon: Check, tone: 'good' },
  notice: { icon: Info, tone: 'quiet' },
  unrecognised: { icon: CircleAlert, tone: 'danger' },
};

export function OutcomeSign({ of }: { of: Outcome }) {
  const { t } = useTranslation();
  const { icon, tone } = outcomeSigns[of];
  return (
    <span className={`standing ${tone}`}>
      <Icon of={icon} />
      {t(`outcome.${of}`)}
    </span>
  );
}

/** One message: what was read, worth a second look or not, over the words it was read from. */
export const ReadingCard = memo(function ReadingCard({ text, reading }: { text: string; reading: Reading }) {
  const { t } = useTranslation();
  const { outcome, kind, notes, expected } = reading;
  return (
    <article className="reading-card">
      <div className="reading-sign">
        <OutcomeSign of={outcome} />
        {kind && <span className="muted">{t(`kind.${kind}`)}</span>}
      </div>
      <div className="reading-body">
        {expected ? (
          <div>
            <p className="reading-reason">
              <Reason text={expected.sentence} />
            </p>
            <p className="muted small">{t('messages.unreadNext')}</p>
          </div>
        ) : (
          <ReadingFacts reading={reading} />
        )}
        <HighlightedText text={text} reading={reading} />
        {notes.map(({ code }) => (
          <p key={code} className="reading-note standing warn">
            <Icon of={CircleAlert} />
            {t(`note.${code}`)}
          </p>
        ))}
      </div>
    </article>
  );
});
