import { Check, CircleAlert, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Evidence as EvidenceOf } from '#contract/payment.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { evidenceSentence } from './evidence-words.ts';

const icons = { agree: Check, differ: CircleAlert, missing: Minus };
const tones = { agree: 'good', differ: 'danger', missing: 'quiet' };

/** Field by field: what agrees, what differs, what only one of the two says. */
export function Evidence({ evidence }: { evidence: readonly EvidenceOf[] }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <section>
      <h2>{t('story.evidence')}</h2>
      <ul className="evidence">
        {evidence.map((piece) => (
          <li key={piece.field} className={`standing ${tones[piece.verdict]}`}>
            <Icon of={icons[piece.verdict]} />
            <span>{evidenceSentence(t, calendar, piece)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
