import { Check, CircleAlert, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatchEvidence as Piece } from '#contract/match.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { matchSentence } from './match-words.ts';

const icons = { agree: Check, differ: CircleAlert, missing: Minus };
const tones = { agree: 'good', differ: 'danger', missing: 'quiet' };

/** What speaks for a match and what against it, field by field. */
export function MatchEvidence({ evidence }: { evidence: readonly Piece[] }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return (
    <ul className="evidence">
      {evidence.map((piece) => (
        <li key={piece.field} className={`standing ${tones[piece.verdict]}`}>
          <Icon of={icons[piece.verdict]} />
          <span>{matchSentence(t, calendar, piece)}</span>
        </li>
      ))}
    </ul>
  );
}
