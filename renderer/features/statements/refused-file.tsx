import { CircleAlert, CircleSlash, LockKeyhole, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { Reason } from '#renderer/components/reason.tsx';
import { type NotRead, type Taken, useIntake } from '#renderer/lib/intake.tsx';
import { PasswordForm } from './password-form.tsx';

type RefusedFileProps = { file: Taken<unknown>; why: NotRead };

/** Why a file is not read, what it looks like, and what can be done about it here. */
export function RefusedFile({ file: { key, name, source, wish }, why }: RefusedFileProps) {
  const { t } = useTranslation();
  const { setMapping } = useIntake();
  const { code, message, mappable } = why;
  const locked = code === 'password-needed' || code === 'wrong-password';
  if (locked && source) {
    return (
      <div className="note">
        <Icon of={LockKeyhole} />
        <div>
          <p role={code === 'wrong-password' ? 'alert' : undefined}>
            {t(code === 'wrong-password' ? 'intake.stillLocked' : 'intake.locked')}
          </p>
          <PasswordForm of={key} name={name} />
        </div>
      </div>
    );
  }
  // The person's own wish is no failure.
  if (code === 'cancelled') {
    return (
      <div className="note">
        <Icon of={CircleSlash} />
        <p>{t('errors.cancelled')}</p>
      </div>
    );
  }
  if (mappable && source) {
    return (
      <div className="note">
        <Icon of={Table2} />
        <div>
          <p>{t('intake.unknownTable')}</p>
          <Detail message={message} />
        </div>
        <button type="button" className="button" onClick={() => setMapping({ key, name, source, wish })}>
          {t('intake.map')}
        </button>
      </div>
    );
  }
  return (
    <div className="note danger" role="alert">
      <Icon of={CircleAlert} />
      <div>
        <p>{t(`errors.${code}`)}</p>
        <Detail message={message} />
      </div>
    </div>
  );
}

/** What the file looks like and what was looked for. */
const Detail = ({ message }: { message: string }) =>
  message === '' ? null : (
    <p className="small muted">
      <Reason text={message} />
    </p>
  );
