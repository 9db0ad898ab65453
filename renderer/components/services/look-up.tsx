import { SearchCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { can, useLinked } from './use-linked.ts';

type LookUpProps = {
  payments: 'waiting' | readonly number[];
  /** Null asks whichever link knows the payment. */
  linkedAccount: number | null;
  /** What the button says. */
  words: string;
};

/** Puts questions into the queue and says what became of them. Answers come by themselves. */
export function LookUp({ payments, linkedAccount, words }: LookUpProps) {
  const { run, busy, error } = useCommand('lookups.start');
  const [started, setStarted] = useState<Output<'lookups.start'> | null>(null);
  const ask = async () => {
    setStarted(await run({ linkedAccount, payments: payments === 'waiting' ? payments : [...payments] }));
  };
  return (
    <>
      <button type="button" className="button" disabled={busy} onClick={() => void ask()}>
        <Icon of={SearchCheck} />
        {words}
      </button>
      {error && <ErrorNote error={error} />}
      {started && <Started started={started} />}
    </>
  );
}

function Started({ started: { added, already, impossible } }: { started: Output<'lookups.start'> }) {
  const { t } = useTranslation();
  const said = [
    added > 0 && t('links.lookups.added', { count: added }),
    already > 0 && t('links.lookups.already', { count: already }),
    impossible > 0 && t('links.lookups.impossible', { count: impossible }),
  ].filter((sentence) => sentence !== false);
  return (
    <output className="small muted">
      {said.length === 0 ? t('links.lookups.noneWaits') : said.join(' ')}{' '}
      {added + already > 0 && <a href={hrefTo('links', { tab: 'lookups' })}>{t('links.lookups.see')}</a>}
    </output>
  );
}

/** The same for all that wait, where there is a service to ask. */
export function LookUpWaiting() {
  const { t } = useTranslation();
  const { linked } = useLinked();
  if (!linked.some((link) => can(link, 'look-up'))) return null;
  return <LookUp payments="waiting" linkedAccount={null} words={t('links.lookups.startWaiting')} />;
}
