import {
  Check,
  CheckCheck,
  Circle,
  CircleAlert,
  Clock,
  Landmark,
  type LucideIcon,
  Smartphone,
  Undo2,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Standing as StandingName } from '#contract/words.ts';
import { Icon } from './icon.tsx';

const signs: Record<StandingName, { icon: LucideIcon; tone: 'quiet' | 'good' | 'warn' | 'danger' }> = {
  claimed: { icon: Circle, tone: 'quiet' },
  seen: { icon: Smartphone, tone: 'quiet' },
  confirmed: { icon: Check, tone: 'good' },
  proved: { icon: CheckCheck, tone: 'good' },
  settled: { icon: Landmark, tone: 'good' },
  reversed: { icon: Undo2, tone: 'warn' },
  failed: { icon: X, tone: 'danger' },
  disputed: { icon: CircleAlert, tone: 'danger' },
};

/** The app's central sign: icon, word and colour together, the same everywhere. */
export function Standing({ of }: { of: StandingName }) {
  const { t } = useTranslation();
  const { icon, tone } = signs[of];
  return (
    <span className={`standing ${tone}`}>
      <Icon of={icon} />
      {t(`standing.${of}`)}
    </span>
  );
}

/** A file whose printed balances hold, or that has none to check. */
export function ProofSign({ proved }: { proved: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`standing ${proved ? 'good' : 'quiet'}`}>
      <Icon of={proved ? CheckCheck : Clock} />
      {t(proved ? 'proof.holds' : 'proof.notProved')}
    </span>
  );
}
