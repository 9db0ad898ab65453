import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '#contract/decisions.ts';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { sentenceAmount } from '#renderer/lib/format.ts';
import { HandDialog } from './hand-dialog.tsx';
import { KeysHelp } from './keys-help.tsx';
import type { Acts } from './use-acts.ts';

/** Whatever a way asks for before it is done. */
export function AskedDialog({ acts }: { acts: Acts }) {
  const { asked, ask, finish } = acts;
  const close = () => ask(null);
  if (asked === null) return null;
  if (asked.kind === 'help') return <KeysHelp onClose={close} />;
  if (asked.kind === 'hand') {
    return <HandDialog start={asked.start} onDone={(step) => finish(step, acts.targets)} onClose={close} />;
  }
  if (asked.kind === 'snooze') return <Snooze acts={acts} targets={asked.targets} onClose={close} />;
  return <Why acts={acts} kind={asked.kind} targets={asked.targets} onClose={close} />;
}

type AskProps = { acts: Acts; targets: readonly Decision[]; onClose: () => void };

const titles = { resolve: 'act.resolve', 'write-off': 'act.writeOff', note: 'act.note' } as const;
const actions = { resolve: 'workspace.resolve', 'write-off': 'workspace.writeOff', note: 'act.save' } as const;

function useAboutWords(targets: readonly Decision[]): string {
  const { t } = useTranslation();
  return t('act.text', {
    count: targets.length,
    sum: sentenceAmount(targets.reduce((sum, { cents }) => sum + cents, 0)),
  });
}

function Why({ acts, kind, targets, onClose }: AskProps & { kind: keyof typeof titles }) {
  const { t } = useTranslation();
  const about = useAboutWords(targets);
  const onReason = (words: string) => {
    const [one] = targets;
    if (kind === 'resolve') void acts.set({ state: 'resolved', reason: words }, targets);
    else if (kind === 'write-off') void acts.set({ state: 'written-off', reason: words }, targets);
    // A note changes nothing else about the decision.
    else if (one) void acts.set({ state: one.state, reason: one.reason, until: one.until, note: words }, targets);
  };
  return (
    <ReasonDialog
      title={t(titles[kind])}
      text={about}
      action={t(actions[kind])}
      label={kind === 'note' ? t('workspace.noteField') : undefined}
      required
      busy={acts.busy}
      error={acts.error}
      onReason={onReason}
      onClose={onClose}
    />
  );
}

const eatDay = 86_400_000;

function Snooze({ acts, targets, onClose }: AskProps) {
  const { t } = useTranslation();
  const about = useAboutWords(targets);
  // Tomorrow, in East Africa.
  const [day, setDay] = useState(() => new Date(Date.now() + eatDay + 10_800_000).toISOString().slice(0, 10));
  return (
    <ReasonDialog
      title={t('act.snooze')}
      text={about}
      action={t('workspace.snooze')}
      required={false}
      busy={acts.busy}
      error={acts.error}
      onReason={(reason) =>
        void acts.set({ state: 'snoozed', until: `${day}T00:00:00+03:00`, reason: reason || null }, targets)
      }
      onClose={onClose}
    >
      <label className="labelled">
        {t('workspace.untilField')}
        <input type="date" className="field" required value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
    </ReasonDialog>
  );
}
