import {
  Ban,
  Check,
  CircleAlert,
  CircleHelp,
  Clock,
  CloudOff,
  Hourglass,
  type LucideIcon,
  RefreshCw,
  Smartphone,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallbackRow } from '#contract/links.ts';
import type { Lookup, LookupOutcome } from '#contract/lookup.ts';
import type { MoveState } from '#contract/move.ts';
import { Icon } from '#renderer/components/icon.tsx';

type Look = { readonly icon: LucideIcon; readonly tone: 'quiet' | 'good' | 'warn' | 'danger' };

const verdicts: Record<LookupOutcome['verdict'], Look> = {
  confirmed: { icon: Check, tone: 'good' },
  pending: { icon: Hourglass, tone: 'quiet' },
  'not-paid': { icon: X, tone: 'warn' },
  conflicting: { icon: CircleAlert, tone: 'danger' },
  inconclusive: { icon: CircleHelp, tone: 'quiet' },
};

/** Being without a network is a state like any other: quiet. */
const states: Record<Exclude<Lookup['state'], 'done'>, Look> = {
  waiting: { icon: Clock, tone: 'quiet' },
  asking: { icon: RefreshCw, tone: 'quiet' },
  offline: { icon: CloudOff, tone: 'quiet' },
  withdrawn: { icon: Ban, tone: 'quiet' },
};

const moves: Record<MoveState, Look> = {
  sending: { icon: RefreshCw, tone: 'quiet' },
  accepted: { icon: Hourglass, tone: 'quiet' },
  refused: { icon: X, tone: 'warn' },
  'not-sent': { icon: Ban, tone: 'quiet' },
  unknown: { icon: CircleHelp, tone: 'warn' },
  completed: { icon: Check, tone: 'good' },
  failed: { icon: X, tone: 'danger' },
  cancelled: { icon: X, tone: 'warn' },
  expired: { icon: Clock, tone: 'warn' },
};

function Sign({ icon, tone, words }: Look & { words: string }) {
  return (
    <span className={`standing ${tone}`}>
      <Icon of={icon} />
      {words}
    </span>
  );
}

/** How far a lookup has come; once it has heard an answer, what the answer is worth. */
export function LookupSign({ lookup: { state, outcome } }: { lookup: Pick<Lookup, 'state' | 'outcome'> }) {
  const { t } = useTranslation();
  if (state === 'done') {
    const verdict = outcome?.verdict ?? 'inconclusive';
    return <Sign {...verdicts[verdict]} words={t(`links.verdict.${verdict}`)} />;
  }
  return <Sign {...states[state]} words={t(`links.lookupState.${state}`)} />;
}

/** How far an order has come. */
export function MoveSign({ state }: { state: MoveState }) {
  const { t } = useTranslation();
  return <Sign {...moves[state]} words={t(`links.moveState.${state}`)} />;
}

/** What is known of a callback: unsigned as it is, it counts as seen until a lookup has said more. */
export function CallbackSign({ of }: { of: CallbackRow['verdict'] }) {
  const { t } = useTranslation();
  if (of === null) return <Sign icon={Smartphone} tone="quiet" words={t('links.callbacks.seen')} />;
  if (of === 'waiting') return <Sign {...states.waiting} words={t('links.callbacks.beingAsked')} />;
  return <Sign {...verdicts[of]} words={t(`links.verdict.${of}`)} />;
}
