import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { useIntake } from '#renderer/lib/intake.tsx';

/** A file that somebody took back is not brought in again without a word. */
export function UndoneBefore({ of, again }: { of: number; again: boolean }) {
  const { t } = useTranslation();
  const { say } = useIntake();
  return (
    <div className="note warn">
      <Icon of={History} />
      <p>{t(again ? 'intake.undoneWanted' : 'intake.undoneBefore')}</p>
      <button type="button" className="button push" onClick={() => void say(of, { again: !again })}>
        {t(again ? 'intake.notAgain' : 'intake.again')}
      </button>
    </div>
  );
}
