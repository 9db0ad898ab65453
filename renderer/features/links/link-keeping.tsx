import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

const ways = [
  ['change', ChangeDialog],
  ['keys', KeysDialog],
  ['remove', RemoveDialog],
] as const;

/** What can be done to the link itself: its name and account, its keys, and the end of it. */
export function LinkKeeping({ link }: { link: Linked }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<(typeof ways)[number][0] | null>(null);
  return (
    <div className="link-keeping">
      {ways.map(([way, Opened]) => (
        <span key={way}>
          <button type="button" className="button plain" onClick={() => setOpened(way)}>
            {t(`links.services.${way}`)}
          </button>
          {opened === way && <Opened link={link} onClose={() => setOpened(null)} />}
        </span>
      ))}
    </div>
  );
}
