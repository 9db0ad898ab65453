import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntake } from '#renderer/lib/intake.tsx';

/** Asks for a locked document's password, which goes to the reader and nowhere else. */
export function PasswordForm({ of, name }: { of: number; name: string }) {
  const { t } = useTranslation();
  const { say } = useIntake();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password !== '') void say(of, { password });
  };
  return (
    <form className="password-form" onSubmit={submit}>
      <label className="labelled">
        {t('intake.password', { name })}
        <input
          className="field"
          type={shown ? 'text' : 'password'}
          // A password manager has no business with it either.
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <label className="choice-line">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('intake.showPassword')}
      </label>
      <button type="submit" className="button" disabled={password === ''}>
        {t('intake.unlock')}
      </button>
    </form>
  );
}
